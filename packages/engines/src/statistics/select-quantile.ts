/**
 * The type-7 quantile (as `quantile`) of `values[from..to)` by selection (Hoare 1961), in linear time. Reorders that
 * part of `values`. NaN where it is empty.
 */
export function selectQuantile(
  values: Float64Array,
  options: { readonly from: number; readonly to: number; readonly probability: number },
): number {
  const { from, to } = options;
  const count = to - from;
  if (count <= 0) return Number.NaN;
  const position = Math.min(1, Math.max(0, options.probability)) * (count - 1);
  const below = Math.floor(position);
  const lower = selectRank(values, { from, to, rank: from + below });
  const share = position - below;
  if (share === 0) return lower;
  // What stands right of the rank is not smaller: the next order statistic is its minimum.
  let upper = Number.POSITIVE_INFINITY;
  for (let i = from + below + 1; i < to; i++) if (values[i]! < upper) upper = values[i]!;
  return lower + share * (upper - lower);
}

function selectRank(
  values: Float64Array,
  options: { readonly from: number; readonly to: number; readonly rank: number },
): number {
  const { rank } = options;
  let left = options.from;
  let right = options.to - 1;
  while (left < right) {
    const middle = (left + right) >>> 1;
    const a = values[left]!;
    const b = values[middle]!;
    const c = values[right]!;
    const pivot = a < b ? (b < c ? b : a < c ? c : a) : a < c ? a : b < c ? c : b;
    let i = left - 1;
    let j = right + 1;
    for (;;) {
      do i++;
      while (values[i]! < pivot);
      do j--;
      while (values[j]! > pivot);
      if (i >= j) break;
      const kept = values[i]!;
      values[i] = values[j]!;
      values[j] = kept;
    }
    if (rank <= j) right = j;
    else left = j + 1;
  }
  return values[rank]!;
}
