import type { OptionValue } from '../../api/answers.ts';

/** Places of amounts on one line from 0 to 100, zero always on it. */
export function ladderScale(values: readonly Pick<OptionValue, 'value'>[]): {
  readonly place: (amount: number) => number;
  readonly zero: number;
} {
  const lowest = Math.min(0, ...values.map(({ value }) => value.interval.lower));
  const highest = Math.max(1, ...values.map(({ value }) => value.interval.upper));
  const place = (amount: number): number => (100 * (amount - lowest)) / (highest - lowest);
  return { place, zero: place(0) };
}
