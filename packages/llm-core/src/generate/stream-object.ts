import type { $ZodType, output } from 'zod/v4/core';
import type { LanguageModel } from '../language-model.ts';
import type { DeepPartial } from '../schema/deep-partial.ts';
import { EventLog } from './event-log.ts';
import { type ObjectRequest, type ObjectResult, schemaOf, toGenerateRequest } from './object-request.ts';
import { readStream } from './read-stream.ts';
import { repairedAnswer } from './repaired-answer.ts';
import { untilAborted } from './until-aborted.ts';

/** An object that arrives. */
export interface ObjectStream<Value> {
  /**
   * What is there so far, not validated; the last one is the object of the result. A reader who is slow skips what is
   * overtaken. Throws where the call fails.
   */
  readonly partialStream: AsyncIterable<DeepPartial<Value>>;
  /** The validated whole. Rejects as `generateObject` does; nothing happens where nobody waits for it. */
  readonly result: Promise<ObjectResult<Value>>;
}

/**
 * Asks a model for an object that is read while it arrives. Throws `UnportableSchemaError` at once for a schema that a
 * provider cannot carry. An answer that does not fit is mended in a turn that is not streamed.
 *
 * @example
 * const { partialStream, result } = streamObject(model, { schema: z.object({ title: z.string() }), prompt });
 * for await (const partial of partialStream) show(partial.title ?? '');
 * const { object } = await result;
 */
export function streamObject<Schema extends $ZodType>(
  model: LanguageModel,
  request: ObjectRequest<Schema>,
): ObjectStream<output<Schema>> {
  const portable = schemaOf(request);
  const log = new EventLog<string>();
  const result = repairedAnswer({
    portable,
    request: toGenerateRequest(request, portable),
    repairTurns: request.repairTurns ?? 1,
    ask: (asked, turn) =>
      turn > 0
        ? untilAborted(model.generate(asked), asked.signal)
        : readStream(model, {
            request: asked,
            onEvent: (event) => event.type === 'text-delta' && log.add(event.text),
          }),
  });
  // Also where nobody asks for the result: a failure that is not looked at is no crash.
  result.then(
    () => log.end(),
    (error: unknown) => log.fail(error),
  );
  const read = (text: string) => portable.readPartial(text);
  return { partialStream: { [Symbol.asyncIterator]: () => partialsOf({ log, read, result }) }, result };
}

async function* partialsOf<Value>(options: {
  readonly log: EventLog<string>;
  readonly read: (text: string) => DeepPartial<Value> | undefined;
  readonly result: Promise<ObjectResult<Value>>;
}): AsyncGenerator<DeepPartial<Value>> {
  let last = '';
  for await (const text of options.log.latest((sofar: string, piece) => sofar + piece, '')) {
    const partial = options.read(text);
    const shown = JSON.stringify(partial);
    if (partial === undefined || shown === last) continue;
    last = shown;
    yield partial;
  }
  const { object } = await options.result;
  if (JSON.stringify(object) !== last) yield object as DeepPartial<Value>;
}
