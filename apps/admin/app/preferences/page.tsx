import type { Metadata } from 'next';
import { PreferencesPage } from '../../src/features/preferences/preferences-page.tsx';

export const metadata: Metadata = { title: 'Notices and preferences' };

export default function Page() {
  return <PreferencesPage />;
}
