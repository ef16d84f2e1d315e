import { resolve } from 'node:path';
import type { LLMPrompt, PromptDraft, PromptTestRun, TestPromptOptions } from '@pa/prompts';
import { readCases, readPromptFolder } from '@pa/prompts/files';
import { nanoUsdOf } from '@pa/cost';
import { CommandError } from '../../errors.ts';
import { formatCost } from '../../output/format-value.ts';
import { table } from '../../output/table.ts';
import type { CommandContext } from '../command-context.ts';
import { operator, splitReference, withPromptDesk } from './with-prompt-desk.ts';

export interface TestOptions {
  readonly folder: string;
  readonly draft?: boolean;
  /** Provider and model, joined by a slash, each. */
  readonly model?: readonly string[];
  readonly judge?: string;
  readonly repeats: number;
  readonly limit?: number;
  readonly baseline?: string | false;
}

/** `pa prompts test`: a version, or the files as they are, on the cases beside them. Fails where a run did not pass. */
export async function test({
  context,
  reference,
  options,
}: {
  readonly context: CommandContext;
  readonly reference: string;
  readonly options: TestOptions;
}): Promise<void> {
  const { type, selector } = splitReference(reference);
  const folder = resolve(context.folder, options.folder);
  const cases = await readCases(folder, type);
  if (cases.length === 0) {
    throw new CommandError(
      'NO_CASES',
      `There are no cases for "${type}": write them to ${resolve(folder, type, 'cases.json')}.`,
    );
  }
  await withPromptDesk(context, async ({ manager }) => {
    let prompt: LLMPrompt | PromptDraft;
    if (options.draft === true) {
      const file = (await readPromptFolder(folder)).find((candidate) => candidate.type === type);
      if (file === undefined) throw new CommandError('NO_PROMPT', `There is no prompt "${type}" in ${folder}.`);
      prompt = { ...file, createdBy: operator() };
    } else prompt = (await manager.getPrompt(type, selector)).prompt;
    const testing: TestPromptOptions = {
      repeats: options.repeats,
      signal: context.signal,
      ...(options.model === undefined ? {} : { models: options.model.map(splitModel) }),
      ...(options.judge === undefined ? {} : { judge: splitModel(options.judge) }),
      ...(options.limit === undefined ? {} : { limitNanoUsd: nanoUsdOf(options.limit) }),
      ...(options.baseline === undefined
        ? {}
        : { baselineRunId: options.baseline === false ? null : options.baseline }),
    };
    const runs = await manager.testPrompt(prompt, cases, testing);
    if ('status' in runs) throw new CommandError('NOT_CONFIGURED', runs.reason);
    context.terminal.result(runs, () => runs.map(renderRun).join('\n\n'));
    const rest = runs.filter(({ outcome }) => outcome !== 'passed');
    if (rest.length === 0) return;
    // A second JSON document after the runs could not be read.
    if (context.terminal.json) process.exitCode = 1;
    else
      throw new CommandError(
        'TEST_NOT_PASSED',
        `${rest.length} of ${runs.length} runs did not pass: ${rest[0]!.reason}`,
      );
  });
}

function splitModel(text: string): { readonly modelProvider: string; readonly modelName: string } {
  const [modelProvider = '', ...rest] = text.split('/');
  return { modelProvider, modelName: rest.join('/') };
}

function renderRun(run: PromptTestRun): string {
  const { comparison, latencyMs } = run;
  return [
    `${run.type}@${run.version ?? 'draft'} on ${run.modelProvider}/${run.modelName}: ${run.outcome}. ${run.reason}`,
    table(
      run.cases.map(({ caseId, passed, flaky, repeats }) => [
        caseId,
        passed ? 'passes' : flaky ? 'flaky' : 'fails',
        repeats.flatMap(({ error, assertions }) => [
          ...(error === null ? [] : [error]),
          ...assertions.filter((assertion) => !assertion.passed).map(({ name, reason }) => `${name}: ${reason}`),
        ])[0] ?? '',
      ]),
      { head: ['case', 'result', 'why'] },
    ),
    [
      `Cost ${run.costNanoUsd === null ? 'unknown' : formatCost(run.costNanoUsd)}`,
      ...(latencyMs === null ? [] : [`median ${Math.round(latencyMs.median)} ms, p95 ${Math.round(latencyMs.p95)} ms`]),
      ...(comparison === null
        ? []
        : [
            `${comparison.verdict} against run ${comparison.baselineRunId}: ${points(comparison.difference)} (${points(comparison.interval.lower)} to ${points(comparison.interval.upper)}) on ${comparison.pairs} cases`,
          ]),
      `run ${run.id}`,
    ].join('; '),
  ].join('\n\n');
}

function points(share: number): string {
  return `${share >= 0 ? '+' : ''}${(share * 100).toFixed(1)} points`;
}
