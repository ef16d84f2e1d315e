import { type CostDimension, type CostGroup, replayLedger, windowStart } from '@pa/cost';
import { createStores } from '@pa/db';
import { createModelCosts } from '../../composition/model-costs.ts';
import { withDatabase } from '../../composition/with-database.ts';
import { formatCost, formatCount } from '../../output/format-value.ts';
import { table } from '../../output/table.ts';
import type { CommandContext } from '../command-context.ts';

export interface ReportOptions {
  readonly from?: string;
  readonly to?: string;
  readonly by: keyof typeof DIMENSIONS;
  /** Provider and model, joined by a slash. */
  readonly asIf?: string;
}

/** What costs can be summed by, as the command line names it. */
export const DIMENSIONS = {
  feature: 'feature',
  model: 'servedModel',
  prompt: 'promptVersion',
  user: 'userId',
  job: 'jobId',
  provider: 'provider',
} as const satisfies Readonly<Record<string, CostDimension>>;

const DAY_MS = 86_400_000;

/** `pa cost report`: what was spent and saved from a day to another, and what is left of the budgets. */
export async function report({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: ReportOptions;
}): Promise<void> {
  const { terminal, settings, now } = context;
  const today = new Date(now()).toISOString().slice(0, 10);
  const fromDay = options.from ?? `${today.slice(0, 7)}-01`;
  const toDay = options.to ?? today;
  const period = { from: Date.parse(`${fromDay}T00:00:00Z`), to: Date.parse(`${toDay}T00:00:00Z`) + DAY_MS };
  await withDatabase(settings, async (database) => {
    const stores = createStores(database);
    const costs = createModelCosts(stores, { now, settings });
    const [groups, savings, inForce] = await Promise.all([
      stores.calls.costs({ ...period, by: DIMENSIONS[options.by] }),
      stores.savings.totals({ ...period, by: 'kind' }),
      costs.budgets(),
    ]);
    const budgets = await Promise.all(
      inForce.map(async (budget) => ({
        ...budget,
        ...(await stores.budgets.state({
          budgetId: budget.id,
          windowStart: windowStart(budget.window, { at: now() }),
          at: now(),
        })),
      })),
    );
    const [provider = '', ...rest] = options.asIf?.split('/') ?? [];
    const asIf =
      options.asIf === undefined
        ? null
        : await replayLedger(
            { ledger: stores.calls, priceBook: costs.priceBook },
            { ...period, pricesAt: now(), substitute: () => ({ provider, model: rest.join('/') }) },
          );
    const totalNanoUsd = groups.reduce((sum, { costNanoUsd }) => sum + costNanoUsd, 0n);
    terminal.result({ from: fromDay, to: toDay, totalNanoUsd, groups, savings, budgets, asIf }, () =>
      [
        `${formatCost(totalNanoUsd)} from ${fromDay} to ${toDay} (UTC).`,
        renderGroups(groups, options.by),
        ...(savings.length === 0
          ? []
          : [
              table(
                savings.map(({ key, lineCount, savedNanoUsd, estimatedNanoUsd }) => [
                  key ?? '-',
                  formatCount(lineCount),
                  formatCost(savedNanoUsd),
                  formatCost(estimatedNanoUsd),
                ]),
                {
                  head: ['saved by', 'times', 'saved', 'of it estimated'],
                  right: ['times', 'saved', 'of it estimated'],
                },
              ),
            ]),
        table(
          budgets.map(({ id, limitNanoUsd, spentNanoUsd, heldNanoUsd }) => [
            id,
            formatCost(limitNanoUsd),
            formatCost(spentNanoUsd),
            formatCost(heldNanoUsd),
          ]),
          { head: ['budget', 'limit', 'spent', 'held'], right: ['limit', 'spent', 'held'] },
        ),
        ...(asIf === null
          ? []
          : [
              `On ${options.asIf} the ${formatCount(asIf.comparedCallCount)} calls that can be compared would have cost ${formatCost(asIf.replayedNanoUsd)} in place of ${formatCost(asIf.actualNanoUsd)}.`,
              asIf.caveats.join('\n'),
            ]),
      ].join('\n\n'),
    );
  });
}

function renderGroups(groups: readonly CostGroup[], by: string): string {
  if (groups.length === 0) return 'No calls are booked in that time.';
  return table(
    groups.map(({ key, callCount, failedCallCount, unpricedCallCount, tokenCount, costNanoUsd }) => [
      key ?? '-',
      formatCount(callCount),
      formatCount(failedCallCount),
      formatCount(unpricedCallCount),
      formatCount(tokenCount),
      formatCost(costNanoUsd),
    ]),
    {
      head: [by, 'calls', 'failed', 'without price', 'tokens', 'cost'],
      right: ['calls', 'failed', 'without price', 'tokens', 'cost'],
    },
  );
}
