import type { AnalystEvent } from '@pa/engines';

/** Who wrote the words of an answer, known before the first of them. */
export type AnswerMarks = Omit<Extract<AnalystEvent, { readonly type: 'marked' }>, 'type'>;

/** Nothing was written: the question failed before its first word. */
const NOTHING_WRITTEN: AnswerMarks = { aiGenerated: false, synthetic: false, servedModel: 'none' };

/**
 * Reads an answer up to its marks, which a stream has to send in its headers, and gives back all of its events. A failure
 * before the marks is thrown by the events, so that a stream tells it as any other.
 */
export async function markedEvents(
  events: AsyncIterable<AnalystEvent>,
): Promise<{ readonly marks: AnswerMarks; readonly events: AsyncGenerator<AnalystEvent> }> {
  const iterator = events[Symbol.asyncIterator]();
  const read: AnalystEvent[] = [];
  let marks = NOTHING_WRITTEN;
  let failure: { readonly error: unknown } | null = null;
  try {
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      read.push(next.value);
      if (next.value.type === 'marked') {
        marks = next.value;
        break;
      }
    }
  } catch (error) {
    failure = { error };
  }
  async function* all(): AsyncGenerator<AnalystEvent> {
    try {
      yield* read;
      if (failure !== null) throw failure.error;
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { marks, events: all() };
}
