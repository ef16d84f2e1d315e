import { CacheError } from './errors.ts';

/** The result of work that takes no longer than it may; else a `CacheError` with `tier-timeout`, and the work goes on unheard. */
export async function withinTime<Result>(
  work: Promise<Result>,
  options: { readonly timeoutMs: number; readonly what: string },
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new CacheError('tier-timeout', `${options.what} did not answer within ${options.timeoutMs} ms.`)),
      options.timeoutMs,
    );
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
