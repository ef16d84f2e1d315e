export interface RangeValues {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  readonly value: number;
}

const MARGIN = 0.04;

/**
 * Places of four prices on a line from 0 to 1, by their logarithms, with room at both ends. Prices that are not above
 * zero have no logarithm and stand at the left end.
 */
export function rangePositions(values: RangeValues): RangeValues {
  const logs = Object.values(values)
    .filter((value: number) => value > 0)
    .map((value: number) => Math.log(value));
  const least = Math.min(...logs);
  const span = Math.max(...logs) - least;
  const place = (value: number): number => {
    if (!(value > 0)) return 0;
    if (span === 0) return 0.5;
    return MARGIN + ((Math.log(value) - least) / span) * (1 - 2 * MARGIN);
  };
  return { low: place(values.low), middle: place(values.middle), high: place(values.high), value: place(values.value) };
}
