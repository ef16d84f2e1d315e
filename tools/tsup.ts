import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { defineConfig } from 'tsup';

interface PackageManifest {
  readonly exports: Record<string, string | { readonly '@pa/source'?: string }>;
}

/**
 * The one build of every package: an ES module for each front door in `exports`,
 * with code shared between the doors split out so that no class exists twice.
 * `additionalEntries` are files that are started by path, such as worker threads.
 */
export function packageBuild(options: { readonly additionalEntries?: Record<string, string> } = {}) {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as PackageManifest;
  const doors: Record<string, string> = {};
  for (const target of Object.values(manifest.exports)) {
    if (typeof target === 'string' || target['@pa/source'] === undefined) continue;
    const source = target['@pa/source'];
    doors[source.replace(/^\.\/src\//, '').replace(/\.ts$/, '')] = source;
  }
  return defineConfig({
    entry: { ...doors, ...options.additionalEntries },
    format: ['esm'],
    dts: { entry: doors },
    splitting: true,
    sourcemap: true,
    clean: true,
    target: 'node22',
    name: basename(process.cwd()),
  });
}
