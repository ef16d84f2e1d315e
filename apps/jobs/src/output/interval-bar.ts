import type { Valuation } from '@pa/engines';

const WIDEST = 72;

/**
 * The intervals as one line: `|` ends the 90 %, `-` fills it, `=` the 80 %, `#` the 50 %, and `O` is the value. Empty
 * where the valuation has not all three.
 */
export function intervalBar(
  { amount, intervals }: Pick<Valuation, 'amount' | 'intervals'>,
  { columns }: { readonly columns: number },
): string {
  const at = (level: number) => intervals.find(({ confidenceLevel }) => confidenceLevel === level);
  const [inner, middle, outer] = [at(0.5), at(0.8), at(0.9)];
  if (inner === undefined || middle === undefined || outer === undefined) return '';
  const width = Math.min(WIDEST, columns) - 2;
  const span = Math.max(1, outer.upper - outer.lower);
  const place = (value: number): number => Math.round(((value - outer.lower) / span) * (width - 1));
  const line = Array.from({ length: width }, () => '-');
  line.fill('=', place(middle.lower), place(middle.upper) + 1);
  line.fill('#', place(inner.lower), place(inner.upper) + 1);
  line[0] = '|';
  line[width - 1] = '|';
  line[place(amount)] = 'O';
  return `  ${line.join('')}`;
}
