import type { ScoredListing } from '@pa/engines';

const COLUMNS = ['row', 'expected', 'lower90', 'upper90', 'score', 'type', 'cause', 'severity'] as const;

/** One line a listing; what is not known or does not apply is empty. */
export function scoresCsv(scores: readonly (ScoredListing | null)[]): string {
  const lines = scores.map((scored, row) =>
    [
      row,
      scored?.expected ?? '',
      scored?.lower90 ?? '',
      scored?.upper90 ?? '',
      Number((scored?.score ?? 0).toPrecision(8)),
      scored?.type ?? '',
      scored?.cause ?? '',
      scored?.severity ?? '',
    ].join(','),
  );
  return `${[COLUMNS.join(','), ...lines].join('\n')}\n`;
}
