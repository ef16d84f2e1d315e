import { connect } from 'node:net';

const servers = [
  {
    variable: 'PA_TEST_DATABASE_URL',
    name: 'Postgres',
    port: 5432,
    url: 'postgres://postgres@127.0.0.1:5432/postgres',
  },
  { variable: 'PA_TEST_REDIS_URL', name: 'Redis', port: 6379, url: 'redis://127.0.0.1:6379' },
] as const;

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 500 });
    const finish = (answered: boolean) => {
      socket.destroy();
      resolve(answered);
    };
    socket.once('connect', () => finish(true));
    socket.once('error', () => finish(false));
    socket.once('timeout', () => finish(false));
  });
}

/**
 * Finds the servers that some tests need. Tests read only the two variables: set, the tests run; unset, they are
 * skipped and counted as such. With `CI=true` a missing server is a failure.
 */
export default async function findTestServers(): Promise<void> {
  for (const server of servers) {
    if (process.env[server.variable] !== undefined) continue;
    if (await answers(server.port)) {
      process.env[server.variable] = server.url;
      continue;
    }
    const message = `${server.name} does not answer on port ${server.port} and ${server.variable} is not set`;
    if (process.env['CI'] === 'true') throw new Error(`${message}: start it, CI skips no test.`);
    console.warn(`${message}: the tests that need it are skipped.`);
  }
}
