import { Command, Option } from 'commander';
import { codesOption, dayOption, numberOption, textOption } from '../command-options.ts';
import type { RunCommand } from '../run-command.ts';
import type { OptimizeOptionsOptions } from './optimize-options.ts';
import type { ParseOptionsOptions } from './parse-options.ts';
import type { OptionScopeOptions } from './value-options.ts';

const PARSE_HELP = `
Each line of the file is one text, such as a listing title or a detail line: "PCCB, FAL and LWB, no sunroof".
The answer has one entry a line, in order, with the codes it names and those it denies.
`;

/** `pa options`: what free text says of a car's options, and what they are worth. */
export function optionsCommands(run: RunCommand): Command {
  const json = () => new Option('--json', 'write the result as JSON').default(false);
  return new Command('options')
    .description('what options a text names, what they are worth, and which to order')
    .addCommand(
      new Command('parse')
        .description('read options out of free text')
        .requiredOption('--text-file <file>', 'one text a line')
        .addOption(json())
        .addHelpText('after', PARSE_HELP)
        .action(async (options: ParseOptionsOptions & Shared) => {
          const { parseOptions } = await import('./parse-options.ts');
          await run((context) => parseOptions({ context, options }), options);
        }),
    )
    .addCommand(
      scoped(new Command('value'))
        .description('what an option adds to the price of a used car, or each of them where none is named')
        .addOption(
          textOption('--option <code>', 'one option, by its code or as owners say it, such as pccb or ceramics'),
        )
        .addOption(json())
        .action(async (options: OptionScopeOptions & Shared) => {
          const { json: _json, ...asked } = options;
          const { valueOptions } = await import('./value-options.ts');
          await run((context) => valueOptions({ context, options: asked }), options);
        }),
    )
    .addCommand(
      scoped(new Command('optimize'))
        .description('which options to order so that, in four cases of five, most comes back at resale')
        .addOption(numberOption('--budget <amount>', 'most that the options may cost', { from: 0, to: 10_000_000 }))
        .addOption(
          numberOption('--base-price <amount>', 'worth of the car without options', { from: 1, to: 100_000_000 }),
        )
        .addOption(codesOption('--must-have <codes>', 'chosen whatever they cost'))
        .addOption(codesOption('--never <codes>', 'never chosen'))
        .addOption(json())
        .action(async (options: OptimizeOptionsOptions & Shared) => {
          const { json: _json, ...asked } = options;
          const { optimizeOptions } = await import('./optimize-options.ts');
          await run((context) => optimizeOptions({ context, options: asked }), options);
        }),
    );
}

function scoped(command: Command): Command {
  return command
    .addOption(textOption('--model <model>', 'model line, such as 911').makeOptionMandatory())
    .addOption(textOption('--trim <trim>', 'such as "Carrera S"; absent means all'))
    .addOption(textOption('--generation <generation>', 'such as 992.1; absent means all'))
    .addOption(textOption('--make <make>', 'default Porsche'))
    .addOption(dayOption('read no sale that was not known on this day (default: today)'));
}

interface Shared {
  readonly json: boolean;
}
