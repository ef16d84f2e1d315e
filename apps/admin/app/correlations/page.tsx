import type { Metadata } from 'next';
import { CorrelationsPage } from '../../src/features/market-time/correlations-page.tsx';

export const metadata: Metadata = { title: 'Correlations' };

export default function Page() {
  return <CorrelationsPage />;
}
