export interface WaterfallStep {
  readonly name: string;
  readonly amount: number;
  readonly kind: 'total' | 'gain' | 'loss';
  /** Place of the bar as shares of the width. */
  readonly start: number;
  readonly width: number;
}

/** Places the bars of amounts that sum to a value: each from the sum before to the sum after, totals from 0. */
export function waterfallSteps(explanation: {
  readonly baseAmount: number;
  readonly parts: readonly { readonly name: string; readonly amount: number }[];
}): readonly WaterfallStep[] {
  const { baseAmount, parts } = explanation;
  let sum = baseAmount;
  const spans = parts.map(({ name, amount }) => {
    const before = sum;
    sum += amount;
    return { name, amount, kind: amount < 0 ? ('loss' as const) : ('gain' as const), from: before, to: sum };
  });
  const all = [
    { name: 'base', amount: baseAmount, kind: 'total' as const, from: 0, to: baseAmount },
    ...spans,
    { name: 'value', amount: sum, kind: 'total' as const, from: 0, to: sum },
  ];
  const ends = all.flatMap(({ from, to }) => [from, to]);
  const least = Math.min(0, ...ends);
  const span = Math.max(1, ...ends) - least;
  return all.map(({ name, amount, kind, from, to }) => ({
    name,
    amount,
    kind,
    start: (Math.min(from, to) - least) / span,
    width: Math.abs(to - from) / span,
  }));
}
