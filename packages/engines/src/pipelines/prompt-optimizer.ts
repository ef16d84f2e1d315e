import type { PromptOptimization, PromptTestCase } from '@pa/prompts';
import type { InsightType } from '../market/insight.ts';
import type { NotConfigured } from './not-configured.ts';

/** What is to be improved, on which cases, and for how much. */
export interface PromptOptimizationRequest {
  readonly type: InsightType;
  readonly cases: readonly PromptTestCase[];
  /** The most that everything together may cost, integer nano-dollars. */
  readonly budgetNanoUsd: bigint;
}

/**
 * Looks for a better version of a prompt and writes it as a candidate, which is deployed nowhere; `optimizePrompts` of
 * `@pa/prompts` with its ports filled in. Without a key the answer says that it needs one.
 */
export type PromptOptimizer = (request: PromptOptimizationRequest) => Promise<PromptOptimization | NotConfigured>;
