import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { nanoUsdOf } from '@pa/cost';
import { optimizePrompts, type PromptOptimization } from '@pa/prompts';
import { readCases } from '@pa/prompts/files';
import { CommandError } from '../../errors.ts';
import { formatCost } from '../../output/format-value.ts';
import { table } from '../../output/table.ts';
import type { CommandContext } from '../command-context.ts';
import { operator, splitReference, withPromptDesk } from './with-prompt-desk.ts';

export interface OptimizeOptions {
  readonly folder: string;
  /** Dollars. */
  readonly budget: number;
  readonly rounds: number;
  readonly proposals: number;
  readonly seed: number;
}

/** `pa prompts optimize`: looks for a better version on the cases beside the prompt. What it finds is deployed nowhere. */
export async function optimize({
  context,
  reference,
  options,
}: {
  readonly context: CommandContext;
  readonly reference: string;
  readonly options: OptimizeOptions;
}): Promise<void> {
  const { type, selector } = splitReference(reference);
  const cases = await readCases(resolve(context.folder, options.folder), type);
  const { rounds, proposals, seed } = options;
  await withPromptDesk(context, async ({ manager, runner, stores }) => {
    const { prompt: base } = await manager.getPrompt(type, selector);
    const found = await optimizePrompts({
      base,
      cases,
      runner,
      budgetNanoUsd: nanoUsdOf(options.budget),
      createPrompt: (draft) => manager.createPrompt({ ...draft, createdBy: operator() }),
      store: stores.optimisations,
      now: context.now,
      newId: randomUUID,
      rounds,
      proposals,
      seed,
      signal: context.signal,
    });
    if (found.status === 'not-configured') throw new CommandError('NOT_CONFIGURED', found.reason);
    context.terminal.result(found, () => render(found));
  });
}

function render({
  status,
  reason,
  steps,
  candidatePromptId,
  spentNanoUsd,
  budgetNanoUsd,
  id,
}: PromptOptimization): string {
  const rows = steps.map(({ round, kind, part, score, passedCaseCount, caseCount, spentNanoUsd: spent, dropped }) => [
    `${round}`,
    kind,
    part,
    score === null ? '-' : score.toFixed(3),
    `${passedCaseCount} of ${caseCount}`,
    formatCost(spent),
    dropped ?? '',
  ]);
  return [
    `${status.replaceAll('-', ' ')}: ${reason}`,
    ...(rows.length === 0
      ? []
      : [table(rows, { head: ['round', 'what', 'cases', 'score', 'passed', 'spent by then', 'dropped because'] })]),
    ...(candidatePromptId === null
      ? []
      : [`The candidate is version ${candidatePromptId}; it is deployed nowhere: test it, then deploy it.`]),
    `Spent ${formatCost(spentNanoUsd)} of ${formatCost(budgetNanoUsd)}; run ${id}.`,
  ].join('\n\n');
}
