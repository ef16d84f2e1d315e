// Sets up everything a command needs and then runs it, on any Node from 20 on and with nothing installed before.
// The product itself runs on the Node 24 that the lock file brings along.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'node_modules', '.bin');
const marker = join(root, 'node_modules', '.installed-lock-hash');
const environment = {
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH}`,
  NEXT_TELEMETRY_DISABLED: '1',
  TURBO_TELEMETRY_DISABLED: '1',
};

/** Runs a command to its end; on failure prints what it said and leaves with its exit code. */
function runStep(label, command, parameters) {
  process.stderr.write(`${label} ...\n`);
  const startedAt = Date.now();
  const result = spawnSync(command, parameters, { cwd: root, env: environment, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (result.status !== 0) {
    process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}\n`);
    process.stderr.write(`${label} failed: read the lines above, mend the cause and run the command again.\n`);
    process.exit(result.status ?? 1);
  }
  process.stderr.write(`${label} done in ${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`);
}

/** Hash of everything that decides what is installed. */
function lockHash() {
  const hash = createHash('sha256');
  const manifests = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'];
  for (const group of ['packages', 'apps', 'examples']) {
    for (const name of existsSync(join(root, group)) ? readdirSync(join(root, group)).sort() : []) {
      manifests.push(join(group, name, 'package.json'));
    }
  }
  for (const manifest of manifests) {
    const path = join(root, manifest);
    if (existsSync(path)) hash.update(manifest).update(readFileSync(path));
  }
  return hash.update(`${process.platform}-${process.arch}`).digest('hex');
}

function install() {
  const wanted = lockHash();
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  const manager = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager;
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
  runStep('Installing dependencies', npx, ['--yes', manager, 'install', '--frozen-lockfile']);
  writeFileSync(marker, wanted);
}

function build() {
  runStep('Building', join(bin, 'turbo'), ['run', 'build', '--output-logs=errors-only']);
}

/** Runs a command in the foreground and leaves with its exit code; Ctrl-C reaches it directly, a kill is passed on. */
function runForeground(command, parameters, afterwards = () => {}) {
  const child = spawn(command, parameters, { cwd: root, env: environment, stdio: 'inherit' });
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => {
    afterwards();
    process.exit(signal === null ? (code ?? 1) : 128 + (signal === 'SIGINT' ? 2 : 15));
  });
}

const commands = {
  start(parameters) {
    install();
    build();
    runForeground(join(bin, 'node'), [join(root, 'apps/jobs/dist/main.js'), 'start', ...parameters]);
  },
  test(parameters) {
    install();
    build();
    const results = join(root, 'test-results');
    mkdirSync(results, { recursive: true });
    rmSync(join(results, 'unit.json'), { force: true });
    runForeground(
      join(bin, 'vitest'),
      ['run', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/unit.json', ...parameters],
      () => spawnSync(process.execPath, [join(root, 'tools/count-tests.mjs'), 'unit'], { cwd: root, stdio: 'inherit' }),
    );
  },
};

const [name, ...parameters] = process.argv.slice(2);
const command = commands[name];
if (command === undefined) {
  process.stderr.write(`Unknown command "${name}": use one of ${Object.keys(commands).join(', ')}.\n`);
  process.exit(1);
}
command(parameters);
