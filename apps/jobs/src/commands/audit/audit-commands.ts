import { Command, InvalidArgumentError, Option } from 'commander';
import { isDay } from '../is-day.ts';
import type { RunCommand } from '../run-command.ts';

const VERIFY_HELP = `
The audit is a chain: an edit, a deletion, a reordering or a copy of an entry breaks it. A cut end shows only beside the head,
the sequence and the seal of an entry that was the newest once. Every call keeps the newest head in PA_AUDIT_HEAD_FILE
(default: audit-head.json in PA_DATA_DIR); copy that file to where whoever may write the database cannot write, and give it
with --head. Exit code 0: whole. 1: not.
`;

/** `pa audit`: what was asked of language models, and whether that record is whole. */
export function auditCommands(run: RunCommand): Command {
  const json = () => new Option('--json', 'write the result as JSON').default(false);
  return new Command('audit')
    .description('every call of a language model: whether the record is whole, what is in it, and how long texts stay')
    .addCommand(
      new Command('verify')
        .description('read the whole chain, and say whether anything was changed')
        .option('--head <file.json>', 'a head that was kept elsewhere (default: PA_AUDIT_HEAD_FILE)')
        .addOption(json())
        .addHelpText('after', VERIFY_HELP)
        .action(async (options: { readonly head?: string } & Shared) => {
          const { verifyChain } = await import('./verify-chain.ts');
          await run((context) => verifyChain({ context, options }), options);
        }),
    )
    .addCommand(
      new Command('list')
        .description('the newest calls: who asked what of which model, and what became of it')
        .addOption(
          new Option('--limit <count>', 'how many').default(20).argParser((text) => {
            if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
            throw new InvalidArgumentError('Give a whole number from 1 to 99,999.');
          }),
        )
        .addOption(json())
        .action(async (options: { readonly limit: number } & Shared) => {
          const { listEntries } = await import('./list-entries.ts');
          await run((context) => listEntries({ context, options }), options);
        }),
    )
    .addCommand(
      new Command('erase')
        .description('erase the texts of old calls; the chain, which holds hashes, stays whole')
        .addOption(
          new Option('--before <day>', 'calls before this day, UTC (default: as PA_AUDIT_TEXT_DAYS says)').argParser(
            (text) => {
              if (isDay(text)) return text;
              throw new InvalidArgumentError('Give a day that exists, as YYYY-MM-DD.');
            },
          ),
        )
        .addOption(json())
        .action(async (options: { readonly before?: string } & Shared) => {
          const { eraseTexts } = await import('./erase-texts.ts');
          await run((context) => eraseTexts({ context, options }), options);
        }),
    );
}

interface Shared {
  readonly json: boolean;
}
