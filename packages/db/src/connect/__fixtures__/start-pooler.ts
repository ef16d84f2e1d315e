import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDatabase } from '../create-database.ts';

/** Where PgBouncer is, or `null`: `PA_TEST_PGBOUNCER`, else where Debian puts it. */
export function findPooler(environment: NodeJS.ProcessEnv = process.env): string | null {
  const path = environment['PA_TEST_PGBOUNCER'] ?? '/usr/sbin/pgbouncer';
  return existsSync(path) ? path : null;
}

/**
 * Starts PgBouncer in transaction mode before a server: every transaction may run on another of its three connections,
 * as behind Supabase's pooler.
 */
export async function startPooler(
  pooler: string,
  target: { readonly connectionString: string },
): Promise<{ readonly connectionString: string; stop(): void }> {
  const server = new URL(target.connectionString);
  const folder = mkdtempSync(join(tmpdir(), 'pa-pooler-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const password = server.password === '' ? '' : ` password=${decodeURIComponent(server.password)}`;
  writeFileSync(
    join(folder, 'pgbouncer.ini'),
    `[databases]
* = host=${server.hostname} port=${server.port || 5432} user=${decodeURIComponent(server.username)}${password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 3
max_client_conn = 200
`,
  );
  const child: ChildProcess = spawn(pooler, [join(folder, 'pgbouncer.ini')], { stdio: 'ignore', ...unprivileged() });
  const connectionString = Object.assign(new URL(target.connectionString), { host: `127.0.0.1:${port}` }).href;
  const stop = () => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      await (await createDatabase({ connectionString })).close();
      return { connectionString, stop };
    } catch (error) {
      if (attempt === 50) {
        stop();
        throw error;
      }
      await sleep(100);
    }
  }
}

/** PgBouncer refuses to run as root. */
function unprivileged(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  return { uid: Number(execFileSync('id', ['-u', 'nobody'])), gid: Number(execFileSync('id', ['-g', 'nobody'])) };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
