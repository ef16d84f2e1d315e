import { resolve } from 'node:path';
import { pullPrompts } from '@pa/prompts/files';
import { table } from '../../output/table.ts';
import type { CommandContext } from '../command-context.ts';
import { withPromptDesk } from './with-prompt-desk.ts';

/** `pa prompts pull`: what is deployed, and else the newest, becomes files. */
export async function pull({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: { readonly folder: string; readonly label: string };
}): Promise<void> {
  await withPromptDesk(context, async ({ stores, bundled }) => {
    const folder = resolve(context.folder, options.folder);
    const pulled = await pullPrompts(folder, { store: stores.prompts, label: options.label, bundled });
    const rows = pulled.map(({ prompt, status }) => ({ type: prompt.type, version: prompt.version, status }));
    context.terminal.result(rows, () =>
      table(
        rows.map(({ type, version, status }) => [type, `${version}`, status]),
        { head: ['prompt', 'version', 'files'], right: ['version'] },
      ),
    );
  });
}
