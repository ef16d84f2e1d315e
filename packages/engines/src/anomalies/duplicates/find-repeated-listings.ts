import type { Listing } from '../../market/listing.ts';
import { type ComparedListing, comparedListing, similarityOf } from './listing-similarity.ts';

/** A listing that offers a car which another listing offered first. */
export interface RepeatedListing {
  /** `duplicate` while the first still runs, `relisted` after it was withdrawn or ended without a sale. */
  readonly kind: 'duplicate' | 'relisted';
  readonly listingId: string;
  readonly repeats: string;
  /** Log odds that both are one car. */
  readonly logOdds: number;
}

const MOST_IN_BLOCK = 400;

/**
 * The repeat that each listing is part of, by its id: of two offers that run at one time both are, since nobody can say which
 * is the true one.
 */
export function repeatsByListing(listings: readonly Listing[]): ReadonlyMap<string, RepeatedListing> {
  const repeats = findRepeatedListings(listings);
  const byListing = new Map<string, RepeatedListing>();
  for (const repeat of repeats) {
    if (repeat.kind !== 'duplicate' || byListing.has(repeat.repeats)) continue;
    byListing.set(repeat.repeats, { ...repeat, listingId: repeat.repeats, repeats: repeat.listingId });
  }
  for (const repeat of repeats) byListing.set(repeat.listingId, repeat);
  return byListing;
}

/**
 * Finds offers of one car among listings, with or without a chassis number: pairs of one make, model and nearly one year are
 * compared fact by fact. Sold cars that come back are new offers and no repeats. Each listing repeats at most one other,
 * the likeliest and of equals the first, and the later of two is the repeat. In the order of the input. With `among` only the repeats with these ids are
 * looked for, which costs by their number; they are what they are without it.
 */
export function findRepeatedListings(
  listings: readonly Listing[],
  { among }: { readonly among?: ReadonlySet<string> } = {},
): readonly RepeatedListing[] {
  const isAsked = listings.map(({ id }) => among === undefined || among.has(id));
  const compared: (ComparedListing | undefined)[] = [];
  const factsOf = (index: number): ComparedListing => (compared[index] ??= comparedListing(listings[index]!));
  const best = new Map<number, { readonly other: number; readonly logOdds: number }>();
  // A pair that stands in two blocks is compared twice, which costs less than to remember it.
  for (const block of blocksOf(listings, isAsked)) {
    for (let i = 0; i < block.length; i++) {
      for (let j = i + 1; j < block.length; j++) {
        if (!isAsked[block[i]!]! && !isAsked[block[j]!]!) continue;
        const [first, second] = inTime(listings, block[i]!, block[j]!);
        if (!isAsked[second]! || listings[first]!.status === 'sold') continue;
        const logOdds = similarityOf(factsOf(first), factsOf(second));
        if (logOdds <= 0) continue;
        const known = best.get(second);
        const isLikelier =
          known === undefined ||
          logOdds > known.logOdds ||
          (logOdds === known.logOdds && inTime(listings, first, known.other)[0] === first);
        if (isLikelier) best.set(second, { other: first, logOdds });
      }
    }
  }
  return [...best]
    .sort(([left], [right]) => left - right)
    .map(([index, { other, logOdds }]) => ({
      kind: listings[other]!.status === 'active' ? 'duplicate' : 'relisted',
      listingId: listings[index]!.id,
      repeats: listings[other]!.id,
      logOdds,
    }));
}

/** Listings that may be one car: of one chassis number, or of one model and nearly one mileage. Only blocks with one asked for. */
function blocksOf(listings: readonly Listing[], isAsked: readonly boolean[]): Iterable<readonly number[]> {
  const blocks = new Map<string, number[]>();
  listings.forEach((listing, index) => {
    if (isAsked[index]!) for (const key of blockKeys(listing)) if (!blocks.has(key)) blocks.set(key, []);
  });
  listings.forEach((listing, index) => {
    for (const key of blockKeys(listing)) {
      const block = blocks.get(key);
      if (block !== undefined && block.length < MOST_IN_BLOCK) block.push(index);
    }
  });
  return blocks.values();
}

function blockKeys({ vin, mileage, vehicle }: Listing): readonly string[] {
  const name = `${vehicle.make} ${vehicle.model}`.toLowerCase();
  const cell = mileage === null ? null : Math.floor(mileage / 800);
  const keys = cell === null ? [`${name} -1`] : [`${name} ${cell}`, `${name} ${cell + 1}`];
  return vin === null ? keys : [`vin ${vin.toUpperCase()}`, ...keys];
}

function inTime(listings: readonly Listing[], a: number, b: number): readonly [number, number] {
  const left = listings[a]!;
  const right = listings[b]!;
  const order = left.knownOn < right.knownOn ? -1 : left.knownOn > right.knownOn ? 1 : left.id < right.id ? -1 : 1;
  return order < 0 ? [a, b] : [b, a];
}
