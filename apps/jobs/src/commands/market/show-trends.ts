import { formatCount, formatShare } from '../../output/format-value.ts';
import { table } from '../../output/table.ts';
import type { CommandContext } from '../command-context.ts';
import { askEngine, type SegmentOptions, segmentRequest, showRefusal } from './segment-options.ts';

export interface TrendsOptions extends SegmentOptions {
  readonly months: number;
}

/** `pa trends`: the index of each segment that the words name, with its change and its breaks. */
export async function showTrends({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: TrendsOptions;
}): Promise<void> {
  const request = segmentRequest(options);
  const { trends, breaks } = await askEngine(context, async (engine) => ({
    trends: await engine.analyzeMarketTrends(request),
    breaks: await engine.detectPriceAnomalies(request),
  }));
  if (showRefusal(context, trends)) return;
  const found = breaks.status === 'ok' ? breaks.breaks : [];
  context.terminal.result({ ...trends, breaks: found }, () =>
    [
      ...trends.trends.map(({ segment, points, movement, saleCount, forecast }) => {
        const shown = points.slice(-options.months);
        const head = ['month', 'level', '90 % band', 'sales', 'raw median'];
        const rows = shown.map(({ month, level, lower90, upper90, saleCount: sales, rawMedian }) => [
          month,
          level.toFixed(1),
          `${lower90.toFixed(1)} to ${upper90.toFixed(1)}`,
          formatCount(sales),
          rawMedian === null ? '-' : formatCount(rawMedian),
        ]);
        const change =
          movement === null
            ? ''
            : `, ${formatShare(movement.change)} (90 %: ${formatShare(movement.lower90)} to ${formatShare(movement.upper90)}) over ${movement.monthCount} months: ${movement.direction}`;
        const skill =
          forecast.status === 'ok' && !forecast.hasSkill ? '\nIts forecast has no skill over the last value.' : '';
        return `${segment}: ${formatCount(saleCount)} sales${change}${skill}\n${table(rows, { head, right: head.slice(1) })}`;
      }),
      ...found.map(
        ({ segment, kind, month, change }) => `${segment}: ${kind} broke in ${month}, ${formatShare(change)}`,
      ),
      'Levels are of like cars, 100 in the first month. Raw medians move with the mix of cars sold.',
    ].join('\n\n'),
  );
}
