import { resolve } from 'node:path';
import { forecastMonthIndexFromSales, isSale, monthIndexTarget, type NotEnoughData, type Sale } from '@pa/engines';
import { judgeMonthIndices, type MonthIndexVerdict, summariseMonthIndices } from '@pa/engines/forecasting';
import { readBacktestSales } from '../backtest/read-backtest-sales.ts';
import { writeJsonLines } from '../backtest/write-json.ts';
import { CommandError } from '../errors.ts';
import { formatCount } from '../output/format-value.ts';
import { seconds } from '../output/progress.ts';
import { table } from '../output/table.ts';
import type { CommandContext } from './command-context.ts';

export interface BacktestIndexOptions {
  readonly format: 'collector' | 'wholesale';
  readonly file: string;
  readonly origin: string;
  readonly horizons: readonly number[];
  readonly out: string;
}

const LEVELS = [0.8, 0.95];

/** `pa backtest index`: forecasts segment indices from the sales up to a day and judges them by the later ones. */
export async function backtestIndex({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: BacktestIndexOptions;
}): Promise<void> {
  const { terminal, now, folder } = context;
  const { format, origin, horizons } = options;
  const startedAt = now();
  const file = await readBacktestSales(resolve(folder, options.file), { format });
  const sales: Sale[] = [];
  for (const { listing } of file.sales) {
    const dated = { ...listing, knownOn: listing.endedOn ?? listing.knownOn };
    if (isSale(dated)) sales.push(dated);
  }
  const forecasts = forecastMonthIndexFromSales(sales, { origin, horizons, levels: LEVELS });
  if ('status' in forecasts) throw refusal(forecasts, `up to ${origin}`);
  writeJsonLines(
    resolve(folder, options.out),
    forecasts.map(({ segment, origin: day, horizon, n, indexAtOrigin, point, intervals }) => ({
      segment,
      origin: day,
      horizon,
      n,
      index_at_origin: indexAtOrigin,
      point,
      intervals: Object.fromEntries(
        [...intervals].map(([level, { lower, upper }]) => [String(Math.round(100 * level)), [lower, upper]]),
      ),
    })),
  );
  terminal.note(
    `${options.out} has ${formatCount(forecasts.length)} forecasts of ${formatCount(new Set(forecasts.map(({ segment }) => segment)).size)} segments (${seconds(now() - startedAt)})`,
  );
  const target = monthIndexTarget(sales);
  if ('status' in target) throw refusal(target, 'in the file');
  const verdicts = summariseMonthIndices(judgeMonthIndices(forecasts, target));
  terminal.result({ ...options, forecastCount: forecasts.length, verdicts }, () => render(verdicts));
}

function refusal({ reason, found, needed }: NotEnoughData, where: string): CommandError {
  return new CommandError('NOT_ENOUGH_DATA', `${reason} ${where} (found ${found}, needed ${needed}): give more sales.`);
}

function render(verdicts: readonly MonthIndexVerdict[]): string {
  if (verdicts.length === 0) return 'Too few to tell: no segment has 40 sales in both months.';
  const head = [
    'months ahead',
    'segments',
    'median error',
    'within 10 %',
    'last value',
    'within 10 %',
    'in 80 %',
    'in 95 %',
  ];
  const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;
  return table(
    verdicts.map(({ horizon, count, medianError, within10, lastValueMedianError, lastValueWithin10, coverage }) => [
      String(horizon),
      String(count),
      percent(medianError),
      percent(within10),
      percent(lastValueMedianError),
      percent(lastValueWithin10),
      ...coverage.map(({ share }) => percent(share)),
    ]),
    { head, right: head.slice(1) },
  );
}
