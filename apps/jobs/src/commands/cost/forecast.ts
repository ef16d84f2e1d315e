import { createStores } from '@pa/db';
import { createModelCosts } from '../../composition/model-costs.ts';
import { withDatabase } from '../../composition/with-database.ts';
import { formatCost } from '../../output/format-value.ts';
import type { CommandContext } from '../command-context.ts';

/** `pa cost forecast`: what this month will have cost when it is over, with an interval. */
export async function forecast({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: { readonly confidence: number };
}): Promise<void> {
  const { terminal, settings, now } = context;
  await withDatabase(settings, async (database) => {
    const { monitor } = createModelCosts(createStores(database), { now, settings });
    const told = await monitor.forecastMonth({ confidenceLevel: options.confidence });
    terminal.result(told, () =>
      told.status === 'ok'
        ? `${told.month} will have cost ${formatCost(told.expectedNanoUsd)}, with ${Math.round(options.confidence * 100)} % confidence ${formatCost(told.lowerNanoUsd)} to ${formatCost(told.upperNanoUsd)}; ${formatCost(told.spentNanoUsd)} is spent. It rests on ${told.historyDays} days.`
        : `${told.month} has cost ${formatCost(told.spentNanoUsd)} so far. There are ${told.foundDays} whole days of calls, and a forecast needs ${told.neededDays}.`,
    );
  });
}
