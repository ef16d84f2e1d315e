import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the server answers one request. */
export type LoopbackReply =
  | {
      readonly kind: 'json';
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body: unknown;
    }
  /** Server-sent events; `cutAfter` closes the connection after so many of them. */
  | {
      readonly kind: 'events';
      readonly events: readonly unknown[];
      readonly cutAfter?: number;
      readonly doneMark?: boolean;
    }
  /** Bytes as they are, with a JSON content type. */
  | { readonly kind: 'raw'; readonly body: string }
  /** Never answers. */
  | { readonly kind: 'silence' }
  /** Closes the connection without an answer. */
  | { readonly kind: 'hang-up' };

export interface RecordedRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

export interface LoopbackServer extends AsyncDisposable {
  /** Such as `http://127.0.0.1:40123`. */
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
}

/**
 * A server on the loopback interface that speaks JSON and server-sent events as the vendors do, so that their real clients
 * are exercised over a real socket. Replies are taken in order; the last one repeats.
 */
export async function startLoopbackServer(
  replies: readonly [LoopbackReply, ...LoopbackReply[]],
): Promise<LoopbackServer> {
  const requests: RecordedRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      requests.push({
        path: request.url ?? '/',
        headers: request.headers,
        body: text === '' ? undefined : JSON.parse(text),
      });
      answer(response, replies[Math.min(requests.length, replies.length) - 1] ?? replies[0]);
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

function answer(response: ServerResponse, reply: LoopbackReply): void {
  if (reply.kind === 'silence') return;
  if (reply.kind === 'hang-up') {
    response.destroy();
    return;
  }
  if (reply.kind === 'json') {
    response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers });
    response.end(JSON.stringify(reply.body));
    return;
  }
  if (reply.kind === 'raw') {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(reply.body);
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const events = reply.cutAfter === undefined ? reply.events : reply.events.slice(0, reply.cutAfter);
  for (const event of events) {
    const { type } = event as { readonly type?: string };
    response.write(`${type === undefined ? '' : `event: ${type}\n`}data: ${JSON.stringify(event)}\n\n`);
  }
  if (reply.cutAfter === undefined) {
    if (reply.doneMark) response.write('data: [DONE]\n\n');
    response.end();
  } else {
    // What was written has to leave before the connection is cut.
    setImmediate(() => response.socket?.destroySoon());
  }
}
