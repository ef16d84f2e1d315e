import { resolve } from 'node:path';
import { pushPrompts } from '@pa/prompts/files';
import { table } from '../../output/table.ts';
import type { CommandContext } from '../command-context.ts';
import { operator, withPromptDesk } from './with-prompt-desk.ts';

/** `pa prompts push`: the prompts of a folder become versions; what the database has already is left alone. */
export async function push({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: { readonly folder: string };
}): Promise<void> {
  await withPromptDesk(context, async ({ manager, stores }) => {
    const folder = resolve(context.folder, options.folder);
    const pushed = await pushPrompts(folder, { manager, store: stores.prompts, createdBy: operator() });
    const rows = pushed.map(({ prompt, status }) => ({
      type: prompt.type,
      version: prompt.version,
      id: prompt.id,
      status,
    }));
    context.terminal.result(rows, () =>
      rows.length === 0
        ? `There is no prompt in ${folder}.`
        : table(
            rows.map(({ type, version, status }) => [type, `${version}`, status]),
            { head: ['prompt', 'version', 'status'], right: ['version'] },
          ),
    );
  });
}
