import { resolve } from 'node:path';
import type { NextConfig } from 'next';

/**
 * A static export: plain files that the API process serves on its own port, and that a CDN could serve as well.
 * Pages are written as `name/index.html`, which every static server finds without rules.
 */
const nextConfig: NextConfig = {
  output: 'export',
  trailingSlash: true,
  images: { unoptimized: true },
  poweredByHeader: false,
  turbopack: { root: resolve(import.meta.dirname, '../..') },
};

export default nextConfig;
