import type { Metadata } from 'next';
import { UsagePage } from '../../src/features/usage/usage-page.tsx';

export const metadata: Metadata = { title: 'Use and speed' };

export default function Page() {
  return <UsagePage />;
}
