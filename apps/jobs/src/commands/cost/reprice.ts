import { createStores } from '@pa/db';
import { createModelCosts } from '../../composition/model-costs.ts';
import { withDatabase } from '../../composition/with-database.ts';
import { formatCost, formatCount } from '../../output/format-value.ts';
import type { CommandContext } from '../command-context.ts';

export interface RepriceOptions {
  /** First and last day, `YYYY-MM-DD` in UTC. */
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

const DAY_MS = 86_400_000;

/** `pa cost reprice`: books as adjustments by how much calls were priced wrongly. What was booked stays as it is. */
export async function reprice({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: RepriceOptions;
}): Promise<void> {
  const { terminal, settings, now } = context;
  const { from, to, reason } = options;
  await withDatabase(settings, async (database) => {
    const { monitor } = createModelCosts(createStores(database), { now, settings });
    const done = await monitor.reprice({
      from: Date.parse(`${from}T00:00:00Z`),
      to: Date.parse(`${to}T00:00:00Z`) + DAY_MS,
      reason,
    });
    const { callCount, adjustedCallCount, deltaNanoUsd, unpricedCallCount } = done;
    terminal.result({ from, to, ...done }, () =>
      [
        `${formatCount(adjustedCallCount)} of ${formatCount(callCount)} calls from ${from} to ${to} (UTC) are adjusted, by ${formatCost(deltaNanoUsd)} together.`,
        ...(unpricedCallCount === 0
          ? []
          : [`${formatCount(unpricedCallCount)} have no price still, or no usage to price, and stay as they are.`]),
      ].join('\n'),
    );
  });
}
