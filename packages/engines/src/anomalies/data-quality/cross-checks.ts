import type { Listing } from '../../market/listing.ts';
import { median } from '../../statistics/quantile.ts';
import { findRepeatedListings } from '../duplicates/find-repeated-listings.ts';
import type { RowFinding } from './quality-issue.ts';

const KILOMETRES_PER_MILE = 1.609344;
/** A price so many times above or below the median of its model is one in cents or in thousands. */
const UNIT_FACTOR = 60;
const LEAST_MODEL_ROWS = 10;
/** An odometer may be rounded, and is read on another day than it is written down. */
const MILEAGE_SLACK = 500;

/** The faults that show only beside other rows. */
export function crossFindings(listings: readonly Listing[]): readonly RowFinding[] {
  return [
    ...identityFindings(listings),
    ...historyFindings(listings),
    ...priceUnitFindings(listings),
    ...repeatFindings(listings),
  ];
}

function identityFindings(listings: readonly Listing[]): readonly RowFinding[] {
  const found: RowFinding[] = [];
  const ids = new Set<string>();
  const sales = new Set<string>();
  for (const listing of listings) {
    if (ids.has(listing.id)) {
      const message = 'Another row has the same id.';
      found.push({ dimension: 'uniqueness', code: 'duplicate_id', field: 'id', message, listing });
    }
    ids.add(listing.id);
    if (listing.vin === null || listing.status !== 'sold') continue;
    const sale = `${listing.vin} ${listing.endedOn}`;
    if (sales.has(sale)) {
      const message = 'The same car was sold twice on one day.';
      found.push({ dimension: 'uniqueness', code: 'sold_twice_on_a_day', field: 'vin', message, listing });
    }
    sales.add(sale);
  }
  return found;
}

function historyFindings(listings: readonly Listing[]): readonly RowFinding[] {
  const byVin = new Map<string, Listing[]>();
  for (const listing of listings) {
    if (listing.vin === null || listing.vin.length < 11) continue;
    const known = byVin.get(listing.vin.toUpperCase());
    if (known === undefined) byVin.set(listing.vin.toUpperCase(), [listing]);
    else known.push(listing);
  }
  const found: RowFinding[] = [];
  for (const history of byVin.values()) {
    if (history.length < 2) continue;
    const inTime = history.toSorted((left, right) =>
      dayOf(left) < dayOf(right) ? -1 : dayOf(left) > dayOf(right) ? 1 : 0,
    );
    let most = 0;
    for (const [place, listing] of inTime.entries()) {
      const miles = milesOf(listing);
      if (miles !== null && miles + MILEAGE_SLACK < most) {
        const message = 'An earlier row of the car has a higher odometer reading.';
        found.push({ dimension: 'consistency', code: 'mileage_goes_down', field: 'mileage', message, listing });
      }
      if (miles !== null && miles < 900_000) most = Math.max(most, miles);
      const first = inTime[0]!;
      if (
        place > 0 &&
        (listing.vehicle.make.toLowerCase() !== first.vehicle.make.toLowerCase() || yearsApart(listing, first) > 1)
      ) {
        const message = 'Another row with this chassis number is another car.';
        found.push({ dimension: 'consistency', code: 'vin_of_another_car', field: 'vin', message, listing });
      }
    }
  }
  return found;
}

function priceUnitFindings(listings: readonly Listing[]): readonly RowFinding[] {
  const byModel = new Map<string, Listing[]>();
  for (const listing of listings) {
    if (listing.price === null || !(listing.price.amount > 0)) continue;
    const key = `${listing.vehicle.make}|${listing.vehicle.model}|${listing.price.currency}`;
    const known = byModel.get(key);
    if (known === undefined) byModel.set(key, [listing]);
    else known.push(listing);
  }
  const found: RowFinding[] = [];
  for (const rows of byModel.values()) {
    if (rows.length < LEAST_MODEL_ROWS) continue;
    const middle = median(rows.map(({ price }) => price!.amount));
    for (const listing of rows) {
      const factor = listing.price!.amount / middle;
      if (factor < UNIT_FACTOR && factor > 1 / UNIT_FACTOR) continue;
      const message = 'The price looks as if it were in cents or in thousands.';
      found.push({ dimension: 'consistency', code: 'price_unit', field: 'price', message, listing });
    }
  }
  return found;
}

function repeatFindings(listings: readonly Listing[]): readonly RowFinding[] {
  const byId = new Map(listings.map((listing) => [listing.id, listing]));
  return findRepeatedListings(listings).flatMap(({ kind, listingId, repeats }) => {
    const listing = byId.get(listingId);
    if (listing === undefined || listingId === repeats) return [];
    const code = kind === 'duplicate' ? 'car_offered_twice' : 'car_relisted';
    const message = kind === 'duplicate' ? 'The same car is on offer twice.' : 'The same car was on offer before.';
    return [{ dimension: 'uniqueness' as const, code, field: 'id', message, listing }];
  });
}

function dayOf({ endedOn, listedOn, knownOn }: Listing): string {
  return endedOn ?? listedOn ?? knownOn;
}

function milesOf({ mileage, mileageUnit }: Listing): number | null {
  if (mileage === null || !(mileage >= 0)) return null;
  return mileageUnit === 'km' ? mileage / KILOMETRES_PER_MILE : mileage;
}

function yearsApart(left: Listing, right: Listing): number {
  return left.modelYear === null || right.modelYear === null ? 0 : Math.abs(left.modelYear - right.modelYear);
}
