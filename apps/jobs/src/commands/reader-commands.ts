import { Command, Option } from 'commander';
import { dayOption } from './command-options.ts';
import type { PortfolioOptions } from './portfolio.ts';
import type { RunCommand } from './run-command.ts';
import type { WatchOptions } from './watch.ts';

interface Shared {
  readonly json: boolean;
}

/** What a single reader asks for: `pa watch` and `pa portfolio`. */
export function readerCommands(run: RunCommand): readonly Command[] {
  const json = () => new Option('--json', 'write the result as JSON').default(false);
  return [
    new Command('watch')
      .description('put a car on the list that daily notices heed, or take it off')
      .requiredOption('--model <model>', 'model line, such as 911')
      .option('--trim <trim>', 'such as "Carrera S"')
      .option('--generation <generation>', 'such as 997.2')
      .option('--make <make>', 'default Porsche')
      .option('--end', 'take it off the list')
      .addOption(json())
      .action(async (options: WatchOptions & Shared) => {
        const { watch } = await import('./watch.ts');
        await run((context) => watch({ context, options }), options);
      }),
    new Command('portfolio')
      .description('what the cars of a file risk as a whole, for a reader who has agreed to the disclaimer')
      .requiredOption('--file <file>', 'JSON or CSV: model, and if known make, generation, trim, count and amount')
      .option('--accept <version>', 'version of the investment disclaimer that you have read')
      .addOption(dayOption('use the analysis of this day or the last before it'))
      .addOption(json())
      .action(async (options: PortfolioOptions & Shared) => {
        const { portfolio } = await import('./portfolio.ts');
        await run((context) => portfolio({ context, options }), options);
      }),
  ];
}
