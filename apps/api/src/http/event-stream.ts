/** Headers under which no proxy keeps, packs or holds back the events of a stream. */
const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
};

/**
 * Server-sent events, each a line of JSON, ended by `[DONE]`. A reader that leaves ends the source; a source that fails
 * after the first event sends what `onError` makes of it as its last one.
 */
export function eventStream(
  events: AsyncIterable<unknown>,
  options: { readonly headers?: Readonly<Record<string, string>>; readonly onError: (error: unknown) => unknown },
): Response {
  const encoder = new TextEncoder();
  const iterator = events[Symbol.asyncIterator]();
  const line = (value: unknown): Uint8Array => encoder.encode(`data: ${JSON.stringify(value)}\n\n`);
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await iterator.next();
        if (done !== true) return controller.enqueue(line(value));
      } catch (error) {
        controller.enqueue(line(options.onError(error)));
      }
      controller.enqueue(encoder.encode('data: [DONE]\n\n'));
      controller.close();
    },
    async cancel() {
      await iterator.return?.();
    },
  });
  return new Response(body, { headers: { ...HEADERS, ...options.headers } });
}
