import { LlmError } from './errors.ts';

/** Refuses a client that retries by itself: only one layer may, or three attempts become nine. */
export function assertNoClientRetries(client: { readonly maxRetries: number }, provider: string): void {
  if (client.maxRetries === 0) return;
  throw new LlmError(
    'not-configured',
    `The ${provider} client retries ${client.maxRetries} times by itself: make it with maxRetries: 0, retries are withRetry's.`,
  );
}
