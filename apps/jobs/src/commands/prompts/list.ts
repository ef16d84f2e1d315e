import { table } from '../../output/table.ts';
import type { CommandContext } from '../command-context.ts';
import { withPromptDesk } from './with-prompt-desk.ts';

/** `pa prompts list`: every type, its newest version and what its labels name. */
export async function list({ context }: { readonly context: CommandContext }): Promise<void> {
  await withPromptDesk(context, async ({ manager, stores }) => {
    const types = await manager.types();
    const rows = await Promise.all(
      types.map(async ({ type, latest, labels, bundled }) => ({
        type,
        latestVersion: latest?.version ?? null,
        bundled: latest === null && bundled !== null,
        labels: await Promise.all(
          labels.map(async ({ label, promptId }) => ({
            label,
            version: (await stores.prompts.byId(promptId))?.version ?? null,
          })),
        ),
        model: `${(latest ?? bundled)?.modelProvider}/${(latest ?? bundled)?.modelName}`,
      })),
    );
    context.terminal.result(rows, () =>
      table(
        rows.map(({ type, latestVersion, labels, model }) => [
          type,
          latestVersion === null ? 'bundled' : `${latestVersion}`,
          labels.map(({ label, version }) => `${label} = ${version}`).join(', ') || '-',
          model,
        ]),
        { head: ['prompt', 'newest', 'labels', 'model'], right: ['newest'] },
      ),
    );
  });
}
