import type { ModelParameters } from './capability-check.ts';

/** One call of a model. */
export interface RunRequest extends ModelParameters {
  readonly systemPrompt: string;
  readonly userPrompt: string;
  /** What the call is for, such as `prompt-test`: under it the call is booked. */
  readonly purpose: string;
  /** Name and version of the prompt, `null` for a call that is no prompt's, such as a judge's. */
  readonly promptName: string | null;
  readonly promptVersion: string | null;
}

/** What came back. */
export interface RunAnswer {
  readonly text: string;
  readonly servedModel: string;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  /** Integer nano-dollars; `null` where the model has no price. */
  readonly costNanoUsd: bigint | null;
  readonly latencyMs: number;
}

/**
 * Calls language models for tests and for the optimiser. A call that fails rejects; it is counted as a failure of its case
 * and does not end the run.
 */
export interface PromptRunner {
  run(request: RunRequest, options?: { readonly signal?: AbortSignal }): Promise<RunAnswer>;
  /** The most that a call can cost, in integer nano-dollars; `null` where it cannot be said, because the model has no price. */
  worstCaseNanoUsd(request: RunRequest): bigint | null;
}
