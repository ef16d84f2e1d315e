import type { Metadata } from 'next';
import { AccuracyPage } from '../../src/features/market-time/accuracy-page.tsx';

export const metadata: Metadata = { title: 'Accuracy' };

export default function Page() {
  return <AccuracyPage />;
}
