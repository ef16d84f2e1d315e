export { composePrompt, type IncludeLookup, includedTypes } from './compose-prompt.ts';
export { contentHash } from './content-hash.ts';
export {
  type DiffPart,
  diffPrompts,
  diffTexts,
  type GoldenInput,
  type PromptDiff,
  type PromptSize,
  type RenderedDiff,
} from './diff-prompts.ts';
export { isPromptError, PromptError, type PromptErrorCode } from './errors.ts';
export type { JudgeModel } from './evaluate/ask-judge.ts';
export type { AssertionResult } from './evaluate/check-answer.ts';
export { casesOfRun } from './evaluate/cases-of-run.ts';
export { compareRuns } from './evaluate/compare-runs.ts';
export type { BaselineComparison, CaseResult, PromptTestRun, RepeatResult } from './evaluate/prompt-test-run.ts';
export type { PromptTestStore } from './evaluate/prompt-test-store.ts';
export { runPromptTest, type RunTestOptions } from './evaluate/run-prompt-test.ts';
export type { StoredAssertion } from './evaluate/stored-assertion.ts';
export { type LimitedRunner, withSpendingLimit } from './evaluate/spending-limit.ts';
export type { AnswerPath, Assertion, CheckOutcome, PromptTestCase } from './evaluate/test-case.ts';
export type { TestPromptOptions } from './evaluate/test-prompts.ts';
export { analyseExperiment } from './experiments/analyse-experiment.ts';
export { assignArm } from './experiments/assign-arm.ts';
export type {
  Experiment,
  ExperimentArm,
  ExperimentChange,
  ExperimentMetric,
  Exposure,
  Outcome,
} from './experiments/experiment.ts';
export type {
  ArmComparison,
  ExperimentAnalysis,
  GuardrailEffect,
  MetricEffect,
  Verdict,
} from './experiments/experiment-analysis.ts';
export type { ExperimentStore, UnitValue } from './experiments/experiment-store.ts';
export {
  type ExperimentDraft,
  Experiments,
  type ExperimentsOptions,
  type RunningExperiment,
} from './experiments/experiments.ts';
export { asymptoticEffect } from './inference/asymptotic-effect.ts';
export { rateInterval } from './inference/binomial.ts';
export { boundedEffect, type EffectInterval } from './inference/bounded-effect.ts';
export { pairedRateTest } from './inference/mcnemar.ts';
export { pairedBootstrap } from './inference/paired-bootstrap.ts';
export type { ArmObservation } from './inference/pseudo-outcomes.ts';
export { type SampleRatio, sampleRatio } from './inference/sample-ratio.ts';
export { memoryExperimentStore } from './memory/memory-experiment-store.ts';
export { memoryOptimisationStore } from './memory/memory-optimisation-store.ts';
export { memoryPromptStore } from './memory/memory-prompt-store.ts';
export { memoryPromptTestStore } from './memory/memory-prompt-test-store.ts';
export type {
  OptimisationRequest,
  OptimisationStep,
  OptimisationStore,
  PromptOptimization,
} from './optimise/optimisation.ts';
export { type OptimizeOptions, optimizePrompts } from './optimise/optimize-prompts.ts';
export { MINIMUM_CASES } from './optimise/split-cases.ts';
export type { CapabilityCheck, ModelParameters } from './ports/capability-check.ts';
export type { NotConfigured } from './ports/not-configured.ts';
export type { PromptRunner, RunAnswer, RunRequest } from './ports/prompt-runner.ts';
export type { TokenCounter } from './ports/token-counter.ts';
export type {
  LLMPrompt,
  PromptComposition,
  PromptContent,
  PromptDeployment,
  PromptDeploymentAttempt,
  PromptDraft,
  PromptInclude,
  ReasoningEffort,
} from './prompt.ts';
export {
  type DeployOptions,
  type FoundPrompt,
  PRODUCTION,
  PromptManager,
  type PromptManagerOptions,
  type PromptSelector,
  type PromptTypeSummary,
} from './prompt-manager.ts';
export { PromptReader, type PromptReaderOptions, type ReadPrompt } from './prompt-reader.ts';
export type { LabelQuery, NewPrompt, PromptChanges, PromptStore } from './prompt-store.ts';
export { defineTemplate, fence, renderTemplate, type Template, templateVariables } from './template.ts';
