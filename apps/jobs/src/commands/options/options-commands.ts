import { Command, Option } from 'commander';
import { dayOption, numberOption } from '../command-options.ts';
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
    );
}

interface Shared {
  readonly json: boolean;
}
