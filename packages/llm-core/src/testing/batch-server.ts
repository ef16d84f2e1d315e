import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { anthropicBatchRoutes } from './batch-server/anthropic-batch-routes.ts';
import {
  BatchShelf,
  type BatchServerAnswer,
  type BatchServerRequest,
  type ServedBatch,
} from './batch-server/batch-shelf.ts';
import { openAIBatchRoutes } from './batch-server/openai-batch-routes.ts';

export type { BatchServerAnswer, ServedBatch } from './batch-server/batch-shelf.ts';

export interface BatchServer extends AsyncDisposable {
  /** Such as `http://127.0.0.1:40123`; the base URL of OpenAI's client is this and `/v1`. */
  readonly url: string;
  /** Every batch that was handed in, the oldest first. */
  readonly batches: readonly ServedBatch[];
  /** Ends every batch that runs: answered, or as the provider ends it otherwise. */
  finish(how?: 'completed' | 'expired' | 'failed'): void;
  /** Takes the next batch that is handed in and closes the connection without an answer. */
  loseNextAnswer(): void;
  /** Sends only so many lines of results, then cuts the connection. `undefined`: sends all. */
  cutResultsAfter(lines: number | undefined): void;
  /** Sends so many lines of results at once, and the others when what it answers is called. */
  holdResultsAfter(lines: number): () => void;
}

/**
 * A server on the loopback interface that speaks the batch endpoints of both vendors, so that their real clients are
 * exercised over a real socket. `answer` decides what becomes of each call of a batch.
 */
export async function startBatchServer(options: {
  readonly answer: (call: { readonly customId: string; readonly body: unknown }) => BatchServerAnswer;
  /** Epoch milliseconds. Default `Date.now`. */
  readonly now?: () => number;
}): Promise<BatchServer> {
  const shelf = new BatchShelf(options);
  const sending = { cutAfter: undefined as number | undefined, hold: undefined as Hold | undefined };
  let losesAnswer = false;
  const server = createServer((incoming, response) => {
    void readBody(incoming).then(async (body) => {
      const request: BatchServerRequest = {
        method: incoming.method ?? 'GET',
        path: (incoming.url ?? '/').split('?')[0] as string,
        body,
        contentType: incoming.headers['content-type'] ?? '',
      };
      const url = `http://${incoming.headers.host ?? ''}`;
      const before = shelf.batches.length;
      const reply = (await openAIBatchRoutes(shelf, request)) ?? anthropicBatchRoutes(shelf, { request, url });
      if (losesAnswer && shelf.batches.length > before) {
        losesAnswer = false;
        response.destroy();
      } else if (reply === undefined)
        sendJson(response, 404, { error: { type: 'not_found_error', message: 'no route' } });
      else if ('lines' in reply) await sendLines(response, reply.lines, sending);
      else sendJson(response, reply.status ?? 200, reply.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    batches: shelf.batches,
    finish: (how) => shelf.finish(how),
    loseNextAnswer() {
      losesAnswer = true;
    },
    cutResultsAfter(lines) {
      sending.cutAfter = lines;
    },
    holdResultsAfter(lines) {
      const { promise, resolve } = Promise.withResolvers<void>();
      sending.hold = { lines, released: promise };
      return resolve;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Hold {
  readonly lines: number;
  readonly released: Promise<void>;
}

async function sendLines(
  response: ServerResponse,
  lines: readonly unknown[],
  { cutAfter, hold }: { readonly cutAfter: number | undefined; readonly hold: Hold | undefined },
): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/x-jsonl' });
  for (const [index, line] of lines.entries()) {
    if (index === cutAfter) {
      // Half a line has to leave before the connection is cut.
      response.write(JSON.stringify(line).slice(0, 20));
      setImmediate(() => response.socket?.destroySoon());
      return;
    }
    if (index === hold?.lines) await hold.released;
    response.write(`${JSON.stringify(line)}\n`);
  }
  response.end();
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
