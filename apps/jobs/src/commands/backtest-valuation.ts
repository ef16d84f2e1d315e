import { resolve } from 'node:path';
import { runValuationBacktest, scoreBacktest } from '@pa/engines/valuation';
import type { BacktestFormat } from '../backtest/mend-row.ts';
import { readBacktestSales } from '../backtest/read-backtest-sales.ts';
import { renderBacktest } from '../backtest/render-backtest.ts';
import { writePredictions } from '../backtest/write-predictions.ts';
import { CommandError } from '../errors.ts';
import { formatCount } from '../output/format-value.ts';
import { seconds } from '../output/progress.ts';
import type { CommandContext } from './command-context.ts';

export interface BacktestValuationOptions {
  readonly format: BacktestFormat;
  readonly train: string;
  readonly test: string;
  readonly make?: string;
  readonly mode: 'static' | 'rolling';
  readonly refitDays: number;
  readonly refitStart?: string;
  readonly guide?: string;
  readonly guideInput?: string;
  readonly out: string;
}

/** `pa backtest valuation`: values every sold row of one file from another, and says how far off it was. */
export async function backtestValuation({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: BacktestValuationOptions;
}): Promise<void> {
  const { terminal, now, folder, signal } = context;
  const { format, mode, refitDays, refitStart, make, guide, guideInput } = options;
  if (guide !== undefined && guideInput !== undefined && guide !== guideInput) {
    throw new CommandError(
      'TWO_GUIDES',
      `--guide ${guide} and --guide-input ${guideInput} name two columns: compare with the guide that is corrected.`,
    );
  }
  const guideColumn = guideInput ?? guide;
  const startedAt = now();
  const train = await readBacktestSales(resolve(folder, options.train), {
    format,
    // A train file without the guide is no obstacle where the guide is only compared with.
    guideColumn: guideInput,
  });
  const test = await readBacktestSales(resolve(folder, options.test), { format, guideColumn });
  terminal.note(
    `${formatCount(train.sales.length)} sales to learn from, ${formatCount(test.sales.length)} to value; ${formatCount(test.withoutPrice)} of ${formatCount(test.rowCount)} test rows have no sale price.`,
  );
  let exclusions: Readonly<Record<string, number>> = {};
  const predictions = runValuationBacktest(
    { train: train.sales, test: test.sales },
    {
      mode,
      refitDays,
      usesGuide: guideInput !== undefined,
      ...(refitStart === undefined ? {} : { refitStart }),
      ...(make === undefined ? {} : { make }),
      onRefit: ({ day, rows }) => {
        signal.throwIfAborted();
        const upTo = mode === 'rolling' ? ` on what was known before ${day}` : '';
        terminal.note(`Fitting${upTo} for ${formatCount(rows)} rows (${seconds(now() - startedAt)})`);
      },
      onFitted: (fit) => {
        exclusions = fit.exclusions;
      },
    },
  );
  const reasons = Object.entries(exclusions).map(([reason, count]) => `${formatCount(count)} ${reason}`);
  if (reasons.length > 0) terminal.note(`Left out of the last fit: ${reasons.join(', ')}.`);
  writePredictions(resolve(folder, options.out), predictions);
  const score = scoreBacktest(predictions, guideColumn === undefined ? {} : { guideName: guideColumn });
  terminal.note(`${options.out} has ${formatCount(predictions.length)} predictions (${seconds(now() - startedAt)})`);
  terminal.result({ ...options, ...score, exclusions }, () => renderBacktest(score));
}
