/**
 * Which of many p values may be believed when at most a share `rate` of those believed shall be false on average
 * (Benjamini and Hochberg 1995). NaN is never believed. In the order given.
 */
export function discoveries(pValues: readonly number[], options: { readonly rate: number }): readonly boolean[] {
  const ordered = pValues
    .map((p, index) => ({ p, index }))
    .filter(({ p }) => !Number.isNaN(p))
    .sort((a, b) => a.p - b.p);
  let last = -1;
  ordered.forEach(({ p }, rank) => {
    if (p <= (options.rate * (rank + 1)) / pValues.length) last = rank;
  });
  const believed = new Set(ordered.slice(0, last + 1).map(({ index }) => index));
  return pValues.map((_, index) => believed.has(index));
}
