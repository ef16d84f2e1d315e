import type { CarValuation } from '@pa/engines';
import { formatCount } from './format-value.ts';

const UNEXPLAINED = 'unexplained';
const REST = 'other';
/** The longest name of a car that is shown whole. */
const NAME_WIDTH = 26;

/**
 * Comparables as a table: price and signed adjustments, which sum to the value in every row. The largest adjustments
 * get columns of their own as far as the line has room; all others are one column.
 */
export function renderComparables(
  answer: CarValuation['comparables'],
  options: { readonly columns: number; readonly format: (amount: number) => string },
): readonly string[] {
  if (answer.status !== 'ok') {
    return [`No comparables: ${answer.reason} (found ${answer.found}, needed ${answer.needed}).`];
  }
  const { format, columns } = options;
  const { comparables } = answer;
  const signed = (amount: number): string => `${amount > 0 ? '+' : ''}${formatCount(amount)}`;
  const facts = comparables.map(({ sale }) => [
    sale.endedOn,
    [sale.modelYear, sale.vehicle.generation, sale.vehicle.trim ?? sale.vehicle.model]
      .filter((part) => part !== null)
      .join(' ')
      .slice(0, NAME_WIDTH),
    sale.mileage === null ? '-' : `${formatCount(sale.mileage)} ${sale.mileageUnit}`,
    formatCount(sale.price.amount),
  ]);
  const names = [...new Set(comparables.flatMap(({ adjustments }) => adjustments.map(({ name }) => name)))]
    .filter((name) => name !== UNEXPLAINED)
    .map((name) => ({ name, size: comparables.reduce((sum, row) => sum + Math.abs(amountOf(row, [name])), 0) }))
    .sort((left, right) => right.size - left.size)
    .map(({ name }) => name);

  const layOut = (shown: number): readonly string[] => {
    const rest = names.slice(shown);
    const head = [
      'sold',
      'car',
      'odometer',
      'price',
      ...names.slice(0, shown),
      ...(rest.length === 0 ? [] : [REST]),
      UNEXPLAINED,
    ];
    const rows = comparables.map((row, index) => [
      ...facts[index]!,
      ...names.slice(0, shown).map((name) => signed(amountOf(row, [name]))),
      ...(rest.length === 0 ? [] : [signed(amountOf(row, rest))]),
      signed(amountOf(row, [UNEXPLAINED])),
    ]);
    return alignColumns([head, ...rows]);
  };
  let shown = names.length;
  while (shown > 0 && widthOf(layOut(shown)) > columns) shown--;
  const laidOut = layOut(shown);
  return [
    `Comparables: price and adjustments sum to ${format(answer.amount)}; by themselves they say ${format(answer.consensusAmount)}`,
    ...(widthOf(laidOut) <= columns ? laidOut : listed(answer, { columns, signed })),
  ].map((line) => line.slice(0, columns));
}

/** For a narrow terminal: each sale on a line and its adjustments below it. */
function listed(
  { comparables }: Extract<CarValuation['comparables'], { readonly status: 'ok' }>,
  options: { readonly columns: number; readonly signed: (amount: number) => string },
): readonly string[] {
  return comparables.flatMap(({ sale, adjustments }) => [
    `  ${sale.endedOn}  ${sale.modelYear ?? ''} ${sale.vehicle.trim ?? sale.vehicle.model}  ${formatCount(sale.price.amount)}`,
    ...adjustments.map(({ name, amount }) => `    ${options.signed(amount).padStart(9)}  ${name}`),
  ]);
}

function amountOf(
  { adjustments }: { readonly adjustments: readonly { readonly name: string; readonly amount: number }[] },
  names: readonly string[],
): number {
  return adjustments.reduce((sum, { name, amount }) => sum + (names.includes(name) ? amount : 0), 0);
}

function widthOf(lines: readonly string[]): number {
  return Math.max(...lines.map((line) => line.length));
}

/** Two spaces between columns; the first two columns are words, all others figures. */
function alignColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => {
    const cells = row.map((cell, column) =>
      column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
    );
    return `  ${cells.join('  ').trimEnd()}`;
  });
}
