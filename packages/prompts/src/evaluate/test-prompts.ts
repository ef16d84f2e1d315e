import { notConfigured, type NotConfigured } from '../ports/not-configured.ts';
import type { PromptRunner } from '../ports/prompt-runner.ts';
import type { LLMPrompt, PromptDraft } from '../prompt.ts';
import type { PromptTestRun } from './prompt-test-run.ts';
import type { PromptTestStore } from './prompt-test-store.ts';
import { type RunTestOptions, runPromptTest } from './run-prompt-test.ts';
import { withSpendingLimit } from './spending-limit.ts';
import type { PromptTestCase } from './test-case.ts';

export interface TestPromptOptions
  extends Omit<RunTestOptions, 'runner' | 'now' | 'newId' | 'model' | 'baseline' | 'purpose'> {
  /** Models to run on. Default: each prompt's own. */
  readonly models?: readonly { readonly modelProvider: string; readonly modelName: string }[];
  /** Id of the run to compare with; `null` for none. Default: the last stored run of what `production` names. */
  readonly baselineRunId?: string | null;
  /** The most that all calls together may cost, judges included, in integer nano-dollars. Default: no limit. */
  readonly limitNanoUsd?: bigint;
}

/** Runs prompts on cases and models, stores each run, and compares it with its baseline. */
export async function testPrompts(
  prompts: readonly (LLMPrompt | PromptDraft)[],
  cases: readonly PromptTestCase[],
  options: TestPromptOptions & {
    readonly dependencies: {
      readonly runner?: PromptRunner;
      readonly tests?: PromptTestStore;
      readonly now: () => number;
      readonly newId: () => string;
    };
    readonly deployed: (type: string) => Promise<LLMPrompt | null>;
  },
): Promise<readonly PromptTestRun[] | NotConfigured> {
  const { dependencies, deployed, models, baselineRunId, limitNanoUsd, ...rest } = options;
  const { runner, tests, now, newId } = dependencies;
  if (runner === undefined) {
    return notConfigured(
      'PromptRunner',
      'Testing a prompt calls its model, which needs a PromptRunner and so a key: pass one.',
    );
  }
  const limited = limitNanoUsd === undefined ? runner : withSpendingLimit(runner, { limitNanoUsd });
  const runs: PromptTestRun[] = [];
  for (const prompt of prompts) {
    const baseline = await baselineOf(prompt, { tests, baselineRunId, deployed });
    for (const model of models ?? [prompt]) {
      const { modelProvider, modelName } = model;
      const run = await runPromptTest(prompt, cases, {
        ...rest,
        runner: limited,
        now,
        newId,
        model: { modelProvider, modelName },
        baseline,
      });
      await tests?.record(run);
      runs.push(run);
    }
  }
  return runs;
}

async function baselineOf(
  prompt: LLMPrompt | PromptDraft,
  options: {
    readonly tests: PromptTestStore | undefined;
    readonly baselineRunId: string | null | undefined;
    readonly deployed: (type: string) => Promise<LLMPrompt | null>;
  },
): Promise<PromptTestRun | null> {
  const { tests, baselineRunId, deployed } = options;
  if (tests === undefined || baselineRunId === null) return null;
  if (baselineRunId !== undefined) return tests.byId(baselineRunId);
  const current = await deployed(prompt.type);
  // A version is not its own baseline: it would never be worse.
  if (current === null || ('id' in prompt && current.id === prompt.id)) return null;
  return (await tests.list({ type: prompt.type, promptId: current.id, ownModel: true, limit: 1 }))[0] ?? null;
}
