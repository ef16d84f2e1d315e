import { formatShare } from '../../output/format-value.ts';
import { table } from '../../output/table.ts';
import type { CommandContext } from '../command-context.ts';
import { askEngine, type SegmentOptions, segmentRequest, showRefusal } from './segment-options.ts';

export interface SeasonalityOptions extends SegmentOptions {
  readonly years?: number;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `pa seasonality`: whether the segments that the words name have a season. */
export async function showSeasonality({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: SeasonalityOptions;
}): Promise<void> {
  const { years } = options;
  const answer = await askEngine(context, (engine) =>
    engine.generateSeasonalAnalysis({ ...segmentRequest(options), ...(years === undefined ? {} : { years }) }),
  );
  if (showRefusal(context, answer)) return;
  context.terminal.result(answer, () =>
    answer.seasons
      .map(({ segment, season }) => {
        if (season.status !== 'ok')
          return `${segment}: ${season.reason} (found ${season.found}, needed ${season.needed}).`;
        const mix =
          season.mixRange === null
            ? ''
            : ` The mix of cars sold swings raw medians by ${percent(season.mixRange)} beyond that.`;
        if (!season.exists) {
          return `${segment}: no season in prices of like cars (p ${season.pValue.toFixed(3)}, ${season.monthCount} months).${mix}`;
        }
        const head = ['month', 'effect', '90 %', 'odds cheapest', 'odds dearest'];
        const rows = season.effects.map(({ month, effect, lower90, upper90, cheapestOdds, dearestOdds }) => [
          MONTHS[month - 1]!,
          formatShare(effect),
          `${formatShare(lower90)} to ${formatShare(upper90)}`,
          percent(cheapestOdds),
          percent(dearestOdds),
        ]);
        const { bestToBuy, bestToSell } = season;
        const advice =
          bestToBuy === null || bestToSell === null
            ? ''
            : `Buy in ${MONTHS[bestToBuy.month - 1]} (odds ${percent(bestToBuy.odds)}), sell in ${MONTHS[bestToSell.month - 1]} (odds ${percent(bestToSell.odds)}).`;
        return `${segment}: a season of ${percent(season.priceRange)} (p ${season.pValue.toFixed(3)}, ${season.monthCount} months). ${advice}${mix}\n${table(rows, { head, right: head.slice(1) })}`;
      })
      .join('\n\n'),
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
