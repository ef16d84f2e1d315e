/** Orders text by code units, which is the order of the stores (Postgres: `collate "C"`), not of a human language. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
