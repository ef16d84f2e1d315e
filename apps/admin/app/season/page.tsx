import type { Metadata } from 'next';
import { SeasonPage } from '../../src/features/market-time/season-page.tsx';

export const metadata: Metadata = { title: 'Season' };

export default function Page() {
  return <SeasonPage />;
}
