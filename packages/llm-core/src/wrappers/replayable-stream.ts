import { EarlierAttempts } from '../attempts/earlier-attempts.ts';
import { copyError } from '../copy-error.ts';
import { isLlmError } from '../errors.ts';
import type { StreamEvent } from '../language-model.ts';

/** True for events after which a stream can no longer be replayed elsewhere: the reader has seen something. */
export function isContent(event: StreamEvent): boolean {
  if (event.type === 'text-delta' || event.type === 'reasoning-delta') return event.text !== '';
  return event.type === 'tool-call' || event.type === 'finish';
}

/**
 * Runs `open` until one of its streams reaches the first content event, then commits to it. Before that point `next`
 * decides whether another stream is opened; after it a failure surfaces once, with the text that was said.
 */
export async function* replayableStream(options: {
  readonly open: (attempt: number) => AsyncIterable<StreamEvent>;
  /** Answers true to try again. Throws to end with another error. */
  readonly next: (error: unknown, attempt: number) => Promise<boolean>;
}): AsyncGenerator<StreamEvent> {
  const earlier = new EarlierAttempts();
  for (let attempt = 1; ; attempt++) {
    let committed = false;
    let text = '';
    try {
      for await (const event of options.open(attempt)) {
        if (!committed && !isContent(event)) continue;
        committed = true;
        if (event.type === 'text-delta') text += event.text;
        yield event.type === 'finish' ? { type: 'finish', result: earlier.onto(event.result) } : event;
      }
      return;
    } catch (error) {
      if (committed) throw earlier.ontoError(withPartialText(error, text));
      if (!(await options.next(error, attempt))) throw earlier.ontoError(error);
      earlier.add(error);
    }
  }
}

function withPartialText(error: unknown, partialText: string): unknown {
  if (!isLlmError(error) || error.partialText !== undefined || partialText === '') return error;
  return copyError(error, { partialText, cause: error });
}
