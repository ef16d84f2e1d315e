import { createHash } from 'node:crypto';
import { z } from 'zod';
import { contentHash } from '../content-hash.ts';
import { PromptError } from '../errors.ts';
import { rateInterval } from '../inference/binomial.ts';
import type { PromptRunner, RunAnswer, RunRequest } from '../ports/prompt-runner.ts';
import type { LLMPrompt, PromptDraft } from '../prompt.ts';
import { renderTemplate } from '../template.ts';
import type { JudgeModel } from './ask-judge.ts';
import { checkAnswer } from './check-answer.ts';
import { compareRuns } from './compare-runs.ts';
import { inParallel } from './in-parallel.ts';
import { judgeRun } from './judge-run.ts';
import type { CaseResult, PromptTestRun, RepeatResult } from './prompt-test-run.ts';
import { toStoredAssertions } from './stored-assertion.ts';
import type { PromptTestCase } from './test-case.ts';

export interface RunTestOptions {
  readonly runner: PromptRunner;
  readonly now: () => number;
  readonly newId: () => string;
  /** The model to run on. Default: the prompt's own. */
  readonly model?: { readonly modelProvider: string; readonly modelName: string };
  readonly judge?: JudgeModel;
  /** Answers to each case; more than one shows which cases are flaky. Default 1. */
  readonly repeats?: number;
  /** Calls at once. Default 4. */
  readonly concurrency?: number;
  /** The run to compare with. */
  readonly baseline?: PromptTestRun | null;
  /** Default 0.9. */
  readonly requiredPassRate?: number;
  /** Differences to the baseline that do not matter. Default 0.05. */
  readonly margin?: number;
  /** Of the bootstrap. Default 1. */
  readonly seed?: number;
  /** Each call is made for this. Default `prompt-test`. */
  readonly purpose?: string;
  readonly signal?: AbortSignal;
}

/** Runs a prompt on every case as often as asked, holds the answers to their assertions, and judges the whole. */
export async function runPromptTest(
  prompt: LLMPrompt | PromptDraft,
  cases: readonly PromptTestCase[],
  options: RunTestOptions,
): Promise<PromptTestRun> {
  const { runner, now, newId, repeats = 1, concurrency = 4, baseline = null, requiredPassRate = 0.9 } = options;
  assertCases(cases);
  const requests = cases.map((testCase) => runRequest(prompt, { testCase, options }));
  const startedAt = now();
  const judgeCalls: RunAnswer[] = [];
  const tasks = cases.flatMap((testCase, index) =>
    Array.from({ length: repeats }, () => ({ testCase, request: requests[index]! })),
  );
  const answers = await inParallel(tasks, concurrency, async ({ testCase, request }): Promise<RepeatResult> => {
    options.signal?.throwIfAborted();
    const signal = options.signal === undefined ? {} : { signal: options.signal };
    let call: RunAnswer;
    try {
      call = await runner.run(request, signal);
    } catch (error) {
      options.signal?.throwIfAborted();
      const reason = error instanceof Error ? error.message : String(error);
      return { answer: null, assertions: [], error: reason, costNanoUsd: null, latencyMs: null };
    }
    const checked = await checkAnswer(call.text, testCase, { runner, judge: options.judge, ...signal });
    judgeCalls.push(...checked.judgeCalls);
    const { text: answer, costNanoUsd, latencyMs } = call;
    return { answer, assertions: checked.assertions, error: null, costNanoUsd, latencyMs };
  });
  const results = cases.map((testCase, index) =>
    caseResult(testCase, answers.slice(index * repeats, (index + 1) * repeats)),
  );
  const comparison =
    baseline === null
      ? null
      : compareRuns({ cases: results }, baseline, { margin: options.margin ?? 0.05, seed: options.seed ?? 1 });
  const passedCaseCount = results.filter(({ passed }) => passed).length;
  const answered = answers.filter(({ answer }) => answer !== null);
  const model = options.model ?? prompt;
  return {
    id: newId(),
    type: prompt.type,
    promptId: 'id' in prompt ? prompt.id : null,
    version: 'version' in prompt ? prompt.version : null,
    contentHash: contentHash(prompt),
    modelProvider: model.modelProvider,
    modelName: model.modelName,
    ownModel: model.modelProvider === prompt.modelProvider && model.modelName === prompt.modelName,
    startedAt,
    cases: results,
    repeatCount: repeats,
    passedCaseCount,
    flakyCaseCount: results.filter(({ flaky }) => flaky).length,
    passRateInterval: rateInterval(passedCaseCount, results.length, { confidenceLevel: 0.95 }),
    costNanoUsd: sumOf(answered),
    judgeCostNanoUsd: sumOf(judgeCalls),
    latencyMs: latencyOf(answered),
    comparison,
    ...judgeRun(results, { requiredPassRate, comparison }),
  };
}

/** The call that a case makes. Variables that do not fit the template are an error before anything is spent. */
export function runRequest(
  prompt: LLMPrompt | PromptDraft,
  {
    testCase,
    options,
  }: { readonly testCase: PromptTestCase; readonly options: Pick<RunTestOptions, 'model' | 'purpose'> },
): RunRequest {
  const { modelProvider, modelName } = options.model ?? prompt;
  return {
    modelProvider,
    modelName,
    systemPrompt: prompt.systemPrompt,
    userPrompt: renderTemplate(prompt.userPromptTemplate, testCase.variables),
    ...(prompt.temperature === undefined ? {} : { temperature: prompt.temperature }),
    ...(prompt.maxOutputTokens === undefined ? {} : { maxOutputTokens: prompt.maxOutputTokens }),
    ...(prompt.effort === undefined ? {} : { effort: prompt.effort }),
    purpose: options.purpose ?? 'prompt-test',
    promptName: prompt.type,
    promptVersion: 'version' in prompt ? `${prompt.version}` : 'draft',
  };
}

function assertCases(cases: readonly PromptTestCase[]): void {
  const ids = new Set<string>();
  for (const { id, assertions } of cases) {
    if (ids.has(id)) throw new PromptError('invalid-input', `Two cases have the id "${id}": give each its own.`);
    if (assertions.length === 0)
      throw new PromptError('invalid-input', `The case "${id}" asserts nothing: add an assertion.`);
    ids.add(id);
  }
}

function caseResult(testCase: PromptTestCase, repeats: readonly RepeatResult[]): CaseResult {
  const passes = repeats.map(({ answer, assertions }) => answer !== null && assertions.every(({ passed }) => passed));
  const scores = repeats.map(({ assertions }) =>
    assertions.length === 0 ? 0 : assertions.reduce((sum, { score }) => sum + score, 0) / assertions.length,
  );
  const stored = toStoredAssertions(testCase.assertions);
  return {
    caseId: testCase.id,
    caseHash: hashOf(testCase),
    variables: testCase.variables,
    ...(stored === null ? {} : { assertions: stored }),
    repeats,
    passed: passes.every(Boolean),
    flaky: passes.some(Boolean) && !passes.every(Boolean),
    score: scores.reduce((sum, score) => sum + score, 0) / scores.length,
  };
}

/** What makes a case what it is; of code only that it is there. */
function hashOf({ variables, assertions }: PromptTestCase): string {
  const plain = assertions.map((assertion) => {
    if (assertion.kind === 'check') return { name: assertion.name, kind: assertion.kind };
    if (assertion.kind !== 'schema' || !(assertion.schema instanceof z.ZodType)) return assertion;
    return { ...assertion, schema: z.toJSONSchema(assertion.schema, { unrepresentable: 'any' }) };
  });
  return createHash('sha256')
    .update(JSON.stringify([variables, plain]))
    .digest('hex')
    .slice(0, 16);
}

/** `null` where one has no price: a sum that leaves something out would be too low. */
function sumOf(calls: readonly { readonly costNanoUsd: bigint | null }[]): bigint | null {
  return calls.reduce<bigint | null>(
    (sum, { costNanoUsd }) => (sum === null || costNanoUsd === null ? null : sum + costNanoUsd),
    0n,
  );
}

function latencyOf(repeats: readonly RepeatResult[]): PromptTestRun['latencyMs'] {
  const sorted = repeats.flatMap(({ latencyMs }) => (latencyMs === null ? [] : [latencyMs])).sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!;
  return { median: at(0.5), p95: at(0.95) };
}
