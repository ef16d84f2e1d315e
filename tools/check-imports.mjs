// Imports and requires every entry of every package as it is published, on the oldest Node that the package names and on
// the one of this repository: an entry that cannot be loaded, or gives other names to `require`, ends this with code 1.
// Needs the packages to be built. The oldest Node is fetched by npx.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/** Runs in the folder of an unpacked package, where its own name leads to its own entries. */
const loadEntries = `
  const { createRequire } = await import('node:module');
  const [entries] = process.argv.slice(1);
  const require = createRequire(process.cwd() + '/package.json');
  for (const entry of JSON.parse(entries)) {
    const imported = Object.keys(await import(require.resolve(entry))).sort().join();
    const required = Object.keys(require(entry)).filter((name) => name !== '__esModule').sort().join();
    if (imported === '' || imported !== required) throw new Error(entry + ' gives other names to require than to import');
  }
  console.log(process.version);
`;

/** The package as users get it, beside the dependencies of its source. */
function unpack(folder) {
  const target = join(folder, 'node_modules/.published');
  const packed = mkdtempSync(join(tmpdir(), 'packed-'));
  try {
    execFileSync('pnpm', ['pack', '--pack-destination', packed], { cwd: folder, stdio: 'ignore' });
    const [archive] = readdirSync(packed);
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    execFileSync('tar', ['-xzf', join(packed, archive), '-C', target]);
  } finally {
    rmSync(packed, { recursive: true, force: true });
  }
  return join(target, 'package');
}

for (const name of readdirSync(join(root, 'packages'))) {
  const published = unpack(join(root, 'packages', name));
  const manifest = JSON.parse(readFileSync(join(published, 'package.json'), 'utf8'));
  const entries = Object.keys(manifest.exports)
    .filter((entry) => !entry.endsWith('.json'))
    .map((entry) => manifest.name + entry.slice(1));
  const oldest = /^>=(\d+\.\d+(?:\.\d+)?)/.exec(manifest.engines.node)?.[1];
  if (oldest === undefined) throw new Error(`${manifest.name} does not say which Node it needs, as ">=22.12".`);
  const load = ['--input-type=module', '--eval', loadEntries, JSON.stringify(entries)];
  const run = (command, parameters) =>
    execFileSync(command, parameters, {
      cwd: published,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    }).trim();
  const versions = [
    run('npx', ['--yes', '--package', `node@${oldest}`, '--', 'node', ...load]),
    run(process.execPath, load),
  ];
  rmSync(resolve(published, '..'), { recursive: true, force: true });
  console.log(
    `${manifest.name}: ${entries.length} entries load by import and by require on Node ${versions.join(' and ')}`,
  );
}
