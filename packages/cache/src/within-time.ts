import { CacheError } from './errors.ts';

/**
 * The result of work that takes no longer than it may; else a `CacheError` with `tier-timeout`, and the work goes on unheard.
 * Where this process itself was busy past the deadline, what has arrived meanwhile still counts.
 */
export async function withinTime<Result>(
  work: Promise<Result>,
  options: { readonly timeoutMs: number; readonly what: string },
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    const giveUp = () =>
      reject(new CacheError('tier-timeout', `${options.what} did not answer within ${options.timeoutMs} ms.`));
    // Timers run before what has arrived is read: one more turn of the event loop reads it.
    timer = setTimeout(() => setImmediate(() => setImmediate(giveUp)), options.timeoutMs);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
