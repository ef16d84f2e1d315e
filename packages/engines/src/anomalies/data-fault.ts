import type { IsoDate } from '../market/calendar.ts';
import { isIsoDate } from '../market/calendar.ts';
import type { Listing } from '../market/listing.ts';

/** Something in a single listing that cannot be true. */
export interface DataFault {
  /** Stable, such as `price_not_positive`. */
  readonly code: DataFaultCode;
  readonly field: 'price' | 'mileage' | 'modelYear' | 'endedOn' | 'knownOn' | 'vin';
  /** One sentence for people. */
  readonly message: string;
}

export type DataFaultCode =
  | 'price_not_a_number'
  | 'price_not_positive'
  | 'price_placeholder'
  | 'mileage_negative'
  | 'mileage_code'
  | 'mileage_too_high'
  | 'mileage_too_low_for_age'
  | 'model_year_in_the_future'
  | 'model_year_before_cars'
  | 'date_invalid'
  | 'ended_before_listed'
  | 'vin_malformed';

const KILOMETRES_PER_MILE = 1.609344;
/** No car market sells whole cars below this, in any major currency. */
const LOWEST_BELIEVABLE_PRICE = 100;
const MOST_BELIEVABLE_MILES = 500_000;
/** A courier car; nobody drives more for years on end. */
const MOST_MILES_A_YEAR = 90_000;
const FIRST_CAR_YEAR = 1885;
/** Seventeen characters without I, O and Q became the rule for model year 1981. */
const VIN_RULE_FROM = 1981;

/** The faults of a listing as of a day, in the order of the fields; empty for one that may be true. */
export function dataFaults(listing: Listing, asOf: IsoDate): readonly DataFault[] {
  return [
    ...priceFaults(listing),
    ...mileageFaults(listing, asOf),
    ...yearFaults(listing, asOf),
    ...dateFaults(listing),
    ...vinFaults(listing),
  ];
}

function priceFaults({ price }: Listing): readonly DataFault[] {
  if (price === null) return [];
  const { amount } = price;
  if (!Number.isFinite(amount))
    return [{ code: 'price_not_a_number', field: 'price', message: 'The price is not a number.' }];
  if (amount <= 0) return [{ code: 'price_not_positive', field: 'price', message: 'The price is zero or negative.' }];
  if (amount < LOWEST_BELIEVABLE_PRICE || isPlaceholder(amount)) {
    return [{ code: 'price_placeholder', field: 'price', message: `The price ${amount} looks like a placeholder.` }];
  }
  return [];
}

/** Amounts that people type where a form wants any number: 1111, 99999, 12345. */
function isPlaceholder(amount: number): boolean {
  const digits = String(amount);
  return /^(\d)\1{3,}$/.test(digits) || (digits.length >= 4 && '123456789'.startsWith(digits));
}

function mileageFaults(listing: Listing, asOf: IsoDate): readonly DataFault[] {
  if (listing.mileage === null) return [];
  const field = 'mileage';
  if (!(listing.mileage >= 0))
    return [{ code: 'mileage_negative', field, message: 'The odometer reading is below zero or not a number.' }];
  if (/^9{5,}$/.test(String(listing.mileage))) {
    return [{ code: 'mileage_code', field, message: `The odometer reading ${listing.mileage} is a code for unknown.` }];
  }
  const miles = listing.mileageUnit === 'km' ? listing.mileage / KILOMETRES_PER_MILE : listing.mileage;
  const age =
    listing.modelYear === null ? null : Math.max(0, Number((listing.endedOn ?? asOf).slice(0, 4)) - listing.modelYear);
  if (miles >= MOST_BELIEVABLE_MILES || (age !== null && miles > MOST_MILES_A_YEAR * (age + 1))) {
    return [
      { code: 'mileage_too_high', field, message: 'The odometer reading is higher than the car can have driven.' },
    ];
  }
  if (age !== null && age >= 5 && miles < 10) {
    return [
      {
        code: 'mileage_too_low_for_age',
        field,
        message: 'The odometer reading is next to nothing for a car of this age.',
      },
    ];
  }
  return [];
}

function yearFaults(listing: Listing, asOf: IsoDate): readonly DataFault[] {
  const year = listing.modelYear;
  if (year === null) return [];
  const field = 'modelYear';
  // Cars of the next model year are sold from the year before, announced ones a little earlier.
  if (!(year <= Number(asOf.slice(0, 4)) + 2))
    return [{ code: 'model_year_in_the_future', field, message: `The model year ${year} has not come yet.` }];
  if (year < FIRST_CAR_YEAR)
    return [{ code: 'model_year_before_cars', field, message: `There were no cars in ${year}.` }];
  return [];
}

function dateFaults({ listedOn, endedOn, knownOn }: Listing): readonly DataFault[] {
  if (endedOn !== null && !isIsoDate(endedOn))
    return [{ code: 'date_invalid', field: 'endedOn', message: 'The day of the end is not a date.' }];
  if (!isIsoDate(knownOn))
    return [{ code: 'date_invalid', field: 'knownOn', message: 'The day it became known is not a date.' }];
  if (endedOn !== null && listedOn !== null && endedOn < listedOn) {
    return [{ code: 'ended_before_listed', field: 'endedOn', message: 'It ended before it was listed.' }];
  }
  return [];
}

function vinFaults({ vin, modelYear }: Listing): readonly DataFault[] {
  if (vin === null || modelYear === null || modelYear < VIN_RULE_FROM) return [];
  if (/^[A-HJ-NPR-Z0-9]{17}$/i.test(vin)) return [];
  return [
    {
      code: 'vin_malformed',
      field: 'vin',
      message: 'The vehicle identification number does not have 17 allowed characters.',
    },
  ];
}
