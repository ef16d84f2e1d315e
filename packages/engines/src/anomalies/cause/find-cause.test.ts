import { describe, expect, it } from 'vitest';
import type { Listing } from '../../market/listing.ts';
import { generateMarket } from '../../synthetic-market/index.ts';
import type { RepeatedListing } from '../duplicates/find-repeated-listings.ts';
import { scoreCauses } from './__fixtures__/score-causes.ts';
import { findCause } from './find-cause.ts';
import { learnCauseContext } from './learn-cause-context.ts';

const AS_OF = '2024-06-30';

describe('findCause', () => {
  it.each([
    { preset: 'demo', least: 0.95 },
    { preset: 'hard', least: 0.88 },
  ] as const)('tells the causes of the $preset market apart', { timeout: 60_000 }, ({ preset, least }) => {
    const { macroF1, scores, rareNotes } = scoreCauses({ preset, seeds: [11, 12, 13], offers: 1_500 });
    expect(macroF1, JSON.stringify(scores)).toBeGreaterThanOrEqual(least);
    expect(rareNotes.length).toBeGreaterThan(0);
    // Read by people: options are named in words and not by their codes.
    for (const note of rareNotes) expect(note).toMatch(/hardly any car has: [a-z0-9 ]+(?:, [a-z0-9 ]+)+$/);
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
