import { CacheError } from './errors.ts';

/**
 * The result of work that takes no longer than it may; else a `CacheError` with `tier-timeout`, and the work goes on unheard.
 * Where this process itself was busy past the deadline, what has arrived meanwhile still counts.
 */
export async function withinTime<Result>(
  work: Promise<Result>,
  options: { readonly timeoutMs: number; readonly what: string },
): Promise<Result> {
  const { timeoutMs, what } = options;
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    const giveUp = () => reject(new CacheError('tier-timeout', `${what} did not answer within ${timeoutMs} ms.`));
    // Timers run before what has arrived is read: one more turn of the event loop reads it.
    const readAndGiveUp = () => setImmediate(() => setImmediate(giveUp));
    const startedAt = performance.now();
    timer = setTimeout(() => {
      // A timer this late says that the processor was busy elsewhere, perhaps for the other side as well: it gets its time.
      const isLate = performance.now() - startedAt > 1.5 * timeoutMs;
      if (isLate) timer = setTimeout(readAndGiveUp, timeoutMs);
      else readAndGiveUp();
    }, timeoutMs);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
