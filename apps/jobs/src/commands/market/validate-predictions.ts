import { createStores } from '@pa/db';
import { MarketInsightsGenerator, marketKey } from '@pa/engines';
import { withDatabase } from '../../composition/with-database.ts';
import { formatCount } from '../../output/format-value.ts';
import type { CommandContext } from '../command-context.ts';

export interface ValidateOptions {
  readonly asOf?: string;
}

/** `pa validate`: settles what is due. A second run settles nothing again. */
export async function validatePredictions({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: ValidateOptions;
}): Promise<void> {
  const { terminal, settings, now } = context;
  const settlements = await withDatabase(settings, (database) =>
    new MarketInsightsGenerator({ stores: createStores(database), now }).validatePreviousPredictions(options),
  );
  const answer = settlements.map(({ market, settledOn, outcomes, unsettled, openIds }) => {
    return { market: marketKey(market), settledOn, settled: outcomes.length, open: openIds.length, unsettled };
  });
  terminal.result(answer, () => {
    if (answer.length === 0) return 'No market has been analysed yet: run pa run daily first.';
    return answer
      .map(({ market, settledOn, settled, open, unsettled }) => {
        const reasons = Object.entries(unsettled).map(([reason, count]) => `${formatCount(count)}: ${reason}`);
        const why = reasons.length === 0 ? '' : ` (${reasons.join('; ')})`;
        return `${market}, as of ${settledOn}: ${formatCount(settled)} settled, ${formatCount(open)} due and still open${why}.`;
      })
      .join('\n');
  });
}
