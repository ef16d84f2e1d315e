import { dayNumber, monthIndex, monthOf } from '../../market/calendar.ts';
import { isSale, type Listing } from '../../market/listing.ts';
import type { MarketScope } from '../../market/price.ts';
import { segmentsOf } from '../../market/segment.ts';

const MILES_PER_KILOMETRE = 1 / 1.609344;
const LOWEST_PRICE = 100;

/** A sale as the estimates of what options are worth read it. */
export interface OptionValueSale {
  readonly id: string;
  /** What tells cars apart: the chassis number, else the id of the sale. */
  readonly carKey: string;
  readonly logPrice: number;
  readonly price: number;
  /** From the make to the most specific one. */
  readonly segments: readonly string[];
  readonly model: string;
  readonly generation: string | null;
  readonly trim: string | null;
  /** Years since the October before the model year, 0 or more. */
  readonly age: number;
  readonly modelYear: number;
  /** `null` where unknown. */
  readonly miles: number | null;
  readonly condition: number | null;
  readonly color: string | null;
  readonly body: string | null;
  readonly transmission: string | null;
  readonly region: string | null;
  readonly sellerType: string | null;
  readonly month: number;
  readonly endedOn: string;
  readonly optionCodes: ReadonlySet<string>;
  /** From the day it was offered to the day it was sold; `null` where one of them is not known. */
  readonly daysToSell: number | null;
}

/** Words of a car that a market is narrowed to; absent means any. Compared without regard to case. */
export interface OptionValueScope {
  readonly make?: string | undefined;
  readonly model?: string | undefined;
  readonly generation?: string | undefined;
  readonly trim?: string | undefined;
}

/**
 * The sales of one market and scope that an estimate can use: finished, with a price of 100 or more and a model year that
 * is not in the future. Each id once, ordered by day and id.
 */
export function readOptionValueSales(
  listings: Iterable<Listing>,
  { market, scope }: { readonly market: MarketScope; readonly scope: OptionValueScope },
): readonly OptionValueSale[] {
  const byId = new Map<string, OptionValueSale>();
  for (const listing of listings) {
    if (!isSale(listing) || !isInScope(listing, scope)) continue;
    const { price, modelYear, endedOn } = listing;
    if (price.kind !== market.priceKind || price.currency !== market.currency) continue;
    if (!(price.amount >= LOWEST_PRICE) || modelYear === null || !Number.isFinite(modelYear)) continue;
    if (modelYear > Number(endedOn.slice(0, 4)) + 1) continue;
    const { vehicle } = listing;
    byId.set(listing.id, {
      id: listing.id,
      carKey: listing.vin ?? listing.id,
      logPrice: Math.log(price.amount),
      price: price.amount,
      segments: segmentsOf(vehicle),
      model: vehicle.model,
      generation: vehicle.generation,
      trim: vehicle.trim,
      age: Math.max(0, (dayNumber(endedOn) - dayNumber(`${String(modelYear - 1)}-10-01`)) / 365.25),
      modelYear,
      miles: milesOf(listing),
      condition: listing.condition,
      color: listing.color,
      body: vehicle.body,
      transmission: vehicle.transmission,
      region: listing.region,
      sellerType: listing.sellerType,
      month: monthIndex(monthOf(endedOn)),
      endedOn,
      optionCodes: new Set(listing.optionCodes),
      daysToSell:
        listing.listedOn === null || listing.listedOn > endedOn
          ? null
          : dayNumber(endedOn) - dayNumber(listing.listedOn),
    });
  }
  return [...byId.values()].sort((left, right) =>
    left.endedOn !== right.endedOn ? (left.endedOn < right.endedOn ? -1 : 1) : left.id < right.id ? -1 : 1,
  );
}

/** Odometers that stopped at 1 or at all nines say nothing. */
function milesOf(listing: Listing): number | null {
  const { mileage, mileageUnit } = listing;
  if (mileage === null || !Number.isFinite(mileage) || mileage <= 1 || mileage >= 999_998) return null;
  return mileageUnit === 'km' ? mileage * MILES_PER_KILOMETRE : mileage;
}

function isInScope({ vehicle }: Listing, scope: OptionValueScope): boolean {
  const same = (value: string | null, wanted: string | undefined): boolean =>
    wanted === undefined || value?.toLowerCase() === wanted.toLowerCase();
  return (
    same(vehicle.make, scope.make) &&
    same(vehicle.model, scope.model) &&
    same(vehicle.generation, scope.generation) &&
    same(vehicle.trim, scope.trim)
  );
}
