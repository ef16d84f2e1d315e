import type { CarOutlook, CarValuation } from '@pa/engines';
import { expect, it } from 'vitest';
import { renderOutlook } from './render-outlook.ts';

const outlook: CarOutlook = {
  status: 'ok',
  segment: 'porsche/911',
  hasSkill: false,
  distancePerYear: 3_000,
  scenario: { name: 'asked', ratePoints: 1, supplyChange: -0.1 },
  elasticities: { rate: -0.01, supply: -0.2 },
  steps: [
    {
      horizon: '1y',
      targetDate: '2026-06-30',
      mileage: 24_000,
      amount: 91_000,
      intervals: [{ confidenceLevel: 0.8, lower: 80_000, upper: 104_000 }],
      parts: { age: -4_000, mileage: -1_500, market: 500 },
    },
  ],
};
const car = { mileageUnit: 'mi' } as CarValuation['car'];
const format = (amount: number) => `$${amount}`;

it('tells amount, interval, what it is made of, and what was assumed', () => {
  expect(renderOutlook({ outlook, car }, { format })).toEqual([
    'What it is expected to be worth',
    '  1y (2026-06-30)  $91000  80 %  $80000 to $104000',
    '                   age $-4000, driving $-1500, market +$500',
    '  The index of porsche/911 carried ahead, 3,000 mi a year.',
    '  The forecast of that index is no better than its last value: no ground for advice.',
    '  Assumed: interest +1 points, supply -10 %,',
    '  answered by prices with -0.01 a point and -0.2 of log supply. No estimates.',
  ]);
});

it('says why there is none, and nothing where nobody asked', () => {
  const refusal = { status: 'not-enough-data', reason: 'no forecast', found: 0, needed: 1 } as const;
  expect(renderOutlook({ outlook: refusal, car }, { format })).toEqual(['No outlook: no forecast.']);
  expect(renderOutlook({ outlook: null, car }, { format })).toEqual([]);
});
