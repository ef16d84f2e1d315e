import { abortError } from '../wrappers/deadline.ts';

/** What `work` comes to, or `aborted` as soon as the signal fires, also where the one who works does not listen to it. */
export async function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return work;
  const ended = Promise.withResolvers<never>();
  const onAbort = () => ended.reject(abortError(signal));
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work, ended.promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
    // Whoever lost the race may still fail.
    work.catch(() => undefined);
    ended.promise.catch(() => undefined);
  }
}
