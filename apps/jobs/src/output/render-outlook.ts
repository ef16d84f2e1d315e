import type { CarValuation } from '@pa/engines';
import { formatCount } from './format-value.ts';

/** What the car is expected to be worth later, one horizon a line; empty where nobody asked. */
export function renderOutlook(
  { outlook, car }: Pick<CarValuation, 'outlook' | 'car'>,
  { format }: { readonly format: (amount: number) => string },
): readonly string[] {
  if (outlook === null) return [];
  if (outlook.status !== 'ok') return [`No outlook: ${outlook.reason}.`];
  const signed = (amount: number): string => `${amount > 0 ? '+' : ''}${format(amount)}`;
  const rows = outlook.steps.map(({ horizon, targetDate, amount, intervals, parts }) => {
    const range = intervals.find(({ confidenceLevel }) => confidenceLevel === 0.8);
    return {
      when: `${horizon} (${targetDate})`,
      amount: format(amount),
      range: range === undefined ? '' : `80 %  ${format(range.lower)} to ${format(range.upper)}`,
      parts: `age ${signed(parts.age)}, driving ${signed(parts.mileage)}, market ${signed(parts.market)}`,
    };
  });
  const widest = (cell: 'when' | 'amount' | 'range'): number => Math.max(...rows.map((row) => row[cell].length));
  const [whenWidth, amountWidth] = [widest('when'), widest('amount')];
  const { distancePerYear, scenario, elasticities, hasSkill, segment } = outlook;
  return [
    'What it is expected to be worth',
    ...rows.flatMap(({ when, amount, range, parts }) => [
      `  ${when.padEnd(whenWidth)}  ${amount.padStart(amountWidth)}  ${range}`,
      `  ${''.padEnd(whenWidth)}  ${parts}`,
    ]),
    `  The index of ${segment} carried ahead${distancePerYear === null ? '' : `, ${formatCount(distancePerYear)} ${car.mileageUnit} a year`}.`,
    ...(hasSkill ? [] : ['  The forecast of that index is no better than its last value: no ground for advice.']),
    ...(scenario.name === 'base'
      ? []
      : [
          `  Assumed: interest ${signedNumber(scenario.ratePoints)} points, supply ${signedNumber(100 * scenario.supplyChange)} %,`,
          `  answered by prices with ${elasticities.rate} a point and ${elasticities.supply} of log supply. No estimates.`,
        ]),
  ];
}

function signedNumber(value: number): string {
  return `${value > 0 ? '+' : ''}${Number(value.toFixed(2))}`;
}
