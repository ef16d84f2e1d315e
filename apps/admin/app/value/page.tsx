import type { Metadata } from 'next';
import { ValueCarPage } from '../../src/features/value-car/value-car-page.tsx';

export const metadata: Metadata = { title: 'Value a car' };

export default function Page() {
  return <ValueCarPage />;
}
