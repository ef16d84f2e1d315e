import type { Metadata } from 'next';
import { ChatPage } from '../../src/features/chat/chat-page.tsx';

export const metadata: Metadata = { title: 'Ask the market' };

export default function Page() {
  return <ChatPage />;
}
