import { Command, Option } from 'commander';
import { BACKTEST_FORMATS } from '../../backtest/mend-row.ts';
import type { RunCommand } from '../run-command.ts';
import type { ScoreListingsOptions } from './score-listings.ts';
import type { ScoreStreamOptions } from './score-stream.ts';

const SCORE_HELP = `
Fits on the sales of the train file and scores every row of the other one, also rows that an import would reject. The prices
of the listings are judged and never fitted. The score counts typical differences of ordinary cars: half of them are below 1.

Output columns: row (0 for the first after the header), expected, lower90, upper90, score, type, cause, severity. The last
three are empty for a listing that does not stand out.
`;

const STREAM_HELP = `
Reads a header and two columns, a timestamp and a value, and writes the rows as they are, in their order, with a column score
from 0 (ordinary) to 1. A score depends on the rows up to its own and on nothing later. A value that is missing scores 0.
`;

/** `pa score`: how odd listings, or the values of a stream, are. */
export function scoreCommands(run: RunCommand): Command {
  const json = () => new Option('--json', 'write the result as JSON').default(false);
  const score = new Command('score')
    .description('say how odd each listing of a file is, by what the sales of another file say')
    .addOption(new Option('--format <format>', 'what both files are').choices(BACKTEST_FORMATS))
    .option('--train <file>', 'CSV, CSV.gz or NDJSON of sales to learn from')
    .option('--listings <file>', 'file whose rows are scored')
    .option('--out <file>', 'where the scores are written, as CSV')
    .addOption(json())
    .addHelpText('after', SCORE_HELP)
    .action(async (options: Partial<ScoreListingsOptions> & Shared) => {
      const { format, train, listings, out } = options;
      if (format === undefined || train === undefined || listings === undefined || out === undefined) {
        return score.error('error: --format, --train, --listings and --out are all needed (run pa score --help)');
      }
      const { scoreListingFile } = await import('./score-listings.ts');
      await run((context) => scoreListingFile({ context, options: { format, train, listings, out } }), options);
    });
  // Without this the parent would take --out and --json that stand after the name of the subcommand.
  score.enablePositionalOptions();
  return score.addCommand(
    new Command('stream')
      .description('say how odd each value of a time series is, as it comes')
      .requiredOption('--csv <file>', 'CSV with a header, a timestamp and a value')
      .requiredOption('--out <file>', 'where the rows are written with their score')
      .addOption(json())
      .addHelpText('after', STREAM_HELP)
      .action(async (options: ScoreStreamOptions & Shared) => {
        const { scoreStreamFile } = await import('./score-stream.ts');
        await run((context) => scoreStreamFile({ context, options }), options);
      }),
  );
}

interface Shared {
  readonly json: boolean;
}
