import { table } from '../../output/table.ts';
import type { CommandContext } from '../command-context.ts';
import { withPromptDesk } from './with-prompt-desk.ts';

/** `pa prompts history`: what a label named when, refused tries included; with an instant, what ran then. */
export async function history({
  context,
  type,
  options,
}: {
  readonly context: CommandContext;
  readonly type: string;
  readonly options: { readonly label: string; readonly at?: number };
}): Promise<void> {
  const { label, at } = options;
  await withPromptDesk(context, async ({ manager, stores }) => {
    const entries =
      at === undefined
        ? await manager.attempts(type, { label })
        : (await manager.history(type, { label, at })).map((entry) => ({ ...entry, outcome: 'deployed' as const }));
    const rows = await Promise.all(
      entries.map(async (entry) => ({
        ...entry,
        version: (await stores.prompts.byId(entry.promptId))?.version ?? null,
      })),
    );
    context.terminal.result(rows, () =>
      rows.length === 0
        ? `Nothing of "${type}" was deployed as "${label}"${at === undefined ? '' : ' by then'}.`
        : table(
            rows.map(({ deployedAt, version, outcome, deployedBy, reason }) => [
              new Date(deployedAt).toISOString().replace('T', ' ').slice(0, 19),
              `${version}`,
              outcome,
              deployedBy,
              reason,
            ]),
            { head: ['at (UTC)', 'version', 'outcome', 'by', 'reason'], right: ['version'] },
          ),
    );
  });
}
