import type { CarValuation } from '@pa/engines';
import { formatAmount, formatCount } from './format-value.ts';
import { intervalBar } from './interval-bar.ts';
import { renderChanges } from './render-changes.ts';
import { renderComparables } from './render-comparables.ts';
import { renderOutlook } from './render-outlook.ts';
import { waterfall } from './waterfall.ts';

/** A valuation for a person at a terminal: no line is wider than `columns`, and nothing depends on colour. */
export function renderCarValuation(answer: CarValuation, { columns }: { readonly columns: number }): string {
  const { valuation, explanation, market } = answer;
  const amount = (value: number): string => formatAmount(value, market.currency);
  const parts = [
    [describeCar(answer), ...takenAsUsual(answer), ...notCounted(answer)],
    [
      `Worth ${amount(valuation.amount)} on ${answer.asOf} in the market ${market.priceKind}/${market.currency},`,
      `from ${formatCount(valuation.saleCount)} sales of ${valuation.segment} among ${formatCount(answer.marketSaleCount)}.`,
    ],
    [
      ...valuation.intervals.map(({ confidenceLevel, lower, upper }) => {
        return `${String(Math.round(confidenceLevel * 100)).padStart(4)} %  ${amount(lower)} to ${amount(upper)}`;
      }),
      intervalBar(valuation, { columns }),
    ],
    [
      'Why',
      waterfall(
        [
          { name: 'base', amount: explanation.baseAmount },
          ...explanation.parts.map((part) => ({ name: part.name, amount: part.amount })),
        ],
        { columns, total: 'value', format: amount },
      ),
    ],
    renderComparables(answer.comparables, { columns, format: amount }),
    ...[renderOutlook(answer, { format: amount })].filter((lines) => lines.length > 0),
    ...(answer.changes.length === 0 ? [] : [renderChanges(answer, { format: amount })]),
    [
      ...(answer.synthetic ? ['SYNTHETIC: computed from made-up sample data.'] : []),
      'An estimate from past sales. No financial advice.',
    ],
  ];
  return parts.map((lines) => lines.join('\n')).join('\n\n');
}

function takenAsUsual({ assumed, car }: CarValuation): readonly string[] {
  const facts = assumed.filter((fact) => fact !== 'mileage');
  return [
    ...(facts.length === 0 ? [] : [`Taken as usual: ${facts.join(', ')}.`]),
    ...(assumed.includes('mileage')
      ? [
          `An odometer of ${formatCount(car.mileage ?? 0)} ${car.mileageUnit} is not believed: valued as driven like others of its age.`,
        ]
      : []),
  ];
}

function notCounted({ uncounted }: CarValuation): readonly string[] {
  if (uncounted.length === 0) return [];
  const facts = uncounted.map(({ fact, given }) => `${fact} ${given}`);
  return [`Not counted, because too few sales have it: ${facts.join(', ')}.`];
}

function describeCar({ car }: CarValuation): string {
  const { vehicle, modelYear, mileage, mileageUnit, color, condition, optionCodes } = car;
  const name = [modelYear, vehicle.make, vehicle.model, vehicle.generation, vehicle.trim];
  return [
    name.filter((part) => part !== null).join(' '),
    vehicle.body,
    vehicle.transmission,
    mileage === null ? 'odometer not known' : `${formatCount(mileage)} ${mileageUnit}`,
    color,
    condition === null ? null : `condition ${condition}`,
    optionCodes.length === 0 ? null : `with ${optionCodes.join(', ')}`,
  ]
    .filter((part) => part !== null)
    .join(', ');
}
