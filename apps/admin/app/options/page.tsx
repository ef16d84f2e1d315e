import type { Metadata } from 'next';
import { OptionsPage } from '../../src/features/options/options-page.tsx';

export const metadata: Metadata = { title: 'Options' };

export default function Page() {
  return <OptionsPage />;
}
