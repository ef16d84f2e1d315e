import type { ServerResponse } from 'node:http';
import type { LoopbackReply } from './loopback-reply.ts';

/** Sends a reply. Its timers end with the connection: a client that leaves keeps nothing running. */
export function sendReply(response: ServerResponse, reply: LoopbackReply): void {
  if (reply.kind === 'silence') return;
  if (reply.kind === 'hang-up') {
    response.destroy();
    return;
  }
  after(response, reply.delayMs ?? 0, () => {
    if (reply.kind === 'events') sendEvents(response, reply);
    else if (reply.kind === 'json') {
      response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers });
      response.end(JSON.stringify(reply.body));
    } else sendRaw(response, reply);
  });
}

function sendRaw(response: ServerResponse, reply: Extract<LoopbackReply, { readonly kind: 'raw' }>): void {
  const length = Buffer.byteLength(reply.body) + (reply.cut === true ? 1 : 0);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(length) });
  if (reply.cut === true) response.write(reply.body, () => response.socket?.destroySoon());
  else response.end(reply.body);
}

function sendEvents(response: ServerResponse, reply: Extract<LoopbackReply, { readonly kind: 'events' }>): void {
  const { cutAfter, stallAfter, betweenMs = 0, pieceBytes } = reply;
  const count = Math.min(cutAfter ?? reply.events.length, stallAfter ?? reply.events.length);
  const frames = reply.events.slice(0, count).map(frameOf);
  const isWhole = cutAfter === undefined && stallAfter === undefined;
  if (isWhole && reply.doneMark === true) frames.push('data: [DONE]\n\n');
  const pieces = pieceBytes === undefined ? frames : split(Buffer.from(frames.join('')), pieceBytes);
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const finish = () => {
    if (isWhole) response.end();
    // What was written has to leave before the connection is cut.
    else if (cutAfter !== undefined) setImmediate(() => response.socket?.destroySoon());
  };
  if (betweenMs === 0 && pieceBytes === undefined) {
    response.flushHeaders();
    for (const piece of pieces) response.write(piece);
    finish();
  } else drip(response, { pieces, betweenMs: betweenMs || 1, finish });
}

function drip(
  response: ServerResponse,
  options: { readonly pieces: readonly (string | Buffer)[]; readonly betweenMs: number; readonly finish: () => void },
): void {
  const { pieces, betweenMs, finish } = options;
  const send = (index: number): void => {
    if (response.destroyed) return;
    const piece = pieces[index];
    if (piece === undefined) return finish();
    response.write(piece);
    after(response, betweenMs, () => send(index + 1));
  };
  response.flushHeaders();
  send(0);
}

function frameOf(event: unknown): string {
  if (typeof event === 'string') return event;
  const { type } = event as { readonly type?: string };
  return `${type === undefined ? '' : `event: ${type}\n`}data: ${JSON.stringify(event)}\n\n`;
}

function split(bytes: Buffer, size: number): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
}

function after(response: ServerResponse, durationMs: number, work: () => void): void {
  if (durationMs === 0) return work();
  const timer = setTimeout(() => {
    response.off('close', stop);
    work();
  }, durationMs);
  const stop = () => clearTimeout(timer);
  response.once('close', stop);
}
