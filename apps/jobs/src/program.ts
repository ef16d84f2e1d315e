import type { AnalysisDepth, InsightType } from '@pa/engines';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { BacktestValuationOptions } from './commands/backtest-valuation.ts';
import { auditCommands } from './commands/audit/audit-commands.ts';
import { dayOption, listOption, numberOption, textOption } from './commands/command-options.ts';
import { costCommands } from './commands/cost/cost-commands.ts';
import { scoreCommands } from './commands/score/score-commands.ts';
import { optionsCommands } from './commands/options/options-commands.ts';
import type { ImportOptions } from './commands/import-files.ts';
import type { InsightsOptions } from './commands/insights.ts';
import type { AskOptions } from './commands/ask.ts';
import type { PredictOptions } from './commands/predict.ts';
import { readerCommands } from './commands/reader-commands.ts';
import type { ReportOptions } from './commands/report.ts';
import type { QualityOptions } from './commands/quality.ts';
import type { RunCommand } from './commands/run-command.ts';
import type { RunDailyOptions } from './commands/run-daily-analysis.ts';
import type { StartOptions } from './commands/start.ts';
import { marketCommands } from './commands/market/market-commands.ts';
import { forecastBacktestCommand, indexBacktestCommand } from './commands/time-backtests.ts';
import { IMPORT_FORMATS } from './import/import-format.ts';
import { rulesCommands } from './commands/rules/rules-commands.ts';
import { promptCommands } from './commands/prompts/prompt-commands.ts';
import type { ValueOptions } from './commands/value.ts';

const HELP = `
Examples:
  pa start                                            everything in one process: API, admin and worker
  pa import auctions.csv.gz                           read a file; the header tells the format
  pa import cars.csv --mapping columns.json           read somebody else's columns
  pa run daily --as-of 2024-09-30                     the analysis of a day, with nothing known later
  pa predict --model 911 --trim "Carrera S" --horizon 3m
  pa value --model 911 --trim "Carrera S" --year 2017 --miles 21000
  pa insights --model 911 --depth basic               one text, every number proved
  pa report weekly --html --out report.html           the week on one page that prints well
  pa trends --model 911                               prices of like cars month by month, and where they broke
  pa seasonality --model 911                          whether there is a season, and when to buy and to sell
  pa accuracy --html accuracy.html                    every prediction that came due, the misses included
  pa backtest valuation --format wholesale --train old.csv --test new.csv --out predictions.csv
  pa backtest forecast --series series.json.gz --horizon 18 --season 12 --out forecasts.json
  pa score --format wholesale --train sales.csv --listings new.csv --out scores.csv
  pa score stream --csv metric.csv --out scored.csv
  pa cost simulate                                    a month of language models at launch scale, lever by lever
  pa cost reprice --from 2026-11-01 --to 2026-11-30   price calls anew; differences are booked beside them
  pa llm check                                        one tiny call to each configured provider
  pa audit verify                                     whether the audit of calls is whole
  pa prompts pull                                     prompts as files; push makes versions of them again
  pa config                                           every setting, and where it comes from

Data lives in an embedded database in PA_DATA_DIR (default .pa), or in Postgres where DATABASE_URL is set.
Results go to standard output, as JSON with --json; progress goes to standard error. Errors are one line, exit code 1.
`;

const IMPORT_HELP = `
Formats (told by the header where --format is absent):
  collector   finished online auctions: year, make, model, mileage, end_date, sold_price, bid_amount, status, ...
  wholesale   dealer auctions: year, make, model, trim, body, vin, condition, odometer, sellingprice, sale_date, ...
  details     sold auctions with text: title, make, listingDetail1-5, dateSold, saleAmount, auctionUrl, ...
  listings    your own data: id, make, model, status, price, currency, and where you have them model_year, trim, body,
              transmission, mileage, mileage_unit, color, condition, region, seller_type, vin, options, details, title,
              price_kind, listed_on, ended_on, source

CSV (comma, semicolon, tab), CSV.gz and NDJSON of any size. All files are stored, or none of them. Importing a file
again finds the same listings. Rejected rows are counted by reason and written to <name>-rejected.csv.

Mapping file, our column to yours, and constants:
  {"columns": {"id": "Inserat", "price": "Preis"}, "constants": {"currency": "EUR", "status": "active"}}
`;

const BACKTEST_HELP = `
Fits on the train file and values every sold row of the test file, also rows that an import would reject. static reads the
train file alone. rolling refits every --refit-days from --refit-start on (default: the day of the first test row): a test
row may then use every row of both files that was sold before its refit day, nothing later. The price of a row, and what is
known only when an auction ends, never reach its own value.

Output columns: row (0 for the first after the header), actual, predicted, lower50, upper50, lower80, upper80, lower90,
upper90, refused. Printed: errors, bias, coverage and width, beside the guide and three naive valuations, with a paired
bootstrap against each.
`;

const VALUE_HELP = `
Reads the models of the last daily run. Where there is none yet, it fits the stored sales now, which takes some seconds and
stores nothing. Price and adjustments of each comparable sum to the value; so do base and contributions.
`;

/** Listed here so that the help needs no engine. */
const TEXT_TYPES: readonly InsightType[] = [
  'market_summary',
  'segment_report',
  'price_prediction',
  'anomaly',
  'option_value',
  'season',
  'cross_market',
  'market_movement',
  'recommendation',
  'data_quality',
  'cost',
];
const DEPTHS: readonly AnalysisDepth[] = ['basic', 'standard', 'detailed'];

const BODIES = [
  'coupe',
  'cabriolet',
  'targa',
  'speedster',
  'roadster',
  'sedan',
  'wagon',
  'hatchback',
  'suv',
  'truck',
  'van',
];

export type { RunCommand };

/** The command line: what there is to say and to parse. Commands are loaded when they are called. */
export function createProgram(run: RunCommand): Command {
  const program = new Command('pa')
    .description('Market analytics for cars: statistics make the numbers, every number in the words is proved.')
    .addHelpText('after', HELP)
    .enablePositionalOptions()
    .showHelpAfterError('(run pa --help for what there is)');
  const json = () => new Option('--json', 'write the result as JSON').default(false);

  program
    .command('start')
    .description('open the database, analyse the day, and serve the API and the admin on one port until Ctrl-C')
    .addOption(dayOption('analyse this day in place of today'))
    .addOption(json())
    .action(async (options: StartOptions & Shared) => {
      const { start } = await import('./commands/start.ts');
      await run((context) => start({ context, options }), options);
    });

  program
    .command('import')
    .description('read files of listings and sales into the database')
    .argument('<file...>', 'CSV, CSV.gz or NDJSON')
    .addOption(new Option('--format <format>', 'what the files are').choices(IMPORT_FORMATS))
    .option('--mapping <file.json>', 'how the columns of the files become those of the listings format')
    .option('--rejected <folder>', 'where the rejected rows are written (default: here)')
    .addOption(json())
    .addHelpText('after', IMPORT_HELP)
    .action(async (files: readonly string[], options: ImportOptions & Shared) => {
      const { importFiles } = await import('./commands/import-files.ts');
      await run((context) => importFiles(files, { context, options }), options);
    });

  program
    .command('run')
    .description('run a pipeline now')
    .addCommand(
      new Command('daily')
        .description('collect, analyse, validate, store, refresh the cache and notify, for one day')
        .addOption(dayOption('analyse this day with nothing known later (default: today)'))
        .option('--dry-run', 'compute everything and store nothing')
        .addOption(json())
        .addHelpText('after', '\nA second run of a day changes nothing and costs nothing.\n')
        .action(async (options: RunDailyOptions & Shared) => {
          const { runDailyAnalysis } = await import('./commands/run-daily-analysis.ts');
          await run((context) => runDailyAnalysis({ context, options }), options);
        }),
    );

  program
    .command('predict')
    .description('predict the price of a car, from the models of the last daily run')
    .requiredOption('--model <model>', 'model line, such as 911')
    .option('--trim <trim>', 'such as "Carrera S"; absent means all')
    .option('--generation <generation>', 'such as 997.2; absent means all')
    .option('--make <make>', 'default Porsche')
    .addOption(new Option('--horizon <horizon>', 'how far ahead').choices(['1m', '3m', '6m', '1y']).default('3m'))
    .addOption(new Option('--depth <depth>', 'how much the words say; default as you prefer').choices(DEPTHS))
    .addOption(dayOption('use the analysis of this day or the last before it'))
    .addOption(json())
    .action(async (options: PredictOptions & Shared) => {
      const { predict } = await import('./commands/predict.ts');
      await run((context) => predict({ context, options }), options);
    });

  program
    .command('ask')
    .description('ask a question in words: counts, prices, comparisons, forecasts, anomalies, single cars')
    .argument('<question>', 'such as "What did manual 911s sell for last year?"')
    .option('--conversation <id>', 'go on with a conversation; absent begins a new one')
    .addOption(dayOption('answer as of this day'))
    .addOption(json())
    .action(async (question: string, options: AskOptions & Shared) => {
      const { ask } = await import('./commands/ask.ts');
      await run((context) => ask({ context, question, options }), options);
    });

  program
    .command('value')
    .description('what one car is worth: value, intervals, comparable sales, contributions, and what would change it')
    .requiredOption('--model <model>', 'model line, such as 911')
    .addOption(numberOption('--year <year>', 'model year', { from: 1886, to: 2200 }).makeOptionMandatory())
    .addOption(numberOption('--miles <miles>', 'odometer reading; absent means not known', { from: 0, to: 2_000_000 }))
    .option('--trim <trim>', 'such as "Carrera S"')
    .option('--generation <generation>', 'such as 991.2; absent means that of the model year')
    .option('--make <make>', 'default Porsche')
    .addOption(new Option('--transmission <gearbox>', 'gearbox').choices(['manual', 'automatic']))
    .addOption(new Option('--body <body>', 'body').choices(BODIES))
    .option('--color <color>', 'basic colour word, such as silver')
    .addOption(numberOption('--condition <grade>', 'from 1 (rough) to 5 (as new)', { from: 1, to: 5, fractions: true }))
    .option('--options <codes>', 'option codes, joined by commas')
    .option('--region <region>', 'state, province or country, as the sales name it')
    .option('--vin <number>', 'chassis number: earlier sales of the car itself are no comparables')
    .addOption(numberOption('--comparables <count>', 'how many', { from: 5, to: 50 }).default(8))
    .addOption(listOption('--ahead <horizons>', 'what it is expected to be worth then', ['1m', '3m', '6m', '1y']))
    .addOption(
      numberOption('--miles-per-year <miles>', 'driven on; default as much as so far', { from: 0, to: 200_000 }),
    )
    .addOption(
      numberOption('--rate-points <points>', 'what if interest changes', { from: -20, to: 20, fractions: true }),
    )
    .addOption(
      numberOption('--supply-change <percent>', 'what if supply changes', { from: -95, to: 2_000, fractions: true }),
    )
    .addOption(dayOption('use the fit of this day or the last before it'))
    .addOption(json())
    .addHelpText('after', VALUE_HELP)
    .action(async (options: ValueOptions & Shared) => {
      const { value } = await import('./commands/value.ts');
      await run((context) => value({ context, options }), options);
    });

  program
    .command('insights')
    .description('what is worth telling today, or one text about a model; every number in it is proved')
    .addOption(new Option('--type <type>', 'which texts').choices(TEXT_TYPES))
    .option('--model <model>', 'model line, such as 911; absent means the whole market')
    .option('--trim <trim>', 'such as "Carrera S"')
    .option('--generation <generation>', 'such as 997.2')
    .option('--make <make>', 'default Porsche')
    .addOption(new Option('--depth <depth>', 'how much is said; default as you prefer').choices(DEPTHS))
    .addOption(numberOption('--limit <count>', 'at most so many', { from: 1, to: 1000 }).default(20))
    .option('--stored', 'list texts that were written before, newest first')
    .addOption(dayOption('speak of the analysis of this day or the last before it'))
    .addOption(json())
    .action(async (options: InsightsOptions & Shared) => {
      const { insights } = await import('./commands/insights.ts');
      await run((context) => insights({ context, options }), options);
    });

  for (const command of readerCommands(run)) program.addCommand(command);

  const reports = new Command('report').description('the texts of a day or a week as one document');
  for (const period of ['daily', 'weekly'] as const) {
    const command = new Command(period)
      .description(
        period === 'daily'
          ? 'the summary of the day and what stands out'
          : 'the same, a report of every model line, what moves together, seasons, options and costs',
      )
      .option('--html', 'one page of HTML that prints well, every number linked to its fact')
      .option('--md', 'Markdown (default)')
      .option('--out <file>', 'write to this file in place of standard output')
      .addOption(dayOption('report on the analysis of this day or the last before it'))
      .addOption(json())
      .action(async (options: ReportOptions & Shared) => {
        const { report } = await import('./commands/report.ts');
        await run((context) => report(period, { context, options }), options);
      });
    if (period === 'weekly') {
      command
        .addOption(
          new Option('--invest <horizon>', 'with the call on every model line over this horizon').choices([
            '1m',
            '3m',
            '6m',
            '1y',
          ]),
        )
        .option('--accept <version>', 'version of the investment disclaimer that you have read');
    }
    reports.addCommand(command);
  }
  program.addCommand(reports);

  program
    .command('scan')
    .description('judge the listings that are new since the last scan, with the stored models')
    .addOption(json())
    .action(async (options: Shared) => {
      const { scan } = await import('./commands/scan.ts');
      await run(scan, options);
    });

  program
    .command('quality')
    .description('what is wrong with the stored rows: missing, impossible, repeated, contradictory, old or shifted')
    .addOption(dayOption('check what was known on this day (default: today)'))
    .addOption(textOption('--html <file>', 'also write a page; further markets get a number'))
    .addOption(json())
    .action(async (options: QualityOptions & Shared) => {
      const { quality } = await import('./commands/quality.ts');
      await run((context) => quality({ context, options }), options);
    });

  program
    .command('worker')
    .description('take jobs from the queue: scans of new rows and the daily run at 06:00 UTC')
    .option('--once', 'do what waits now and stop')
    .addOption(json())
    .action(async (options: { readonly once?: boolean } & Shared) => {
      const { worker } = await import('./commands/worker.ts');
      await run((context) => worker({ context, options }), options);
    });

  program
    .command('backtest')
    .description('measure an engine on rows it has not seen')
    .addCommand(
      new Command('valuation')
        .description('value every sold row of one file from another, and say how far off it was')
        .addOption(
          new Option('--format <format>', 'what both files are')
            .choices(['wholesale', 'collector'])
            .makeOptionMandatory(),
        )
        .requiredOption('--train <file>', 'CSV, CSV.gz or NDJSON to learn from')
        .requiredOption('--test <file>', 'file whose sold rows are valued')
        .option('--make <make>', 'value only this make (all makes are learnt from)')
        .addOption(
          new Option('--mode <mode>', 'how what is known grows').choices(['static', 'rolling']).default('static'),
        )
        .addOption(
          new Option('--refit-days <days>', 'days between refits').default(14).argParser((text) => {
            if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('Give a whole number of days from 1 on.');
            return Number(text);
          }),
        )
        .addOption(dayOption('a day on which there is a refit', '--refit-start <day>'))
        .option('--guide <column>', 'compare with the guide price of this column, such as mmr')
        .option('--guide-input <column>', 'correct the guide price of this column instead of valuing without it')
        .requiredOption('--out <file>', 'where the predictions are written, as CSV')
        .addOption(json())
        .addHelpText('after', BACKTEST_HELP)
        .action(async (options: BacktestValuationOptions & Shared) => {
          const { backtestValuation } = await import('./commands/backtest-valuation.ts');
          await run((context) => backtestValuation({ context, options }), options);
        }),
    )
    .addCommand(forecastBacktestCommand(run))
    .addCommand(indexBacktestCommand(run));

  program.addCommand(scoreCommands(run));
  for (const command of marketCommands(run)) program.addCommand(command);
  program.addCommand(costCommands(run));
  program.addCommand(promptCommands(run));
  program.addCommand(auditCommands(run));
  program.addCommand(
    new Command('llm').description('the language models that are configured').addCommand(
      new Command('check')
        .description('make one tiny call to each configured provider; prints latency, usage and cost')
        .addOption(json())
        .action(async (options: Shared) => {
          const { checkModels } = await import('./commands/check-models.ts');
          await run(checkModels, options);
        }),
    ),
  );
  program.addCommand(optionsCommands(run));
  program.addCommand(rulesCommands(run));

  program
    .command('config')
    .description('show every setting, where it comes from, and which language models are configured')
    .addOption(json())
    .action(async (options: Shared) => {
      const { showConfig } = await import('./commands/show-config.ts');
      await run(showConfig, options);
    });
  return program;
}

interface Shared {
  readonly json: boolean;
}
