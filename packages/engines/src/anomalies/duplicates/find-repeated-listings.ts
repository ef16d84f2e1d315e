import type { Listing } from '../../market/listing.ts';
import { similarityOf } from './listing-similarity.ts';

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
 * the likeliest, and the later of two is the repeat. In the order of the input. With `among` only the repeats with these ids are
 * looked for, which costs by their number; they are what they are without it.
 */
export function findRepeatedListings(
  listings: readonly Listing[],
  { among }: { readonly among?: ReadonlySet<string> } = {},
): readonly RepeatedListing[] {
  const isAsked = listings.map(({ id }) => among === undefined || among.has(id));
  const blocks = new Map<string, number[]>();
  const add = (key: string, index: number): void => {
    const block = blocks.get(key);
    if (block === undefined) blocks.set(key, [index]);
    else if (block.length < MOST_IN_BLOCK) block.push(index);
  };
  listings.forEach((listing, index) => {
    if (listing.vin !== null) add(`vin ${listing.vin.toUpperCase()}`, index);
    const { make, model } = listing.vehicle;
    const name = `${make} ${model}`.toLowerCase();
    const grid =
      listing.mileage === null ? [-1] : [Math.floor(listing.mileage / 800), Math.floor(listing.mileage / 800) + 1];
    for (const cell of grid) add(`${name} ${cell}`, index);
  });
  const best = new Map<number, { readonly other: number; readonly logOdds: number }>();
  const seen = new Set<number>();
  for (const block of blocks.values()) {
    for (let i = 0; i < block.length; i++) {
      for (let j = i + 1; j < block.length; j++) {
        if (!isAsked[block[i]!]! && !isAsked[block[j]!]!) continue;
        const [first, second] = inTime(listings, block[i]!, block[j]!);
        if (!isAsked[second]!) continue;
        const pair = first * listings.length + second;
        if (seen.has(pair)) continue;
        seen.add(pair);
        if (listings[first]!.status === 'sold') continue;
        const logOdds = similarityOf(listings[first]!, listings[second]!);
        if (logOdds <= 0) continue;
        const known = best.get(second);
        if (known === undefined || logOdds > known.logOdds) best.set(second, { other: first, logOdds });
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

function inTime(listings: readonly Listing[], a: number, b: number): readonly [number, number] {
  const left = listings[a]!;
  const right = listings[b]!;
  const order = left.knownOn < right.knownOn ? -1 : left.knownOn > right.knownOn ? 1 : left.id < right.id ? -1 : 1;
  return order < 0 ? [a, b] : [b, a];
}
