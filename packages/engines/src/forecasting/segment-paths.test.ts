import { expect, test } from 'vitest';
import { addMonths } from '../market/calendar.ts';
import { createRandom } from '../statistics/random.ts';
import { fitMarketIndices } from './fit-market-indices.ts';

const MONTHS = 48;

/** Two models of which one rises by a tenth a year and the other stands still; its share of the sales swings. */
function swingingMix(seed: number) {
  const random = createRandom(seed);
  return Array.from({ length: MONTHS }, (_, month) => {
    const share = 0.5 + 0.35 * Math.cos((2 * Math.PI * month) / 12);
    return Array.from({ length: 600 }, (_, row) => {
      const model = row < 600 * share ? 'rising' : 'resting';
      return {
        segments: ['make', `make/${model}`],
        month: addMonths('2021-01', month),
        price: 50_000,
        logLevel: (model === 'rising' ? (0.1 * month) / 12 : 0) + 0.15 * random.normal(),
      };
    });
  }).flat();
}

test('the index of a make does not follow the mix of its models', () => {
  const [make] = fitMarketIndices(swingingMix(3), {
    market: { priceKind: 'sold', currency: 'USD' },
    asOf: '2024-12-31',
    segments: ['make'],
  });
  const half = (month: number): number => (0.05 * month) / 12;
  const misses = make!.points.map(({ level }, month) => Math.log(level / 100) - half(month));
  const centre = misses.reduce((sum, miss) => sum + miss, 0) / MONTHS;
  const rmse = Math.sqrt(misses.reduce((sum, miss) => sum + (miss - centre) ** 2, 0) / MONTHS);
  // A mean of all sales of the month would be off by 2 % and more where one model makes up 85 % of them.
  expect(rmse).toBeLessThan(0.008);
  expect(make!.points.at(-1)!.level).toBeGreaterThan(make!.points.at(-1)!.lower90);
});
