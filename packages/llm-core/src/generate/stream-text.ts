import type { LanguageModel, StreamEvent, ToolResultPart } from '../language-model.ts';
import { EventLog } from './event-log.ts';
import { readStream } from './read-stream.ts';
import { runSteps, type TextRequest, type TextResult } from './steps.ts';

/** What happens while a text arrives, over all steps. */
export type TextStreamEvent =
  | Exclude<StreamEvent, { readonly type: 'finish' }>
  | { readonly type: 'tool-result'; readonly result: ToolResultPart };

/** A text that arrives. */
export interface TextStream {
  /** The text, piece by piece. Read it as often as needed: each reader gets all of it. Throws where the call fails. */
  readonly textStream: AsyncIterable<string>;
  /** Text, reasoning, tool calls and what tools answered. */
  readonly eventStream: AsyncIterable<TextStreamEvent>;
  /** The whole. Rejects with an `LlmError` that carries the text so far; nothing happens where nobody waits for it. */
  readonly result: Promise<TextResult>;
}

/**
 * Asks a model for a text that is read while it arrives. The call runs from now on whether it is read or not, and nobody
 * has to read it; abort the `signal` to end it, which ends the streams and the result with `aborted`.
 *
 * @example
 * const { textStream, result } = streamText(model, { prompt: 'How are prices of the 911?' });
 * for await (const text of textStream) process.stdout.write(text);
 * console.log((await result).usage);
 */
export function streamText(model: LanguageModel, request: TextRequest): TextStream {
  const log = new EventLog<TextStreamEvent>();
  const result = runSteps(request, {
    ask: (step) => readStream(model, { request: step, onEvent: (event) => log.add(event) }),
    onToolResult: (toolResult) => log.add({ type: 'tool-result', result: toolResult }),
  });
  // Also where nobody asks for the result: a failure that is not looked at is no crash.
  result.then(
    () => log.end(),
    (error: unknown) => log.fail(error),
  );
  return { eventStream: log, textStream: { [Symbol.asyncIterator]: () => textOf(log) }, result };
}

async function* textOf(events: AsyncIterable<TextStreamEvent>): AsyncGenerator<string> {
  for await (const event of events) if (event.type === 'text-delta') yield event.text;
}
