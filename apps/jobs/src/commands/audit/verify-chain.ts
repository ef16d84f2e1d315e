import { resolve } from 'node:path';
import { createStores } from '@pa/db';
import { type AuditProblem, verifyAudit } from '@pa/llm-core';
import { auditHeadPath, keepAuditHead, readAuditHead } from '../../composition/audit-head-file.ts';
import { readAuditKey } from '../../composition/audit-key.ts';
import { withDatabase } from '../../composition/with-database.ts';
import { CommandError } from '../../errors.ts';
import { formatCount } from '../../output/format-value.ts';
import type { CommandContext } from '../command-context.ts';

const WHAT_HAPPENED: Readonly<Record<AuditProblem, string>> = {
  edited: 'it was edited, or sealed with another key',
  'text-edited': 'one of its texts was edited',
  missing: 'entries before it are gone',
  duplicate: 'it is a copy of an earlier one',
  reordered: 'it does not stand where it was written',
  unlinked: 'it does not follow the one before it',
  'tail-cut': 'the entries after it are gone',
  'head-differs': 'another entry was there when the head was kept',
};

/** `pa audit verify`: fails where the chain is not whole, or does not reach the head that was kept. */
export async function verifyChain({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: { readonly head?: string };
}): Promise<void> {
  const { terminal, settings, folder } = context;
  const key = readAuditKey(settings);
  if (key === undefined)
    throw new CommandError(
      'NO_AUDIT_KEY',
      'The audit cannot be verified without its key: set PA_AUDIT_KEY to the secret that the calls were sealed with.',
    );
  const path = options.head === undefined ? auditHeadPath(settings) : resolve(folder, options.head);
  const head = readAuditHead(path);
  if (head === null && options.head !== undefined)
    throw new CommandError('FILE_NOT_FOUND', `${path} does not exist: name the file that holds the head.`);
  const verdict = await withDatabase(settings, (database) => verifyAudit(createStores(database).audit, { key, head }));
  if (!verdict.isWhole)
    throw new CommandError(
      'AUDIT_BROKEN',
      `The audit is not whole at entry ${formatCount(verdict.sequence)}: ${WHAT_HAPPENED[verdict.problem]}. Keep the database as it is and compare it with a backup.`,
    );
  if (verdict.head !== null && options.head === undefined) keepAuditHead(path, verdict.head);
  terminal.result({ ...verdict, comparedWith: head, headFile: path }, () => {
    const count = `The audit is whole: ${formatCount(verdict.entryCount)} ${verdict.entryCount === 1 ? 'entry' : 'entries'}.`;
    return head === null
      ? `${count}\nNo head was kept before, so that a cut end could not be seen.`
      : `${count}\nCompared with the head of entry ${formatCount(head.sequence)} in ${path}.`;
  });
}
