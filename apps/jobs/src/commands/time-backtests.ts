import { Command, InvalidArgumentError, Option } from 'commander';
import type { BacktestForecastOptions } from './backtest-forecast.ts';
import type { BacktestIndexOptions } from './backtest-index.ts';
import { dayOption, numberOption } from './command-options.ts';
import type { RunCommand } from './run-command.ts';

const FORECAST_HELP = `
The file: [{"id": "a", "train": [numbers], "test": [numbers]}, ...]; other keys are ignored. No model reads test: without
it the output is the same, byte for byte, and nothing is judged. A season is modelled only where a test finds one.

Output: [{"id", "point": [one value a step], "intervals": {"80": [[low, high], ...], "95": ...}}]. Printed: sMAPE, MASE and OWA
(against a published NAIVE2 where the file has one, else against ours), coverage, MSIS, CRPS, by horizon, beside the naive
methods, with a Diebold-Mariano test against the best of those. A series without an answer counts as twice NAIVE2's error.
`;

const INDEX_HELP = `
Reads the sales up to the origin alone for its forecasts: segments are makes and model families with at least 10 sales in
the month of the origin. Judged by an index of month dummies without any shrinkage over all sales of the file, where the
months of origin and target both have at least 40 sales.

Output: [{"segment", "origin", "horizon", "n", "index_at_origin", "point", "intervals"}].
`;

/** `pa backtest forecast`. */
export function forecastBacktestCommand(run: RunCommand): Command {
  return new Command('forecast')
    .description('forecast every series of a file from its training part, and say how far off that was')
    .requiredOption('--series <file.json>', 'list of series, as .json or .json.gz')
    .addOption(numberOption('--horizon <steps>', 'how many steps ahead', { from: 1, to: 120 }).default(18))
    .addOption(numberOption('--season <length>', 'values in a cycle; 1 for none', { from: 1, to: 366 }).default(12))
    .requiredOption('--out <file>', 'where the forecasts are written, as JSON')
    .option('--json', 'write the result as JSON', false)
    .addHelpText('after', FORECAST_HELP)
    .action(async (options: BacktestForecastOptions & { readonly json: boolean }) => {
      const { backtestForecast } = await import('./backtest-forecast.ts');
      await run((context) => backtestForecast({ context, options }), options);
    });
}

/** `pa backtest index`. */
export function indexBacktestCommand(run: RunCommand): Command {
  return new Command('index')
    .description('forecast the price indices of segments from the sales up to a day, and say how far off that was')
    .addOption(
      new Option('--format <format>', 'what the file is').choices(['collector', 'wholesale']).default('collector'),
    )
    .requiredOption('--file <file>', 'CSV, CSV.gz or NDJSON of sales')
    .addOption(dayOption('the day up to which sales are read', '--origin <day>').makeOptionMandatory())
    .addOption(
      new Option('--horizons <months>', 'months ahead, joined by commas')
        .default([1, 3, 6], '1,3,6')
        .argParser(readHorizons),
    )
    .requiredOption('--out <file>', 'where the forecasts are written, as JSON')
    .option('--json', 'write the result as JSON', false)
    .addHelpText('after', INDEX_HELP)
    .action(async (options: BacktestIndexOptions & { readonly json: boolean }) => {
      const { backtestIndex } = await import('./backtest-index.ts');
      await run((context) => backtestIndex({ context, options }), options);
    });
}

function readHorizons(text: string): readonly number[] {
  const months = text.split(',').map(Number);
  if (months.every((count) => Number.isInteger(count) && count >= 1 && count <= 24)) {
    return [...new Set(months)].sort((a, b) => a - b);
  }
  throw new InvalidArgumentError('Give whole numbers of months from 1 to 24, joined by commas, such as 1,3,6.');
}
