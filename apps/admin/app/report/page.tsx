import type { Metadata } from 'next';
import { ReportPage } from '../../src/features/insights/report-page.tsx';

export const metadata: Metadata = { title: 'Market report' };

export default function Page() {
  return <ReportPage />;
}
