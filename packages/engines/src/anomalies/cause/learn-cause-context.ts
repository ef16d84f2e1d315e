import type { Listing } from '../../market/listing.ts';
import type { CauseContext } from './find-cause.ts';
import { learnRoundness } from './round-price.ts';

/** Learns what is usual in a market: how round its prices are, how its odometers count, how common its options are. */
export function learnCauseContext(listings: readonly Listing[]): CauseContext {
  const options = new Map<string, number>();
  let inMiles = 0;
  let read = 0;
  for (const { optionCodes, mileage, mileageUnit } of listings) {
    for (const code of new Set(optionCodes)) options.set(code, (options.get(code) ?? 0) + 1);
    if (mileage === null) continue;
    read++;
    if (mileageUnit === 'mi') inMiles++;
  }
  const share = read === 0 ? Number.NaN : inMiles / read;
  return {
    roundness: learnRoundness(listings.flatMap(({ price }) => (price === null ? [] : [price.amount]))),
    mileageUnit: read === 0 ? null : share >= 0.5 ? { usual: 'mi', share } : { usual: 'km', share: 1 - share },
    optionShares: new Map([...options].map(([code, count]) => [code, count / listings.length])),
  };
}
