import type { LanguageModel } from '../language-model.ts';
import { runSteps, type TextRequest, type TextResult } from './steps.ts';
import { untilAborted } from './until-aborted.ts';

/**
 * Asks a model for a text, and runs the tools it calls for where `maximumSteps` lets it go on.
 *
 * Rejects with an `LlmError`: a truncation is `truncated`, a refusal `refusal`, an abort `aborted`; the error carries the
 * attempts and the usage of all steps.
 *
 * @example
 * const { text, usage, attempts } = await generateText(model, { prompt: 'How are prices of the 911?' });
 */
export function generateText(model: LanguageModel, request: TextRequest): Promise<TextResult> {
  return runSteps(request, { ask: (step) => untilAborted(model.generate(step), step.signal) });
}
