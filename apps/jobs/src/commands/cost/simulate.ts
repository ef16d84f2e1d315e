import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createPriceBook, type SimulatedPairing, simulateLevers, type Workload } from '@pa/cost';
import { CommandError } from '../../errors.ts';
import { table } from '../../output/table.ts';
import type { CommandContext } from '../command-context.ts';
import { readWorkload, workloadText } from './workload-file.ts';

export interface SimulateOptions {
  readonly workload?: string;
  readonly saveWorkload?: string;
}

const NAMES = {
  modelSelection: 'model selection',
  answerCache: 'answer cache',
  templates: 'templates',
  batch: 'batch',
  promptCache: 'prompt caching',
} as const;

/** `pa cost simulate`: what a month of a workload costs, with and without each lever. Nothing is called. */
export function simulate({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: SimulateOptions;
}): void {
  const { terminal, folder, now } = context;
  if (options.saveWorkload !== undefined) {
    const path = resolve(folder, options.saveWorkload);
    try {
      writeFileSync(path, workloadText(), { flag: 'wx' });
    } catch (error) {
      throw new CommandError('FILE_NOT_WRITTEN', `${path} cannot be written or is there already: name another file.`, {
        cause: error,
      });
    }
    terminal.result({ saved: path }, () => `${path} is written: change its figures and give it with --workload.`);
    return;
  }
  const path = options.workload === undefined ? undefined : resolve(folder, options.workload);
  const workload = readWorkload(path);
  const pairings = simulateLevers(workload, { priceBook: createPriceBook(), at: now() });
  terminal.result({ workload: workload.name, limitUsd: workload.limitUsd, pairings }, () =>
    [
      `A month of the workload "${workload.name}", at the prices of ${new Date(now()).toISOString().slice(0, 10)}.`,
      ...pairings.map((pairing) => render(pairing, workload)),
    ].join('\n\n'),
  );
}

function render(simulated: SimulatedPairing, { limitUsd }: Workload): string {
  const { pairing, withNothing, withEverything, levers } = simulated;
  let before = withNothing.nanoUsd;
  const rows = levers.map(({ lever, aloneNanoUsd, pulledNanoUsd, leftOutNanoUsd }) => {
    const saved = before - pulledNanoUsd;
    before = pulledNanoUsd;
    return [
      NAMES[lever],
      usd(withNothing.nanoUsd - aloneNanoUsd),
      usd(saved),
      usd(pulledNanoUsd),
      usd(leftOutNanoUsd - withEverything.nanoUsd),
    ];
  });
  const share = (100 * withEverything.nanoUsd) / (limitUsd * 1e9);
  return [
    `${pairing}: ${usd(withNothing.nanoUsd)} without any lever, ${usd(withEverything.nanoUsd)} with all of them, ${share.toFixed(1)} % of the limit of $${limitUsd}.`,
    table([['(none)', '', '', usd(withNothing.nanoUsd), ''], ...rows], {
      head: ['lever', 'saves alone', 'saves in turn', 'month then', 'missing it costs'],
      right: ['saves alone', 'saves in turn', 'month then', 'missing it costs'],
    }),
    table(
      withEverything.tasks.map(({ name, callCount, nanoUsd }) => [name, callCount.toFixed(0), usd(nanoUsd)]),
      { head: ['task', 'calls', 'month'], right: ['calls', 'month'] },
    ),
  ].join('\n');
}

function usd(nanoUsd: number): string {
  return `$${(nanoUsd / 1e9).toFixed(2)}`;
}
