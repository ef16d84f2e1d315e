import type { CarValuation, ValueChange } from '@pa/engines';
import { formatCount } from './format-value.ts';

/** What would change the value most, one change a line. */
export function renderChanges(
  { changes, car }: Pick<CarValuation, 'changes' | 'car'>,
  { format }: { readonly format: (amount: number) => string },
): readonly string[] {
  const rows = changes.map((change) => ({
    difference: `${change.difference > 0 ? '+' : ''}${format(change.difference)}`,
    amount: format(change.amount),
    words: describeChange(change, car.mileageUnit),
  }));
  const widest = (cell: 'difference' | 'amount'): number => Math.max(...rows.map((row) => row[cell].length));
  const [differenceWidth, amountWidth] = [widest('difference'), widest('amount')];
  return [
    'What would change it most',
    ...rows.map(({ difference, amount, words }) => {
      return `  ${difference.padStart(differenceWidth)}  to ${amount.padStart(amountWidth)}  ${words}`;
    }),
  ];
}

function describeChange({ fact, from, to }: ValueChange, mileageUnit: string): string {
  switch (fact) {
    case 'mileage':
      return `${formatCount(Number(to))} ${mileageUnit} on the clock`;
    case 'age':
      return 'a year later, not driven, in the same market';
    case 'option':
      return to === null ? `without ${from}` : `with ${to}`;
    case 'condition':
      return `condition ${to}`;
    default:
      return `${to} ${fact === 'transmission' ? 'gearbox' : fact}`;
  }
}
