import type { Listing } from '../../market/listing.ts';

/** Log odds of two rows of one model being one car before a fact is looked at. */
const PRIOR = -6.5;
const KILOMETRES_PER_MILE = 1.609344;

/**
 * Log odds that two listings of one make and model offer the same car: each fact adds the log of how much likelier it is
 * between two rows of one car than between two cars (Fellegi and Sunter 1969). A fact that a row does not state adds 0.
 */
export function similarityOf(left: Listing, right: Listing): number {
  if (left.vin !== null && right.vin !== null && left.vin.length >= 11 && right.vin.length >= 11) {
    if (left.vin.toUpperCase() === right.vin.toUpperCase()) return 12;
    if (distance(left.vin, right.vin) > 1) return -12;
  }
  return (
    PRIOR +
    misreadOdds(left, right) +
    yearOdds(left, right) +
    mileageOdds(left, right) +
    wordOdds(left.color, right.color, { same: 1.8, other: -3 }) +
    wordOdds(left.vehicle.trim, right.vehicle.trim, { same: 1.2, other: -3 }) +
    wordOdds(left.vehicle.body, right.vehicle.body, { same: 0.4, other: -3.5 }) +
    wordOdds(left.vehicle.transmission, right.vehicle.transmission, { same: 0.5, other: -4 }) +
    wordOdds(left.region, right.region, { same: 1.3, other: -1 }) +
    optionOdds(left, right) +
    priceOdds(left, right)
  );
}

/** Numbers one character apart are a slip of the pen, or two cars of a fleet built one after the other. */
function misreadOdds(left: Listing, right: Listing): number {
  return left.vin !== null && right.vin !== null && left.vin.length >= 11 && right.vin.length >= 11 ? -7 : 0;
}

function yearOdds(left: Listing, right: Listing): number {
  if (left.modelYear === null || right.modelYear === null) return 0;
  const apart = Math.abs(left.modelYear - right.modelYear);
  return apart === 0 ? 2 : apart === 1 ? -3 : -8;
}

function mileageOdds(left: Listing, right: Listing): number {
  const a = milesOf(left);
  const b = milesOf(right);
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

function wordOdds(
  left: string | null,
  right: string | null,
  odds: { readonly same: number; readonly other: number },
): number {
  if (left === null || right === null || left === '' || right === '') return 0;
  return left.toLowerCase() === right.toLowerCase() ? odds.same : odds.other;
}

function optionOdds(left: Listing, right: Listing): number {
  if (left.optionCodes.length === 0 || right.optionCodes.length === 0) return 0;
  const all = new Set([...left.optionCodes, ...right.optionCodes]);
  const codes = new Set(right.optionCodes);
  const shared = left.optionCodes.filter((code) => codes.has(code)).length;
  const overlap = shared / all.size;
  return overlap === 1 ? 1.5 + Math.min(2, 0.4 * all.size) : overlap >= 0.75 ? 1.5 : overlap >= 0.4 ? 0 : -2.5;
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
    if (left[place]!.toUpperCase() !== right[place]!.toUpperCase()) count++;
  }
  return count;
}
