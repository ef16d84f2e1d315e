import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCycle } from './find-cycle.ts';
import { filesBelow, isTest, readSources, readWorkspaces, repositoryRoot, resolveRelative } from './source-files.ts';

const workspaces = readWorkspaces();
const sources = ['packages', 'apps', 'examples', 'tools', 'tests'].flatMap(readSources);
const code = sources.filter((file) => !isTest(file.path));

/** Who may import whom, at run time and in types. Tests may import more; they are left out. */
const allowedEdges: Readonly<Record<string, readonly string[]>> = {
  '@pa/llm-core': [],
  '@pa/prompts': [],
  '@pa/cache': [],
  '@pa/cost': ['@pa/llm-core'],
  '@pa/engines': ['@pa/llm-core', '@pa/prompts', '@pa/cache', '@pa/cost'],
  '@pa/db': ['@pa/llm-core', '@pa/prompts', '@pa/cache', '@pa/cost', '@pa/engines'],
  '@pa/api': ['@pa/llm-core', '@pa/prompts', '@pa/cache', '@pa/cost', '@pa/engines', '@pa/db'],
  '@pa/jobs': ['@pa/llm-core', '@pa/prompts', '@pa/cache', '@pa/cost', '@pa/engines', '@pa/db', '@pa/api'],
  '@pa/admin': [],
};

/** Inside the engines: a folder may import itself and these. `index.ts` and the doors may import any. */
const allowedEngineEdges: Readonly<Record<string, readonly string[]>> = {
  statistics: [],
  market: ['statistics'],
  narrate: ['market', 'statistics'],
  valuation: ['market', 'statistics', 'narrate'],
  forecasting: ['market', 'statistics', 'narrate'],
  anomalies: ['market', 'statistics', 'narrate'],
  options: ['market', 'statistics', 'narrate'],
  insights: ['market', 'statistics', 'narrate'],
  'synthetic-market': ['market', 'statistics'],
};

const junkDrawers = new Set([
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'shared',
  'misc',
  'manager',
  'service',
  'types',
  'constants',
  'base',
]);

function workspaceOf(path: string) {
  return workspaces.find((workspace) => path.startsWith(`${workspace.folder}/`));
}

function splitSpecifier(specifier: string): { readonly name: string; readonly door: string } | null {
  const match = /^(@pa\/[^/]+)(\/.*)?$/.exec(specifier);
  return match === null ? null : { name: match[1] as string, door: `.${match[2] ?? ''}` };
}

describe('structure', () => {
  it('has six packages, three apps and examples', () => {
    const folders = workspaces.map((workspace) => workspace.folder);
    expect(folders.filter((folder) => folder.startsWith('packages/')).sort()).toEqual(
      ['cache', 'cost', 'db', 'engines', 'llm-core', 'prompts'].map((name) => `packages/${name}`),
    );
    expect(folders.filter((folder) => folder.startsWith('apps/')).sort()).toEqual([
      'apps/admin',
      'apps/api',
      'apps/jobs',
    ]);
    expect(folders.some((folder) => folder.startsWith('examples/'))).toBe(true);
  });

  it('imports between packages follow the allowed edges', () => {
    const violations: string[] = [];
    for (const file of code) {
      const from = workspaceOf(file.path);
      if (from === undefined || from.folder.startsWith('examples/')) continue;
      for (const { specifier } of file.imports) {
        const target = splitSpecifier(specifier);
        if (target === null || target.name === from.name) continue;
        if (!(allowedEdges[from.name] ?? []).includes(target.name))
          violations.push(`${file.path} imports ${specifier}`);
      }
    }
    expect(violations).toEqual([]);
  });

  it('the database takes types and errors of its owners and nothing else at run time', () => {
    const violations = code
      .filter((file) => file.path.startsWith('packages/db/src/'))
      .flatMap((file) =>
        file.imports
          .filter((entry) => splitSpecifier(entry.specifier) !== null && !entry.typeOnly)
          .filter((entry) => splitSpecifier(entry.specifier)?.door !== './errors')
          .map((entry) => `${file.path} imports ${entry.specifier} at run time`),
      );
    expect(violations).toEqual([]);
  });

  it('packages are entered by their front doors only', () => {
    const violations: string[] = [];
    for (const file of sources) {
      for (const { specifier } of file.imports) {
        const target = splitSpecifier(specifier);
        if (target === null) continue;
        const owner = workspaces.find((workspace) => workspace.name === target.name);
        if (owner?.manifest.exports?.[target.door] === undefined) violations.push(`${file.path} imports ${specifier}`);
      }
    }
    expect(violations).toEqual([]);
  });

  it('relative imports name an existing file of the same workspace, with its ending', () => {
    const violations: string[] = [];
    for (const file of sources) {
      for (const { specifier } of file.imports) {
        if (!specifier.startsWith('.')) continue;
        const target = resolveRelative(file.path, specifier);
        const leavesWorkspace = target !== null && workspaceOf(target)?.folder !== workspaceOf(file.path)?.folder;
        const isBuildFile = basename(file.path) === 'tsup.config.ts';
        if (target === null || (leavesWorkspace && !isBuildFile && !isTest(file.path))) {
          violations.push(`${file.path} imports ${specifier}`);
        }
      }
    }
    expect(violations).toEqual([]);
  });

  it('folders inside the engines keep to their neighbours', () => {
    const violations: string[] = [];
    const start = 'packages/engines/src/';
    for (const file of code.filter(({ path }) => path.startsWith(start))) {
      const folder = file.path.slice(start.length).split('/')[0] as string;
      const allowed = allowedEngineEdges[folder];
      if (allowed === undefined) continue;
      for (const { specifier } of file.imports) {
        const target = specifier.startsWith('.') ? resolveRelative(file.path, specifier) : null;
        if (target === null || !target.startsWith(start)) continue;
        const targetFolder = target.slice(start.length).split('/')[0] as string;
        const isErrors = targetFolder === 'errors.ts' && folder !== 'statistics';
        if (targetFolder !== folder && !allowed.includes(targetFolder) && !isErrors) {
          violations.push(`${file.path} imports ${target}`);
        }
      }
    }
    expect(violations).toEqual([]);
  });

  it('has no import cycle', () => {
    const graph = new Map<string, readonly string[]>();
    for (const file of code) {
      const targets = file.imports
        .filter((entry) => entry.specifier.startsWith('.'))
        .map((entry) => resolveRelative(file.path, entry.specifier));
      graph.set(
        file.path,
        targets.filter((target) => target !== null),
      );
    }
    expect(findCycle(graph)).toBeNull();
  });

  it('loads a test runner in tests and contract suites only', () => {
    const violations = code
      .filter((file) =>
        file.imports.some((entry) => entry.specifier === 'vitest' || entry.specifier.startsWith('vitest/')),
      )
      .map((file) => file.path)
      .filter((path) => !/\/contract-suites(\/|\.ts$)/.test(path) && !/vitest.*\.config\.ts$/.test(path));
    expect(violations).toEqual([]);
  });

  it('loads heavy clients behind their own doors only', () => {
    const heavy = /^(openai|@anthropic-ai\/sdk|pg|@electric-sql\/pglite|redis|libphonenumber-js)(\/|$)/;
    const main = code.filter((file) => /^packages\/(engines|prompts|cost)\//.test(file.path));
    const violations = main.filter((file) => file.imports.some((entry) => heavy.test(entry.specifier)));
    expect(violations.map((file) => file.path)).toEqual([]);
    for (const entry of ['packages/llm-core/src/index.ts', 'packages/cache/src/index.ts']) {
      const reached = reachableFrom(entry);
      const loaded = code.filter((file) => reached.has(file.path)).flatMap((file) => file.imports);
      expect(
        loaded.filter((item) => !item.typeOnly && heavy.test(item.specifier)),
        entry,
      ).toEqual([]);
    }
  });

  it('the engines are pure: no clock, no randomness, no environment', async () => {
    const { readFileSync } = await import('node:fs');
    const violations = code
      .filter((file) => file.path.startsWith('packages/engines/src/'))
      .filter((file) =>
        /\bDate\.now\(|\bMath\.random\(|\bprocess\.env\b|\bnew Date\(\)/.test(
          readFileSync(join(repositoryRoot, file.path), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''),
        ),
      )
      .map((file) => file.path);
    expect(violations).toEqual([]);
  });

  it('keeps files small', () => {
    const tooLong = sources
      .filter((file) => file.lineCount - 1 > (isTest(file.path) ? 500 : 400))
      .map((file) => `${file.path}: ${file.lineCount - 1} lines`);
    expect(tooLong).toEqual([]);
  });

  it('has no junk drawer', () => {
    const named = [...filesBelow('packages'), ...filesBelow('apps'), ...filesBelow('examples')].filter((path) =>
      junkDrawers.has(basename(path).replace(/\..*$/, '')),
    );
    expect(named).toEqual([]);
  });

  it('publishes what it exports, without the source condition', () => {
    for (const { name, manifest } of workspaces.filter((workspace) => workspace.manifest.private !== true)) {
      const expected = Object.fromEntries(
        Object.entries(manifest.exports ?? {}).map(([door, target]) => {
          if (typeof target === 'string') return [door, target];
          return [door, Object.fromEntries(Object.entries(target).filter(([condition]) => condition !== '@pa/source'))];
        }),
      );
      expect(manifest.publishConfig?.exports, name).toEqual(expected);
    }
  });

  it('has a README in every package and app', () => {
    const missing = workspaces.filter((workspace) => !existsSync(join(repositoryRoot, workspace.folder, 'README.md')));
    expect(missing.map((workspace) => workspace.folder)).toEqual([]);
  });

  it('has a contract suite for every port of the engines', () => {
    const ports = filesBelow('packages/engines/src/market/ports').map((path) => basename(path, '.ts'));
    const missing = ports.filter(
      (port) => !existsSync(join(repositoryRoot, `packages/engines/src/contract-suites/describe-${port}.ts`)),
    );
    expect(missing).toEqual([]);
  });
});

function reachableFrom(entry: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const queue = [entry];
  while (queue.length > 0) {
    const path = queue.pop() as string;
    if (reached.has(path)) continue;
    reached.add(path);
    for (const { specifier, typeOnly } of sources.find((file) => file.path === path)?.imports ?? []) {
      const target = specifier.startsWith('.') && !typeOnly ? resolveRelative(path, specifier) : null;
      if (target !== null) queue.push(target);
    }
  }
  return reached;
}
