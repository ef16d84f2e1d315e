import { compareRuns } from '../evaluate/compare-runs.ts';
import type { JudgeModel } from '../evaluate/ask-judge.ts';
import type { PromptTestRun } from '../evaluate/prompt-test-run.ts';
import { runPromptTest, runRequest } from '../evaluate/run-prompt-test.ts';
import { withSpendingLimit } from '../evaluate/spending-limit.ts';
import type { PromptTestCase } from '../evaluate/test-case.ts';
import { seededRandom } from '../inference/random.ts';
import { notConfigured, type NotConfigured } from '../ports/not-configured.ts';
import type { PromptRunner } from '../ports/prompt-runner.ts';
import type { LLMPrompt, PromptDraft } from '../prompt.ts';
import type { OptimisationRequest, OptimisationStep, OptimisationStore, PromptOptimization } from './optimisation.ts';
import { proposeInstructions } from './propose-instructions.ts';
import { MINIMUM_CASES, splitCases } from './split-cases.ts';
import { withExamples } from './with-examples.ts';

export interface OptimizeOptions {
  /** The version to improve. It is not changed. */
  readonly base: LLMPrompt;
  /** At least 30, which are split into training, validation and test once and for all. */
  readonly cases: readonly PromptTestCase[];
  /** Calls models. Without it the answer is `not-configured`: proposing needs a key. */
  readonly runner?: PromptRunner | undefined;
  /** The model that proposes. Default: that of the base. */
  readonly proposer?: { readonly modelProvider: string; readonly modelName: string };
  readonly judge?: JudgeModel;
  /** The most that everything together may cost, integer nano-dollars. It is never passed. */
  readonly budgetNanoUsd: bigint;
  /** Adds a version and answers its id, as `PromptManager.createPrompt` does. */
  readonly createPrompt: (draft: PromptDraft) => Promise<string>;
  /** Keeps what was done. */
  readonly store?: OptimisationStore;
  /** Who wants it and why, kept with what was done. Default: nobody is written down. */
  readonly requested?: OptimisationRequest;
  readonly now: () => number;
  readonly newId: () => string;
  /** Default 3. */
  readonly rounds?: number;
  /** Rewrites a round; one more candidate a round has examples. Default 2. */
  readonly proposals?: number;
  /** Default 1: of the split and of the examples. */
  readonly seed?: number;
  readonly concurrency?: number;
  readonly signal?: AbortSignal;
}

interface Candidate {
  readonly index: number;
  readonly prompt: LLMPrompt;
  readonly score: number;
}

const SHOWN_FAILURES = 5;
const EXAMPLES = 3;
/** A candidate may be this much longer than the base before the held-out test no longer fits into what was set aside. */
const LONGER_CANDIDATE = 2n;

/**
 * Looks for better instructions and examples within a budget. What it proposes sees the training cases alone, the
 * validation cases choose, and the best must beat the base on the held-out test cases, with the whole interval of the
 * difference above zero. Then it becomes a version, with everything that was tried in the ledger. It is never deployed.
 */
export async function optimizePrompts(options: OptimizeOptions): Promise<PromptOptimization | NotConfigured> {
  const { base, cases, runner, budgetNanoUsd, seed = 1, rounds = 3, proposals = 2, signal } = options;
  if (runner === undefined) {
    return notConfigured(
      'PromptRunner',
      'Optimising prompts calls models, which needs a key: set one, and pass a PromptRunner.',
    );
  }
  const startedAt = options.now();
  const proposer = options.proposer ?? base;
  const split = splitCases(cases, { seed });
  const steps: OptimisationStep[] = [];
  const setAside = heldOutWorstCase(options, { runner, test: split.test });
  const search = withSpendingLimit(runner, {
    limitNanoUsd: setAside === null ? 0n : max(0n, budgetNanoUsd - setAside),
  });
  let spentOnTest = 0n;

  const finish = async (
    outcome: Pick<PromptOptimization, 'status' | 'reason'> &
      Partial<Pick<PromptOptimization, 'candidatePromptId' | 'heldOut'>>,
  ): Promise<PromptOptimization> => {
    const optimization: PromptOptimization = {
      id: options.newId(),
      type: base.type,
      basePromptId: base.id,
      candidatePromptId: null,
      heldOut: null,
      ...outcome,
      split: { train: idsOf(split.train), validation: idsOf(split.validation), test: idsOf(split.test) },
      steps,
      seed,
      proposer: { modelProvider: proposer.modelProvider, modelName: proposer.modelName },
      budgetNanoUsd,
      spentNanoUsd: search.spentNanoUsd() + spentOnTest,
      startedAt,
      ...(options.requested === undefined ? {} : { requested: options.requested }),
    };
    await options.store?.record(optimization);
    return optimization;
  };
  if (cases.length < MINIMUM_CASES) {
    return finish({
      status: 'not-enough-cases',
      reason: `There are ${cases.length} cases and at least ${MINIMUM_CASES} are needed.`,
    });
  }
  if (setAside === null)
    return finish({
      status: 'budget-exhausted',
      reason: 'The model has no price, so that no budget can be kept: give it one.',
    });

  const run = (prompt: LLMPrompt, part: readonly PromptTestCase[], by: PromptRunner): Promise<PromptTestRun> =>
    runPromptTest(prompt, part, {
      runner: by,
      now: options.now,
      newId: options.newId,
      purpose: 'prompt-optimiser',
      ...(options.judge === undefined ? {} : { judge: options.judge }),
      ...(options.concurrency === undefined ? {} : { concurrency: options.concurrency }),
      ...(signal === undefined ? {} : { signal }),
    });
  const note = (
    step: Pick<OptimisationStep, 'round' | 'kind' | 'parent' | 'systemPrompt' | 'part'>,
    result: PromptTestRun | null,
    dropped: string | null = null,
  ): number => {
    steps.push({
      ...step,
      score: result === null || dropped !== null ? null : meanScore(result),
      passedCaseCount: result?.passedCaseCount ?? 0,
      caseCount: result?.cases.length ?? 0,
      spentNanoUsd: search.spentNanoUsd() + spentOnTest,
      dropped,
    });
    return steps.length - 1;
  };
  const OUT_OF_MONEY = 'The budget did not reach to its end.';
  const evaluate = async (
    prompt: LLMPrompt,
    step: Pick<OptimisationStep, 'round' | 'kind' | 'parent'>,
  ): Promise<Candidate | null> => {
    const result = await run(prompt, split.validation, search);
    const described = { ...step, systemPrompt: prompt.systemPrompt, part: 'validation' as const };
    if (search.exhausted) {
      note(described, result, OUT_OF_MONEY);
      return null;
    }
    return { index: note(described, result), prompt, score: meanScore(result) };
  };

  let best = await evaluate(base, { round: 0, kind: 'base', parent: null });
  if (best === null)
    return finish({ status: 'budget-exhausted', reason: 'The budget does not reach to judge the base: raise it.' });
  const random = seededRandom(seed);
  for (let round = 1; round <= rounds && !search.exhausted; round++) {
    const parent: Candidate = best;
    const training = await run(parent.prompt, split.train, search);
    note(
      { round, kind: 'base', parent: parent.index, systemPrompt: parent.prompt.systemPrompt, part: 'train' },
      training,
      search.exhausted ? OUT_OF_MONEY : null,
    );
    if (search.exhausted) break;
    const texts: { readonly kind: 'instructions' | 'examples'; readonly text: string }[] = [];
    const failures = training.cases.filter(({ score }) => score < 1);
    for (let n = 0; n < proposals && failures.length > 0 && !search.exhausted; n++) {
      const shown = sample(failures, SHOWN_FAILURES, random);
      const { systemPrompt, userPromptTemplate } = parent.prompt;
      const described = { round, kind: 'instructions', parent: parent.index, part: 'validation' } as const;
      try {
        const text = await proposeInstructions(
          { systemPrompt, userPromptTemplate, failures: shown },
          { runner: search, proposer, ...(signal === undefined ? {} : { signal }) },
        );
        if (text === null) note({ ...described, systemPrompt: '' }, null, 'What was proposed is no instruction.');
        else texts.push({ kind: 'instructions', text });
      } catch (error) {
        signal?.throwIfAborted();
        note({ ...described, systemPrompt: '' }, null, error instanceof Error ? error.message : String(error));
      }
    }
    const examples = withExamples(parent.prompt.systemPrompt, { results: training.cases, count: EXAMPLES, random });
    if (examples !== null) texts.push({ kind: 'examples', text: examples });
    for (const { kind, text } of texts) {
      if (search.exhausted) break;
      const candidate = await evaluate({ ...base, systemPrompt: text }, { round, kind, parent: parent.index });
      if (candidate !== null && candidate.score > best.score) best = candidate;
    }
    if (best === parent) break;
  }
  if (best.prompt === base) {
    return search.exhausted
      ? finish({ status: 'budget-exhausted', reason: 'The budget was used up before anything better was found.' })
      : finish({ status: 'not-improved', reason: 'Nothing that was proposed did better on the validation cases.' });
  }

  const last = withSpendingLimit(runner, { limitNanoUsd: budgetNanoUsd - search.spentNanoUsd() });
  const runs: PromptTestRun[] = [];
  for (const { prompt, kind } of [
    { prompt: base, kind: 'base' as const },
    { prompt: best.prompt, kind: steps[best.index]!.kind },
  ]) {
    const result = await run(prompt, split.test, last);
    spentOnTest = last.spentNanoUsd();
    note(
      {
        round: rounds + 1,
        kind,
        parent: kind === 'base' ? null : best.index,
        systemPrompt: prompt.systemPrompt,
        part: 'test',
      },
      result,
      last.exhausted ? OUT_OF_MONEY : null,
    );
    if (last.exhausted)
      return finish({
        status: 'budget-exhausted',
        reason: 'The budget does not reach to the end of the held-out test: raise it.',
      });
    runs.push(result);
  }
  const heldOut = compareRuns(runs[1]!, runs[0]!, { margin: 0, seed });
  const range = `${points(heldOut.difference)} (${points(heldOut.interval.lower)} to ${points(heldOut.interval.upper)}) on ${heldOut.pairs} held-out cases`;
  if (heldOut.verdict !== 'better' || heldOut.interval.lower <= 0) {
    return finish({ status: 'not-improved', reason: `What was found is not shown to be better: ${range}.`, heldOut });
  }
  const { composition: _composition, ...plain } = base;
  const candidatePromptId = await options.createPrompt({
    ...draftOf(plain),
    systemPrompt: best.prompt.systemPrompt,
    description: `Optimised from version ${base.version}: ${range}.`,
    createdBy: 'optimizer',
  });
  return finish({
    status: 'improved',
    reason: `Better by ${range}. It is deployed nowhere.`,
    candidatePromptId,
    heldOut,
  });
}

/** The most that the held-out test of base and candidate can cost; `null` where a call has no price. */
function heldOutWorstCase(
  options: OptimizeOptions,
  { runner, test }: { readonly runner: PromptRunner; readonly test: readonly PromptTestCase[] },
): bigint | null {
  let sum = 0n;
  for (const testCase of test) {
    const request = runRequest(options.base, { testCase, options: {} });
    const judges = testCase.assertions.filter(({ kind }) => kind === 'judge').length;
    const worst = runner.worstCaseNanoUsd(request);
    const judged =
      options.judge === undefined || judges === 0 ? 0n : runner.worstCaseNanoUsd({ ...request, ...options.judge });
    if (worst === null || judged === null) return null;
    sum += worst + judged * BigInt(judges);
  }
  return sum * (1n + LONGER_CANDIDATE);
}

function meanScore({ cases }: PromptTestRun): number {
  return cases.reduce((sum, { score }) => sum + score, 0) / cases.length;
}

function sample<Item>(items: readonly Item[], count: number, random: () => number): readonly Item[] {
  const rest = [...items];
  const chosen: Item[] = [];
  while (chosen.length < count && rest.length > 0) chosen.push(...rest.splice(Math.floor(random() * rest.length), 1));
  return chosen;
}

function draftOf(prompt: Omit<LLMPrompt, 'composition'>): PromptDraft {
  const { id: _id, version: _version, contentHash: _hash, createdAt: _at, ...draft } = prompt;
  return draft;
}

function idsOf(cases: readonly PromptTestCase[]): readonly string[] {
  return cases.map(({ id }) => id);
}

function points(share: number): string {
  return `${share >= 0 ? '+' : ''}${(share * 100).toFixed(1)} points`;
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
