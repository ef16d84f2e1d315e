import type { Listing } from '../../market/listing.ts';

/** One fact of a listing, changed as little as it takes for the listing to stand out no longer. */
export interface FlagRemoval {
  readonly fact: 'price' | 'mileage' | 'mileage unit' | 'model year' | 'condition';
  /** As it is and as it would be, in digits or words. */
  readonly from: string;
  readonly to: string;
  /** The probability of being confirmed with the change, by a new judgement. */
  readonly confirmationProbability: number;
}

interface RemovalSearch {
  /** The expected price, whole currency units. */
  readonly expected: number;
  /** Judges a changed listing anew: its probability of being confirmed, `null` where it has no value. */
  readonly probabilityOf: (changed: Listing) => number | null;
  /** Below this a listing does not stand out. */
  readonly standsOutFrom: number;
}

const MOST_MILEAGE = 400_000;
const MOST_YEARS = 6;
const BEST_CONDITION = 5;
/** Halvings of a range: a price is found to within a unit or two. */
const HALVINGS = 18;

/**
 * Finds for each fact of a listing the smallest change that makes it stand out no longer, the price first. Every answer was
 * judged anew; a fact that cannot clear the listing alone is not among them. Empty where nothing does, such as for a repeat.
 */
export function findRemovals(listing: Listing, search: RemovalSearch): readonly FlagRemoval[] {
  return [
    ...clearingPrice(listing, search),
    ...clearingUnit(listing, search),
    ...clearingMileage(listing, search),
    ...clearingStep(listing, { ...search, fact: 'model year', field: 'modelYear', most: MOST_YEARS }),
    ...clearingStep(listing, { ...search, fact: 'condition', field: 'condition', most: BEST_CONDITION - 1 }),
  ];
}

function clearingPrice(listing: Listing, search: RemovalSearch): readonly FlagRemoval[] {
  const { price } = listing;
  if (price === null || !(price.amount > 0)) return [];
  const priced = (amount: number): Listing => ({ ...listing, price: { ...price, amount } });
  const isCheap = price.amount < search.expected;
  const amount = nearest({
    from: Math.log(price.amount),
    far: Math.log(search.expected),
    toWhole: (log) => (isCheap ? Math.ceil(Math.exp(log)) : Math.floor(Math.exp(log))),
    isClear: (whole) => clears(priced(whole), search) !== null,
  });
  return amount === null ? [] : removal(priced(amount), { ...search, fact: 'price', from: price.amount, to: amount });
}

function clearingUnit(listing: Listing, search: RemovalSearch): readonly FlagRemoval[] {
  if (listing.mileage === null) return [];
  const mileageUnit = listing.mileageUnit === 'mi' ? 'km' : 'mi';
  const told = { fact: 'mileage unit', from: listing.mileageUnit, to: mileageUnit } as const;
  return removal({ ...listing, mileageUnit }, { ...search, ...told });
}

function clearingMileage(listing: Listing, search: RemovalSearch): readonly FlagRemoval[] {
  const { mileage } = listing;
  if (mileage === null) return [];
  const found = [0, MOST_MILEAGE].flatMap((far) => {
    const reading = nearest({
      from: mileage,
      far,
      toWhole: far > mileage ? Math.ceil : Math.floor,
      isClear: (whole) => clears({ ...listing, mileage: whole }, search) !== null,
    });
    return reading === null ? [] : [reading];
  });
  const [closest] = found.sort((left, right) => Math.abs(left - mileage) - Math.abs(right - mileage));
  if (closest === undefined) return [];
  return removal({ ...listing, mileage: closest }, { ...search, fact: 'mileage', from: mileage, to: closest });
}

function clearingStep(
  listing: Listing,
  options: RemovalSearch & {
    readonly fact: FlagRemoval['fact'];
    readonly field: 'modelYear' | 'condition';
    readonly most: number;
  },
): readonly FlagRemoval[] {
  const { fact, field, most } = options;
  const from = listing[field];
  if (from === null) return [];
  for (let size = 1; size <= most; size++) {
    for (const to of [from - size, from + size]) {
      if (field === 'condition' && (to < 1 || to > BEST_CONDITION)) continue;
      const cleared = removal({ ...listing, [field]: to }, { ...options, fact, from, to });
      if (cleared.length > 0) return cleared;
    }
  }
  return [];
}

/** The probability of a listing that does not stand out, `null` for one that does or has no value. */
function clears(changed: Listing, { probabilityOf, standsOutFrom }: RemovalSearch): number | null {
  const probability = probabilityOf(changed);
  return probability !== null && probability < standsOutFrom ? probability : null;
}

function removal(
  changed: Listing,
  options: RemovalSearch & {
    readonly fact: FlagRemoval['fact'];
    readonly from: number | string;
    readonly to: number | string;
  },
): readonly FlagRemoval[] {
  const { fact, from, to } = options;
  const confirmationProbability = clears(changed, options);
  if (confirmationProbability === null) return [];
  return [{ fact, from: String(from), to: String(to), confirmationProbability }];
}

/**
 * The whole number nearest to `from` on the way to `far` that is clear, by halving; `null` where `far` itself is not. Where
 * clear and not clear alternate on the way, it is one of the bounds between them.
 */
function nearest(options: {
  readonly from: number;
  readonly far: number;
  readonly toWhole: (value: number) => number;
  readonly isClear: (whole: number) => boolean;
}): number | null {
  const { toWhole, isClear } = options;
  let clear = options.far;
  let unclear = options.from;
  if (!isClear(toWhole(clear))) return null;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (clear + unclear) / 2;
    if (isClear(toWhole(middle))) clear = middle;
    else unclear = middle;
  }
  return toWhole(clear);
}
