import type { BatchWriter } from './batch-writer.ts';
import type { Writer, WritingRequest, WrittenText } from './writer.ts';

/** Texts that share one request: more make a long answer that is lost as a whole where it is cut. */
const MOST_TEXTS = 8;

interface Waiting {
  /** The place of the task: a batch is in the order of the tasks, whoever came first. */
  readonly place: number;
  readonly request: WritingRequest;
  readonly resolve: (written: WrittenText) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Runs tasks that each write at most one text at a time, so that their first attempts share requests: one is sent once
 * every task that still runs waits for its text. What it gives no text for, and every repair, is asked for alone. Answers
 * what the tasks answer, in their order; the first task that fails fails them all.
 */
export async function writeTogether<Result>(
  tasks: readonly ((writer: Writer) => Promise<Result>)[],
  options: { readonly writer: Writer; readonly batchWriter: BatchWriter; readonly mostTexts?: number },
): Promise<readonly Result[]> {
  const { mostTexts = MOST_TEXTS } = options;
  const results: Result[] = [];
  for (let start = 0; start < tasks.length; start += mostTexts) {
    results.push(...(await together(tasks.slice(start, start + mostTexts), options)));
  }
  return results;
}

async function together<Result>(
  tasks: readonly ((writer: Writer) => Promise<Result>)[],
  { writer, batchWriter }: { readonly writer: Writer; readonly batchWriter: BatchWriter },
): Promise<readonly Result[]> {
  let running = tasks.length;
  let waiting: Waiting[] = [];
  const flushIfAllWait = (): void => {
    if (waiting.length === 0 || waiting.length < running) return;
    const batch = waiting.toSorted((left, right) => left.place - right.place);
    waiting = [];
    void answer(batch, { writer, batchWriter });
  };
  const joinedAt =
    (place: number): Writer =>
    (request) => {
      if (request.faults.length > 0) return writer(request);
      return new Promise((resolve, reject) => {
        waiting.push({ place, request, resolve, reject });
        flushIfAllWait();
      });
    };
  return Promise.all(
    tasks.map(async (task, place) => {
      try {
        return await task(joinedAt(place));
      } finally {
        running -= 1;
        flushIfAllWait();
      }
    }),
  );
}

async function answer(
  batch: readonly Waiting[],
  { writer, batchWriter }: { readonly writer: Writer; readonly batchWriter: BatchWriter },
): Promise<void> {
  let written: readonly (WrittenText | null)[] = [];
  if (batch.length > 1) {
    try {
      written = await batchWriter(batch.map(({ request }) => request));
    } catch {
      // A refused or unreadable answer is of all of them: each is asked for alone, and says itself why it fails.
    }
  }
  await Promise.all(
    batch.map(async ({ request, resolve, reject }, index) => {
      const text = written[index] ?? null;
      try {
        resolve(text ?? (await writer(request)));
      } catch (error) {
        reject(error);
      }
    }),
  );
}
