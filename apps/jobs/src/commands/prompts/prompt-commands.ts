import { Command, InvalidArgumentError, Option } from 'commander';
import type { RunCommand } from '../run-command.ts';
import type { OptimizeOptions } from './optimize.ts';
import type { TestOptions } from './test.ts';

const FOLDER_HELP = `
A prompt is a folder of its own, <folder>/<name>/, with
  prompt.json   {"model": "anthropic/claude-sonnet-5-5", "description": "...", "maxOutputTokens": 800}
  system.md     the instructions; {{include:name@3}} takes in another prompt
  user.md       the template: {{name}} for trusted values, {{data:name}} for untrusted ones, which are fenced
  cases.json    what it is tested on: [{"id": "a", "variables": {...}, "assertions": [{"name": "...", "kind": "contains", "text": "..."}]}]
Assertions are schema, exact, numeric, contains and judge.
`;

const REFERENCE_HELP = `
market_summary@3 is version 3, market_summary:staging what the label staging names, market_summary what production names.
`;

/** `pa prompts`: versions of prompts, and which of them runs. */
export function promptCommands(run: RunCommand): Command {
  const json = () => new Option('--json', 'write the result as JSON').default(false);
  const folder = () => new Option('--folder <folder>', 'where the prompts lie').default('prompts');
  const label = () => new Option('--label <label>', 'which label').default('production');
  const reason = () => new Option('--reason <words>', 'why, for the history').makeOptionMandatory();
  return new Command('prompts')
    .description('versions of prompts, their tests, and which of them runs')
    .addHelpText('after', REFERENCE_HELP)
    .addCommand(
      new Command('list')
        .description('every prompt, its newest version and what its labels name')
        .addOption(json())
        .action(async (options: Shared) => {
          const { list } = await import('./list.ts');
          await run((context) => list({ context }), options);
        }),
    )
    .addCommand(
      new Command('show')
        .description('one version, whole')
        .argument('<prompt>', 'name, name@version or name:label')
        .addOption(json())
        .action(async (reference: string, options: Shared) => {
          const { show } = await import('./show.ts');
          await run((context) => show({ context, reference }), options);
        }),
    )
    .addCommand(
      new Command('diff')
        .description('how two versions differ, and what the cases make of each')
        .argument('<from>', 'name, name@version or name:label')
        .argument('<to>', 'the same, or @version or :label of the same prompt')
        .addOption(folder())
        .addOption(json())
        .action(async (from: string, to: string, options: { readonly folder: string } & Shared) => {
          const { diff } = await import('./diff.ts');
          await run((context) => diff({ context, from, to, options }), options);
        }),
    )
    .addCommand(
      new Command('push')
        .description(
          'make versions of the prompts of a folder; equal content is a version once, and nothing is deployed',
        )
        .addOption(folder())
        .addOption(json())
        .addHelpText('after', FOLDER_HELP)
        .action(async (options: { readonly folder: string } & Shared) => {
          const { push } = await import('./push.ts');
          await run((context) => push({ context, options }), options);
        }),
    )
    .addCommand(
      new Command('pull')
        .description('write what is deployed, and else the newest, as files')
        .addOption(folder())
        .addOption(label())
        .addOption(json())
        .addHelpText('after', FOLDER_HELP)
        .action(async (options: { readonly folder: string; readonly label: string } & Shared) => {
          const { pull } = await import('./pull.ts');
          await run((context) => pull({ context, options }), options);
        }),
    )
    .addCommand(
      new Command('test')
        .description('run a version on its cases; exit code 1 where it did not pass. Calls models, which needs a key')
        .argument('<prompt>', 'name, name@version or name:label')
        .addOption(folder())
        .option('--draft', 'test the files as they are, before they are pushed')
        .option('--model <provider/model...>', 'models to run on (default: its own)')
        .option('--judge <provider/model>', 'the model that judges, for assertions of that kind')
        .addOption(new Option('--repeats <count>', 'answers to each case').default(1).argParser(wholeNumber))
        .addOption(new Option('--limit <dollars>', 'the most that the run may cost').argParser(dollars))
        .option('--baseline <run>', 'the run to compare with (default: the last of what production names)')
        .option('--no-baseline', 'compare with none')
        .addOption(json())
        .addHelpText('after', FOLDER_HELP)
        .action(
          async (
            reference: string,
            given: Omit<TestOptions, 'baseline'> & { readonly baseline?: string | boolean } & Shared,
          ) => {
            const { test } = await import('./test.ts');
            const { baseline, ...rest } = given;
            // Commander says true where the flag that switches it off was not given.
            const options = baseline === true || baseline === undefined ? rest : { ...rest, baseline };
            await run((context) => test({ context, reference, options }), given);
          },
        ),
    )
    .addCommand(
      new Command('optimize')
        .description(
          'look for a better version on at least 30 cases; what is found is deployed nowhere. Calls models, which needs a key',
        )
        .argument('<prompt>', 'name, name@version or name:label')
        .addOption(folder())
        .addOption(
          new Option('--budget <dollars>', 'the most that everything may cost')
            .argParser(dollars)
            .makeOptionMandatory(),
        )
        .addOption(new Option('--rounds <count>', 'rounds of proposals').default(3).argParser(wholeNumber))
        .addOption(new Option('--proposals <count>', 'rewrites a round').default(2).argParser(wholeNumber))
        .addOption(new Option('--seed <number>', 'of the split of the cases').default(1).argParser(wholeNumber))
        .addOption(json())
        .addHelpText('after', FOLDER_HELP)
        .action(async (reference: string, options: OptimizeOptions & Shared) => {
          const { optimize } = await import('./optimize.ts');
          await run((context) => optimize({ context, reference, options }), options);
        }),
    )
    .addCommand(
      new Command('deploy')
        .description('let a label name a version')
        .argument('<prompt>', 'name@version or name:label')
        .addOption(label())
        .addOption(reason())
        .addOption(json())
        .action(async (reference: string, options: Deployment) => {
          const { deploy } = await import('./deploy.ts');
          await run((context) => deploy({ context, reference, options }), options);
        }),
    )
    .addCommand(
      new Command('rollback')
        .description('let a label name what it named before')
        .argument('<prompt>', 'name')
        .addOption(label())
        .addOption(reason())
        .addOption(json())
        .action(async (type: string, options: Deployment) => {
          const { rollback } = await import('./deploy.ts');
          await run((context) => rollback({ context, type, options }), options);
        }),
    )
    .addCommand(
      new Command('history')
        .description('what a label named when, and who tried to change it')
        .argument('<prompt>', 'name')
        .addOption(label())
        .addOption(new Option('--at <instant>', 'only what ran then, such as 2026-03-03T14:00Z').argParser(instant))
        .addOption(json())
        .action(async (type: string, options: { readonly label: string; readonly at?: number } & Shared) => {
          const { history } = await import('./history.ts');
          await run((context) => history({ context, type, options }), options);
        }),
    );
}

interface Shared {
  readonly json: boolean;
}

type Deployment = { readonly label: string; readonly reason: string } & Shared;

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a whole number from 1 to 999.');
}

function dollars(text: string): number {
  if (/^\d{1,6}(\.\d{1,6})?$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give an amount of dollars, such as 0.50.');
}

function instant(text: string): number {
  const at = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(at)) return at;
  throw new InvalidArgumentError('Give a day or an instant with its zone, such as 2026-03-03T14:00Z.');
}
