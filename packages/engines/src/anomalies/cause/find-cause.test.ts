import { describe, expect, it } from 'vitest';
import { generateMarket } from '../../synthetic-market/index.ts';
import { repeatsByListing } from '../duplicates/find-repeated-listings.ts';
import { findCause } from './find-cause.ts';
import { learnCauseContext } from './learn-cause-context.ts';

const NAMES: Readonly<Record<string, string>> = { typo_digits: 'typo' };
const AS_OF = '2024-06-30';

describe('findCause', () => {
  // Prices of `hard` are not rounded, so that pounds taken for dollars are bargains to anybody: its goal is lower.
  it.each([
    { preset: 'demo', least: 0.88, spread: 0.06 },
    { preset: 'hard', least: 0.84, spread: 0.14 },
  ] as const)('tells the causes of the $preset market apart', { timeout: 60_000 }, ({ preset, least, spread }) => {
    const hits = new Map<string, { right: number; said: number; planted: number }>();
    const entry = (cause: string) => {
      const known = hits.get(cause) ?? { right: 0, said: 0, planted: 0 };
      hits.set(cause, known);
      return known;
    };
    for (const seed of [11, 12, 13]) {
      const market = generateMarket({ preset, seed, endsOn: AS_OF, months: 12, activeListings: 1_500 });
      const context = learnCauseContext(market.listings);
      const offers = market.listings.filter(({ status }) => status !== 'sold');
      const repeats = repeatsByListing(offers);
      for (const listing of offers) {
        const truth = market.truth.listings.get(listing.id)!;
        if (truth.anomaly === null || listing.price === null || listing.status !== 'active') continue;
        const residual = Math.log(listing.price.amount) - truth.logValue;
        const { cause } = findCause(
          {
            listing,
            price: listing.price,
            residual,
            localSpread: spread,
            repeats: repeats.get(listing.id) ?? null,
            asOf: AS_OF,
          },
          context,
        );
        const planted = NAMES[truth.anomaly.cause] ?? truth.anomaly.cause;
        entry(planted).planted++;
        entry(cause).said++;
        if (cause === planted) entry(cause).right++;
      }
    }
    const scores = [...hits]
      .filter(([, { planted }]) => planted > 0)
      .map(
        ([cause, { right, said, planted }]) =>
          [cause, said + planted === 0 ? 0 : (2 * right) / (said + planted)] as const,
      );
    const macro = scores.reduce((sum, [, score]) => sum + score, 0) / scores.length;
    if (process.env['SHOW'] !== undefined) console.table([...hits].map(([cause, counts]) => ({ cause, ...counts })));
    expect(macro, JSON.stringify(scores)).toBeGreaterThanOrEqual(least);
  });
});
