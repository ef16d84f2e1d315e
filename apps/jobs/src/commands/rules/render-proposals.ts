import type { RuleProposal } from '@pa/engines';
import { table } from '../../output/table.ts';

/** Proposals as a table, one wording a line; empty where there are none. */
export function renderProposals(proposals: readonly RuleProposal[], { columns }: { readonly columns: number }): string {
  if (proposals.length === 0) return '';
  const widest = Math.max(20, columns - 60);
  const rows = proposals.map(({ trait, value, words, clauseCount, proposedOn }) => [
    trait,
    `${value}`,
    words.length > widest ? `${words.slice(0, widest - 1)}…` : words,
    `${clauseCount}`,
    proposedOn,
  ]);
  return table(rows, { head: ['trait', 'value', 'words', 'clauses', 'proposed on'] });
}
