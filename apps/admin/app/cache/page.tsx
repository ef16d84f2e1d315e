import type { Metadata } from 'next';
import { CachePage } from '../../src/features/cache/cache-page.tsx';

export const metadata: Metadata = { title: 'Cache' };

export default function Page() {
  return <CachePage />;
}
