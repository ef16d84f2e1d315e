import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LoopbackReply } from './loopback/loopback-reply.ts';
import type { RecordedRequest } from './loopback/recorded-request.ts';
import { sendReply } from './loopback/send-reply.ts';

export type { LoopbackReply } from './loopback/loopback-reply.ts';
export type { RecordedRequest } from './loopback/recorded-request.ts';

/** Replies in order, of which the last one repeats, or what decides for each request. */
export type LoopbackScript =
  | readonly [LoopbackReply, ...LoopbackReply[]]
  | ((request: RecordedRequest) => LoopbackReply);

export interface LoopbackServer extends AsyncDisposable {
  /** Such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /** Every request so far; empty where they are not recorded. */
  readonly requests: readonly RecordedRequest[];
}

/**
 * A server on the loopback interface that speaks JSON and server-sent events as the vendors do, so that their real clients
 * are exercised over a real socket. `vendorReply` and `faultReply` make replies for a request. Disposing of it ends every
 * connection and timer.
 */
export async function startLoopbackServer(
  script: LoopbackScript,
  options: {
    /** Keeps what was asked. Default true. */
    readonly records?: boolean;
  } = {},
): Promise<LoopbackServer> {
  const requests: RecordedRequest[] = [];
  let number = 0;
  const replyTo = (request: RecordedRequest): LoopbackReply =>
    typeof script === 'function' ? script(request) : (script[Math.min(request.number, script.length) - 1] ?? script[0]);
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const bytes = Buffer.concat(chunks);
      const request: RecordedRequest = {
        number: ++number,
        path: incoming.url ?? '/',
        headers: incoming.headers,
        body: bytes.length === 0 ? undefined : JSON.parse(bytes.toString('utf8')),
        bodyLength: bytes.length,
      };
      if (options.records !== false) requests.push(request);
      sendReply(response, replyTo(request));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
