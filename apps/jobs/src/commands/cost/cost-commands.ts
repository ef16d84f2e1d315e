import { Command, InvalidArgumentError, Option } from 'commander';
import { isDay } from '../is-day.ts';
import type { RunCommand } from '../run-command.ts';
import type { ReportOptions } from './report.ts';
import type { RepriceOptions } from './reprice.ts';
import type { SimulateOptions } from './simulate.ts';

const DIMENSION_NAMES = ['feature', 'model', 'prompt', 'user', 'job', 'provider'];

const RECOMMEND_HELP = `
How often each model did the work well is read from the stored test runs and experiments of the last 30 days. What was
measured elsewhere is added as a JSON file:
  [{"feature": "chat", "provider": "openai", "model": "gpt-6-luna", "successes": 95, "trials": 100}]
`;

const REPRICE_HELP = `
Calls are priced at what the price table says of their time today. The differences are booked as adjustments beside what was
booked, each with the reason; running it again changes nothing. What budgets have counted stays as it is.
`;

const RECONCILE_HELP = `
Exports that are read: costs and usage of OpenAI's platform, costs and usage of Claude's console, as CSV.
A difference is explained as rounding, missing in ledger, missing at vendor, unpriced, estimated, tokens or price.
`;

/** `pa cost`: what language models cost, and what to do about it. */
export function costCommands(run: RunCommand): Command {
  const json = () => new Option('--json', 'write the result as JSON').default(false);
  return new Command('cost')
    .description('what language models cost, will cost, and could cost')
    .addCommand(
      new Command('report')
        .description('what was spent and saved, and what is left of the budgets')
        .addOption(day('--from <day>', 'first day, UTC (default: the first of this month)'))
        .addOption(day('--to <day>', 'last day, UTC (default: today)'))
        .addOption(new Option('--by <what>', 'what costs are summed by').choices(DIMENSION_NAMES).default('feature'))
        .option('--as-if <provider/model>', 'what the same calls would have cost on another model')
        .addOption(json())
        .action(async (options: ReportOptions & Shared) => {
          const { report } = await import('./report.ts');
          await run((context) => report({ context, options }), options);
        }),
    )
    .addCommand(
      new Command('forecast')
        .description('what this month will have cost when it is over')
        .addOption(
          new Option('--confidence <share>', 'how sure the interval is').default(0.9).argParser((text) => {
            const share = Number(text);
            if (share > 0 && share < 1) return share;
            throw new InvalidArgumentError('Give a share between 0 and 1, such as 0.9.');
          }),
        )
        .addOption(json())
        .action(async (options: { readonly confidence: number } & Shared) => {
          const { forecast } = await import('./forecast.ts');
          await run((context) => forecast({ context, options }), options);
        }),
    )
    .addCommand(
      new Command('recommend')
        .description('whether another model does the work of a feature as well for less')
        .option('--evidence <file.json>', 'what was measured elsewhere, added to what is stored')
        .addOption(json())
        .addHelpText('after', RECOMMEND_HELP)
        .action(async (options: { readonly evidence?: string } & Shared) => {
          const { recommend } = await import('./recommend.ts');
          await run((context) => recommend({ context, options }), options);
        }),
    )
    .addCommand(
      new Command('simulate')
        .description('what a month of a workload costs, with and without each lever; nothing is called')
        .option('--workload <file.json>', 'a workload of your own (default: the launch)')
        .option('--save-workload <file.json>', 'write the workload of the launch to a file, to change it')
        .addOption(json())
        .action(async (options: SimulateOptions & Shared) => {
          const { simulate } = await import('./simulate.ts');
          await run((context) => simulate({ context, options }), options);
        }),
    )
    .addCommand(
      new Command('reprice')
        .description('price calls anew, and book the differences as adjustments')
        .addOption(day('--from <day>', 'first day, UTC').makeOptionMandatory())
        .addOption(day('--to <day>', 'last day, UTC').makeOptionMandatory())
        .addOption(
          new Option('--reason <text>', 'why, kept with each adjustment').default('priced anew by the table of prices'),
        )
        .addOption(json())
        .addHelpText('after', REPRICE_HELP)
        .action(async (options: RepriceOptions & Shared) => {
          const { reprice } = await import('./reprice.ts');
          await run((context) => reprice({ context, options }), options);
        }),
    )
    .addCommand(
      new Command('reconcile')
        .description("lay a vendor's export beside the ledger, and say why they differ")
        .argument('<export.csv>', 'as the vendor exported it')
        .addOption(json())
        .addHelpText('after', RECONCILE_HELP)
        .action(async (file: string, options: Shared) => {
          const { reconcile } = await import('./reconcile.ts');
          await run((context) => reconcile({ context, file }), options);
        }),
    );
}

interface Shared {
  readonly json: boolean;
}

function day(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text) => {
    if (!isDay(text)) throw new InvalidArgumentError('Give a day that exists, as YYYY-MM-DD.');
    return text;
  });
}
