import type { Listing } from '../../market/listing.ts';

/** Log odds of two rows of one model being one car before a fact is looked at. */
const PRIOR = -6.5;
const KILOMETRES_PER_MILE = 1.609344;

/** A listing with the facts that pairs are compared by, read once. */
export interface ComparedListing {
  readonly listing: Listing;
  /** Upper case; `null` where it is too short to tell cars apart. */
  readonly vin: string | null;
  readonly miles: number | null;
  readonly color: string;
  readonly trim: string;
  readonly body: string;
  readonly transmission: string;
  readonly region: string;
  readonly options: ReadonlySet<string>;
}

/** Reads the facts of a listing that pairs are compared by. */
export function comparedListing(listing: Listing): ComparedListing {
  const { vehicle, vin } = listing;
  return {
    listing,
    vin: vin !== null && vin.length >= 11 ? vin.toUpperCase() : null,
    miles: milesOf(listing),
    color: lower(listing.color),
    trim: lower(vehicle.trim),
    body: lower(vehicle.body),
    transmission: lower(vehicle.transmission),
    region: lower(listing.region),
    options: new Set(listing.optionCodes),
  };
}

const lower = (word: string | null): string => word?.toLowerCase() ?? '';

/** The most that facts other than year and mileage add. */
const MOST_OTHER_ODDS = 11;

/**
 * Log odds that two listings of one make and model offer the same car: each fact adds the log of how much likelier it is
 * between two rows of one car than between two cars (Fellegi and Sunter 1969). A fact that a row does not state adds 0.
 * Pairs that no other fact can make likely are answered from year and mileage alone, with a negative number.
 */
export function similarityOf(left: ComparedListing, right: ComparedListing): number {
  if (left.vin !== null && right.vin !== null) {
    if (left.vin === right.vin) return 12;
    if (distance(left.vin, right.vin) > 1) return -12;
  }
  const likely =
    PRIOR + misreadOdds(left, right) + yearOdds(left.listing, right.listing) + mileageOdds(left.miles, right.miles);
  if (likely + MOST_OTHER_ODDS <= 0) return likely;
  return (
    likely +
    wordOdds(left.color, right.color, 1.8, -3) +
    wordOdds(left.trim, right.trim, 1.2, -3) +
    wordOdds(left.body, right.body, 0.4, -3.5) +
    wordOdds(left.transmission, right.transmission, 0.5, -4) +
    wordOdds(left.region, right.region, 1.3, -1) +
    optionOdds(left.options, right.options) +
    priceOdds(left.listing, right.listing)
  );
}

/** Numbers one character apart are a slip of the pen, or two cars of a fleet built one after the other. */
function misreadOdds(left: ComparedListing, right: ComparedListing): number {
  return left.vin !== null && right.vin !== null ? -7 : 0;
}

function yearOdds(left: Listing, right: Listing): number {
  if (left.modelYear === null || right.modelYear === null) return 0;
  const apart = Math.abs(left.modelYear - right.modelYear);
  return apart === 0 ? 2 : apart === 1 ? -3 : -8;
}

function mileageOdds(a: number | null, b: number | null): number {
  if (a === null || b === null) return 0;
  const apart = Math.abs(a - b);
  if (apart === 0) return 6;
  if (apart <= 150) return 4.5;
  if (apart <= 0.01 * Math.max(a, b) || apart <= 500) return 2.5;
  return apart <= 1_500 ? 0 : -5;
}

function milesOf({ mileage, mileageUnit }: Listing): number | null {
  if (mileage === null || mileage < 10) return null;
  return mileageUnit === 'km' ? mileage / KILOMETRES_PER_MILE : mileage;
}

function wordOdds(left: string, right: string, same: number, other: number): number {
  if (left === '' || right === '') return 0;
  return left === right ? same : other;
}

function optionOdds(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  if (left.size === 0 || right.size === 0) return 0;
  let shared = 0;
  for (const code of left) if (right.has(code)) shared++;
  const all = left.size + right.size - shared;
  const overlap = shared / all;
  return overlap === 1 ? 1.5 + Math.min(2, 0.4 * all) : overlap >= 0.75 ? 1.5 : overlap >= 0.4 ? 0 : -2.5;
}

function priceOdds(left: Listing, right: Listing): number {
  if (left.price === null || right.price === null || left.price.currency !== right.price.currency) return 0;
  const apart = Math.abs(Math.log(left.price.amount / right.price.amount));
  return apart < 0.002 ? 2 : apart < 0.05 ? 1.5 : apart < 0.15 ? 0.5 : apart < 0.4 ? -0.5 : -2;
}

/** Characters that differ, for texts of one length; the length of the longer one otherwise. */
function distance(left: string, right: string): number {
  if (left.length !== right.length) return Math.max(left.length, right.length);
  let count = 0;
  for (let place = 0; place < left.length; place++) {
    if (left[place] !== right[place]) count++;
  }
  return count;
}
