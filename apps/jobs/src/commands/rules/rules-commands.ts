import { Command, Option } from 'commander';
import { numberOption } from '../command-options.ts';
import type { RunCommand } from '../run-command.ts';
import type { ProposeOptions } from './propose.ts';

const PROPOSE_HELP = `
Clauses of stored listings that speak of accidents, owners, records, paint, rust and the like in words that no rule knows are read by
the configured model, once each. What comes of it is kept as proposals and read by nobody: a person makes a rule of it, or does not.
`;

/** `pa rules`: wordings that the rules for listing texts do not know. */
export function rulesCommands(run: RunCommand): Command {
  const json = () => new Option('--json', 'write the result as JSON').default(false);
  return new Command('rules')
    .description('what sellers write that the rules for listing texts do not know')
    .addCommand(
      new Command('propose')
        .description('ask the model what the clauses mean that the rules left; needs a key')
        .addOption(
          numberOption('--limit <clauses>', 'at most so many are asked about', { from: 1, to: 10_000 }).default(200),
        )
        .addOption(json())
        .addHelpText('after', PROPOSE_HELP)
        .action(async (options: ProposeOptions & { readonly json: boolean }) => {
          const { propose } = await import('./propose.ts');
          await run((context) => propose({ context, options }), options);
        }),
    )
    .addCommand(
      new Command('list')
        .description('the proposals that were kept, the most frequent first')
        .addOption(json())
        .action(async (options: { readonly json: boolean }) => {
          const { listProposals } = await import('./list-proposals.ts');
          await run((context) => listProposals({ context }), options);
        }),
    );
}
