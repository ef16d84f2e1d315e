import { resolve } from 'node:path';
import type { NextConfig } from 'next';

/** The database clients load files of their own (WASM, native bindings), so they stay outside the bundle. */
const nextConfig: NextConfig = {
  serverExternalPackages: ['@electric-sql/pglite', 'pg'],
  turbopack: { root: resolve(import.meta.dirname, '../..') },
};

export default nextConfig;
