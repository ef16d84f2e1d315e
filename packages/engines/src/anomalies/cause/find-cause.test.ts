import { describe, expect, it } from 'vitest';
import type { Listing } from '../../market/listing.ts';
import { generateMarket } from '../../synthetic-market/index.ts';
import { type RepeatedListing, repeatsByListing } from '../duplicates/find-repeated-listings.ts';
import { findCause } from './find-cause.ts';
import { learnCauseContext } from './learn-cause-context.ts';

const NAMES: Readonly<Record<string, string>> = { typo_digits: 'typo' };
const AS_OF = '2024-06-30';

describe('findCause', () => {
  it.each([
    { preset: 'demo', least: 0.95, spread: 0.06 },
    { preset: 'hard', least: 0.88, spread: 0.14 },
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
        const { cause, note } = findCause(
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
        // Read by people: options are named in words and not by their codes.
        if (cause === 'rare_car') expect(note).toMatch(/hardly any car has: [a-z0-9 ]+(?:, [a-z0-9 ]+)+$/);
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

  const market = generateMarket({ preset: 'hard', seed: 14, endsOn: AS_OF, months: 12, activeListings: 300 });
  const context = learnCauseContext(market.listings);
  const plain = market.listings.find(({ id, status }) => {
    const { anomaly, faults } = market.truth.listings.get(id)!;
    return status === 'active' && anomaly === null && faults.length === 0;
  })!;
  const causeOf = (
    listing: Listing,
    { residual, repeats = null }: { readonly residual: number; readonly repeats?: RepeatedListing | null },
  ) => {
    const offer = { ...listing, listedOn: AS_OF, mileageUnit: context.mileageUnit!.usual, details: [] };
    const price = { kind: 'ask', amount: 61_234, currency: 'USD' } as const;
    return findCause({ listing: offer, price, residual, localSpread: 0.14, repeats, asOf: AS_OF }, context).cause;
  };

  it('names rare options unless the price is lower than prices scatter, and not for one rare option alone', () => {
    const byShare = [...context.optionShares].sort(([, left], [, right]) => left - right).map(([code]) => code);
    const pair = { ...plain, optionCodes: [byShare[0]!, byShare[1]!, byShare.at(-1)!] };
    expect([0.3, -0.05, -0.4].map((residual) => causeOf(pair, { residual }))).toEqual([
      'rare_car',
      'rare_car',
      'bargain',
    ]);
    const one = { ...plain, optionCodes: [byShare[0]!, byShare.at(-1)!] };
    expect(causeOf(one, { residual: 0.3 })).toBe('overpriced');
  });

  it('takes two offers for one car only where they are alike beyond chance', () => {
    const repeatWith = (logOdds: number) =>
      ({ kind: 'duplicate', listingId: plain.id, repeats: 'another', logOdds }) as const;
    const offer = { ...plain, optionCodes: [] };
    expect(causeOf(offer, { residual: 0.3, repeats: repeatWith(2) })).toBe('overpriced');
    expect(causeOf(offer, { residual: 0.3, repeats: repeatWith(9) })).toBe('duplicate');
  });
});
