import type { Metadata } from 'next';
import { ForecastPage } from '../../src/features/market-time/forecast-page.tsx';

export const metadata: Metadata = { title: 'Forecast' };

export default function Page() {
  return <ForecastPage />;
}
