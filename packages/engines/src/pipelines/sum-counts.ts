/** Adds up counts by name; a name that stands in several of them is counted once for each. */
export function sumCounts(counts: Iterable<Readonly<Record<string, number>>>): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const count of counts) {
    for (const [name, value] of Object.entries(count)) sums.set(name, (sums.get(name) ?? 0) + value);
  }
  return Object.fromEntries(sums);
}
