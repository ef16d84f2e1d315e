import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { CommandError } from '../errors.ts';
import type { FetchHandler } from './product-handler.ts';

const FIRST_PORT = 3000;
const PORTS_TRIED = 100;
const DRAIN_MS = 3000;

/** A server that listens. */
export interface RunningServer {
  readonly url: string;
  /** Takes no further request, lets those that run finish for a while, and ends. */
  close(): Promise<void>;
}

/** Listens on the port that is asked for, or without one on 3000 or the next that is free. */
export async function listen(
  fetch: FetchHandler,
  options: { readonly host: string; readonly port: number | undefined },
): Promise<RunningServer> {
  const { host, port } = options;
  const server = createAdaptorServer({ fetch: fetch as (request: Request) => Response | Promise<Response> });
  const ports = port === undefined ? Array.from({ length: PORTS_TRIED }, (_, index) => FIRST_PORT + index) : [port];
  for (const candidate of ports) {
    const failure = await tryPort(server, { host, port: candidate });
    if (failure === null) return running(server, host);
    if (failure.code === 'EADDRINUSE' && port === undefined) continue;
    throw listenError(failure, { host, port: candidate });
  }
  throw new CommandError(
    'PORT_IN_USE',
    `The ports ${FIRST_PORT} to ${FIRST_PORT + PORTS_TRIED - 1} are all in use: set PORT to a free one.`,
  );
}

async function tryPort(
  server: ReturnType<typeof createAdaptorServer>,
  options: { readonly host: string; readonly port: number },
): Promise<NodeJS.ErrnoException | null> {
  server.listen(options.port, options.host);
  try {
    await once(server, 'listening');
    return null;
  } catch (error) {
    return error as NodeJS.ErrnoException;
  }
}

function running(server: ReturnType<typeof createAdaptorServer>, host: string): RunningServer {
  const { port, family } = server.address() as AddressInfo;
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : family === 'IPv6' ? `[${host}]` : host;
  return {
    url: `http://${name}:${port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      if ('closeIdleConnections' in server) server.closeIdleConnections();
      const force = setTimeout(() => {
        if ('closeAllConnections' in server) server.closeAllConnections();
      }, DRAIN_MS);
      await closed;
      clearTimeout(force);
    },
  };
}

function listenError(
  failure: NodeJS.ErrnoException,
  options: { readonly host: string; readonly port: number },
): CommandError {
  const { host, port } = options;
  if (failure.code === 'EADDRINUSE') {
    return new CommandError(
      'PORT_IN_USE',
      `Port ${port} on ${host} is in use: set PORT to another one, or leave it unset.`,
      {
        cause: failure,
      },
    );
  }
  if (failure.code === 'EACCES') {
    return new CommandError('PORT_REFUSED', `Port ${port} may not be opened: set PORT to one above 1023.`, {
      cause: failure,
    });
  }
  return new CommandError(
    'CANNOT_LISTEN',
    `The server cannot listen on ${host} port ${port} (${failure.code}): correct HOST or PORT.`,
    { cause: failure },
  );
}
