import { LlmError } from '../errors.ts';

/** Waits, or rejects with `aborted` as soon as the signal fires. The timer never outlives the wait. */
export function sleep(durationMs: number, options: { readonly signal?: AbortSignal | undefined } = {}): Promise<void> {
  const { signal } = options;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(abortError(signal));
      return;
    }
    const onAbort = () => {
      clearTimeout(timer);
      reject(abortError(signal as AbortSignal));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, durationMs);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

/** The error of a call whose caller gave up. */
export function abortError(signal: AbortSignal): LlmError {
  return new LlmError('aborted', 'The call was aborted by its caller.', { cause: signal.reason });
}
