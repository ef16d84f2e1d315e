import type { IsoDate } from '../calendar.ts';
import type { Listing } from '../listing.ts';
import type { MetricAlternatives, MetricExceptions, MetricFilter, NumberBounds } from '../ports/market-metrics.ts';

const KILOMETRES_PER_MILE = 1.609344;

/** The odometer in miles; `null` where there is no reading. */
export function milesOf({ mileage, mileageUnit }: Listing): number | null {
  if (mileage === null) return null;
  return mileageUnit === 'km' ? mileage / KILOMETRES_PER_MILE : mileage;
}

/** True where a row is one of those that the filter means; `day` is the day by which it is dated. */
export function matchesRow(row: Listing, filter: MetricFilter, day: IsoDate): boolean {
  const { vehicle } = row;
  return (
    isEqual(filter.make, vehicle.make) &&
    isEqual(filter.model, vehicle.model) &&
    (filter.generation === undefined || isOfGeneration(vehicle.generation, filter.generation)) &&
    isEqual(filter.trim, vehicle.trim) &&
    isEqual(filter.body, vehicle.body) &&
    isEqual(filter.transmission, vehicle.transmission) &&
    isEqual(filter.color, row.color) &&
    isEqual(filter.region, row.region) &&
    isEqual(filter.sellerType, row.sellerType) &&
    (filter.optionCodes ?? []).every((code) => row.optionCodes.includes(code)) &&
    (filter.marks ?? []).every((mark) => vehicle.marks.includes(mark)) &&
    isAmong(row, filter.among) &&
    isNoException(row, filter.except) &&
    isWithin(filter.modelYear, row.modelYear) &&
    isWithin(filter.miles, milesOf(row)) &&
    isWithin(filter.price, row.price?.amount ?? null) &&
    day >= (filter.days?.from ?? '') &&
    (filter.days?.to === undefined || day <= filter.days.to)
  );
}

function isOfGeneration(generation: string | null, wanted: string): boolean {
  return generation === wanted || (generation ?? '').startsWith(`${wanted}.`);
}

function isAmong(row: Listing, among: MetricAlternatives = {}): boolean {
  const { vehicle } = row;
  return (
    isOneOf(among.makes, vehicle.make) &&
    isOneOf(among.models, vehicle.model) &&
    (among.generations === undefined ||
      among.generations.length === 0 ||
      among.generations.some((wanted) => isOfGeneration(vehicle.generation, wanted))) &&
    isOneOf(among.trims, vehicle.trim) &&
    isOneOf(among.bodies, vehicle.body) &&
    isOneOf(among.transmissions, vehicle.transmission) &&
    isOneOf(among.colors, row.color) &&
    isOneOf(among.regions, row.region) &&
    isOneOf(among.sellerTypes, row.sellerType)
  );
}

function isOneOf<Value>(wanted: readonly Value[] | undefined, value: Value | null): boolean {
  return wanted === undefined || wanted.length === 0 || (value !== null && wanted.includes(value));
}

function isNoException(row: Listing, except: MetricExceptions = {}): boolean {
  const { vehicle } = row;
  const { generation } = vehicle;
  return (
    isOther(except.makes, vehicle.make) &&
    isOther(except.models, vehicle.model) &&
    (except.generations === undefined ||
      except.generations.length === 0 ||
      (generation !== null && !except.generations.some((wanted) => isOfGeneration(generation, wanted)))) &&
    isOther(except.trims, vehicle.trim) &&
    isOther(except.bodies, vehicle.body) &&
    isOther(except.transmissions, vehicle.transmission) &&
    isOther(except.colors, row.color) &&
    isOther(except.regions, row.region) &&
    isOther(except.sellerTypes, row.sellerType) &&
    !(except.optionCodes ?? []).some((code) => row.optionCodes.includes(code)) &&
    !(except.marks ?? []).some((mark) => vehicle.marks.includes(mark))
  );
}

function isOther<Value>(unwanted: readonly Value[] | undefined, value: Value | null): boolean {
  return unwanted === undefined || unwanted.length === 0 || (value !== null && !unwanted.includes(value));
}

function isEqual<Value>(wanted: Value | undefined, value: Value | null): boolean {
  return wanted === undefined || wanted === value;
}

function isWithin(bounds: NumberBounds | undefined, value: number | null): boolean {
  if (bounds === undefined || Object.keys(bounds).length === 0) return true;
  if (value === null) return false;
  const { atLeast = -Infinity, above = -Infinity, atMost = Infinity, below = Infinity } = bounds;
  return value >= atLeast && value > above && value <= atMost && value < below;
}
