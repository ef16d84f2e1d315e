import { createStores } from '@pa/db';
import type { AuditEntry } from '@pa/llm-core';
import { withDatabase } from '../../composition/with-database.ts';
import { formatCost } from '../../output/format-value.ts';
import { table } from '../../output/table.ts';
import type { CommandContext } from '../command-context.ts';

/** `pa audit list`: the newest entries, the last of them last. */
export async function listEntries({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: { readonly limit: number };
}): Promise<void> {
  const { terminal, settings } = context;
  const entries = await withDatabase(settings, async (database) => {
    const { audit } = createStores(database);
    const head = await audit.head();
    const found: AuditEntry[] = [];
    const fromSequence = Math.max(1, (head?.sequence ?? 0) - options.limit + 1);
    for await (const entry of audit.read({ fromSequence })) found.push(entry);
    return found;
  });
  terminal.result(entries, () =>
    entries.length === 0
      ? 'No call has been made yet.'
      : table(
          entries.map((entry) => [
            String(entry.sequence),
            new Date(entry.startedAt).toISOString().slice(0, 19),
            entry.feature ?? '-',
            entry.promptName === null ? '-' : `${entry.promptName}@${entry.promptVersion ?? '?'}`,
            `${entry.provider}/${entry.servedModel ?? entry.requestedModel}`,
            entry.errorCode ?? entry.outcome,
            String(entry.usage?.['total'] ?? '-'),
            entry.costNanoUsd === null ? '-' : formatCost(BigInt(entry.costNanoUsd)),
            `${Math.round(entry.durationMs)} ms`,
          ]),
          {
            head: ['entry', 'at (UTC)', 'feature', 'prompt', 'model', 'outcome', 'tokens', 'cost', 'took'],
            right: ['entry', 'tokens', 'cost', 'took'],
          },
        ),
  );
}
