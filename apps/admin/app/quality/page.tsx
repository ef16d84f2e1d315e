import type { Metadata } from 'next';
import { QualityPage } from '../../src/features/quality/quality-page.tsx';

export const metadata: Metadata = { title: 'Data quality' };

export default function Page() {
  return <QualityPage />;
}
