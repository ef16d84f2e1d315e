import type { Listing } from '../market/listing.ts';
import { textHash } from '../statistics/text-hash.ts';

/** Number of folds of the cross-fit. */
export const FOLD_COUNT = 5;

/** The fold a sale is left out in. Two sales of one car are left out together, so that a car never vouches for itself. */
export function foldOf(sale: Pick<Listing, 'id' | 'vin'>): number {
  return textHash(sale.vin ?? sale.id) % FOLD_COUNT;
}
