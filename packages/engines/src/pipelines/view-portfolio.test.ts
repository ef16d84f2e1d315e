import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { giveInvestmentConsent, investmentDisclaimer } from '../insights/investment/index.ts';
import { createMemoryStores } from '../market/memory/create-memory-stores.ts';
import { generateMarket } from '../synthetic-market/generate-market.ts';
import { runDaily } from './run-daily.ts';
import { type Holding, type HeldPortfolio, viewPortfolio } from './view-portfolio.ts';

const DAY = '2026-06-30';
const market = { stores: createMemoryStores(), now: () => Date.parse(`${DAY}T12:00:00Z`) };
beforeAll(async () => {
  const size = { months: 30, salesPerMonth: 40, activeListings: 0 };
  await market.stores.listings.upsert(generateMarket({ preset: 'demo', seed: 5, endsOn: DAY, ...size }).listings);
  await runDaily(market, { asOf: DAY });
}, 120_000);
const consent = giveInvestmentConsent({
  userId: 'reader',
  givenOn: '2026-11-23',
  disclaimerVersion: investmentDisclaimer().version,
});

async function view(holdings: readonly Holding[]): Promise<HeldPortfolio> {
  const found = await viewPortfolio({ holdings, consent }, market);
  if (found.status !== 'ok') throw new TypeError(found.reason);
  return found;
}

describe('a portfolio', () => {
  it('tells what it risks as held and at least, with its disclaimer', async () => {
    const found = await view([
      { model: '911', amount: 300_000 },
      { model: 'Cayman', count: 2, amount: 100_000 },
      { model: 'Macan', amount: 50_000 },
    ]);
    expect(found.disclaimer).toEqual(investmentDisclaimer());
    expect(found.positions.map(({ name }) => name)).toEqual(['Porsche 911', 'Porsche Cayman', 'Porsche Macan']);
    expect(found.amount).toBe(450_000);
    expect(found.positions[0]?.heldWeight).toBeCloseTo(2 / 3, 12);
    const sum = (key: 'heldWeight' | 'leastVarianceWeight') =>
      found.positions.reduce((total, position) => total + position[key], 0);
    expect(sum('heldWeight')).toBeCloseTo(1, 12);
    expect(sum('leastVarianceWeight')).toBeCloseTo(1, 9);
    for (const { count, salesPerMonth, monthsToSell } of found.positions) {
      expect(monthsToSell).toBeCloseTo(count / salesPerMonth, 12);
    }
    expect(found.monthCount).toBeGreaterThanOrEqual(24);
  });

  it('is the same however the holdings are split, and never risks more than its riskiest part', async () => {
    const models = ['911', 'Cayman', 'Boxster', 'Macan'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...models), fc.integer({ min: 1, max: 9 })), { minLength: 2, maxLength: 8 }),
        async (parts) => {
          fc.pre(new Set(parts.map(([model]) => model)).size > 1);
          const found = await view(parts.map(([model, count]) => ({ model, count })));
          const together = Map.groupBy(parts, ([model]) => model);
          const joined = await view(
            [...together].map(([model, own]) => ({ model, count: own.reduce((sum, [, count]) => sum + count, 0) })),
          );
          expect(found.positions).toEqual(joined.positions);
          expect(found.heldDeviation).toBeCloseTo(joined.heldDeviation, 12);
          const riskiest = Math.max(...found.positions.map(({ monthlyDeviation }) => monthlyDeviation));
          expect(found.heldDeviation).toBeLessThanOrEqual(riskiest + 1e-12);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is refused where it cannot be told', async () => {
    const ask = (holdings: readonly Holding[]) => viewPortfolio({ holdings, consent }, market);
    expect(await ask([{ model: '911' }])).toMatchObject({ status: 'not-enough-data' });
    expect(await ask([{ model: '911' }, { model: 'Spaceship' }])).toMatchObject({ status: 'unknown-vehicle' });
    await expect(ask([{ model: '911', count: 1.5 }, { model: 'Macan' }])).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    await expect(ask([{ model: '911', amount: 0 }, { model: 'Macan' }])).rejects.toThrow('above 0');
    // @ts-expect-error There is no view without a consent.
    void (() => viewPortfolio({ holdings: [] }, market));
  });
});
