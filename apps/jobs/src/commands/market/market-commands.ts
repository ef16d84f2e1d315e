import { Command, Option } from 'commander';
import { dayOption, numberOption } from '../command-options.ts';
import type { RunCommand } from '../run-command.ts';
import type { AccuracyOptions } from './show-accuracy.ts';
import type { CorrelateOptions } from './show-correlations.ts';
import type { SeasonalityOptions } from './show-seasonality.ts';
import type { TrendsOptions } from './show-trends.ts';
import type { ValidateOptions } from './validate-predictions.ts';

type Shared = { readonly json: boolean };

/** Commands that read what the daily run stored about markets over time, and the one that settles predictions. */
export function marketCommands(run: RunCommand): readonly Command[] {
  return [trends(run), seasonality(run), correlate(run), validate(run), accuracy(run)];
}

function segmentCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .requiredOption('--model <model>', 'model line, such as 911')
    .option('--trim <trim>', 'such as "Carrera S"; absent means all')
    .option('--generation <generation>', 'such as 997.2; absent means all')
    .option('--make <make>', 'default Porsche')
    .addOption(dayOption('use the analysis of this day or the last before it'))
    .option('--json', 'write the result as JSON', false);
}

function trends(run: RunCommand): Command {
  return segmentCommand('trends', 'how prices of like cars moved, month by month, and where they broke')
    .addOption(numberOption('--months <count>', 'newest months that are shown', { from: 2, to: 600 }).default(12))
    .action(async (options: TrendsOptions & Shared) => {
      const { showTrends } = await import('./show-trends.ts');
      await run((context) => showTrends({ context, options }), options);
    });
}

function seasonality(run: RunCommand): Command {
  return segmentCommand('seasonality', 'whether prices have a season, and the best months to buy and to sell')
    .addOption(numberOption('--years <count>', 'newest whole years that are read', { from: 2, to: 50 }))
    .action(async (options: SeasonalityOptions & Shared) => {
      const { showSeasonality } = await import('./show-seasonality.ts');
      await run((context) => showSeasonality({ context, options }), options);
    });
}

function correlate(run: RunCommand): Command {
  return new Command('correlate')
    .description('how the growth of segments goes together, and which of them lead')
    .addOption(numberOption('--depth <level>', '2 compares model lines, 3 generations', { from: 1, to: 4 }).default(2))
    .addOption(numberOption('--limit <count>', 'the most traded segments', { from: 2, to: 30 }).default(12))
    .option('--outside <file...>', 'CSV files of month,value[,published_on]: consumer prices, interest rates')
    .addOption(
      numberOption('--outside-lag <days>', 'days from the end of a month to its figure, where no day is given', {
        from: 0,
        to: 365,
      }).default(45),
    )
    .addOption(dayOption('use the analysis of this day or the last before it'))
    .option('--json', 'write the result as JSON', false)
    .action(async (options: CorrelateOptions & Shared) => {
      const { showCorrelations } = await import('./show-correlations.ts');
      await run((context) => showCorrelations({ context, options }), options);
    });
}

function validate(run: RunCommand): Command {
  return new Command('validate')
    .description('settle the predictions that are due, by the models of the last daily run; none before its day')
    .addOption(dayOption('settle as on this day'))
    .option('--json', 'write the result as JSON', false)
    .action(async (options: ValidateOptions & Shared) => {
      const { validatePredictions } = await import('./validate-predictions.ts');
      await run((context) => validatePredictions({ context, options }), options);
    });
}

function accuracy(run: RunCommand): Command {
  return new Command('accuracy')
    .description('how the predictions that came due did, misses included')
    .option('--segment <path>', 'only this segment, such as porsche/911')
    .addOption(new Option('--horizon <horizon>', 'only this horizon').choices(['1m', '3m', '6m', '1y']))
    .option('--html <file>', 'write the report as one static page that prints')
    .option('--json', 'write the result as JSON', false)
    .addHelpText('after', '\nThe same ledger gives the same bytes, in every format.\n')
    .action(async (options: AccuracyOptions & Shared) => {
      const { showAccuracy } = await import('./show-accuracy.ts');
      await run((context) => showAccuracy({ context, options }), options);
    });
}
