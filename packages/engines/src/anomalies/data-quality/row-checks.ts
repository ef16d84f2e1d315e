import { dayNumber, isIsoDate, type IsoDate } from '../../market/calendar.ts';
import type { Listing } from '../../market/listing.ts';
import { type DataFaultCode, dataFaults } from '../data-fault.ts';
import { hasWrongCheckDigit, namesOtherYear } from './chassis-checks.ts';
import type { QualityDimension, RowFinding } from './quality-issue.ts';

/** What a caller knows of cars; without it the checks that need it find nothing. */
export interface CarKnowledge {
  /** Model years of a generation, both included; `null` where it is not known. */
  readonly generationYears?: (listing: Listing) => readonly [first: number, last: number] | null;
  /** False for a trim that never existed; `null` where nothing is known of the model. */
  readonly isKnownTrim?: (listing: Listing) => boolean | null;
  /** False for an option that the car cannot have. */
  readonly isPossibleOption?: (listing: Listing, code: string) => boolean;
}

const DIMENSION_OF_FAULT: Readonly<Partial<Record<DataFaultCode, QualityDimension>>> = {
  ended_before_listed: 'consistency',
  mileage_too_high: 'consistency',
  mileage_too_low_for_age: 'consistency',
};

/** The faults of one row by itself. */
export function rowFindings(
  listing: Listing,
  options: { readonly asOf: IsoDate; readonly knowledge: CarKnowledge },
): readonly RowFinding[] {
  const { asOf, knowledge } = options;
  const found: RowFinding[] = dataFaults(listing, asOf).map(({ code, field, message }) => ({
    dimension: DIMENSION_OF_FAULT[code] ?? 'validity',
    code,
    field,
    message,
    listing,
  }));
  const add = (dimension: QualityDimension, code: string, field: string, message: string): void => {
    found.push({ dimension, code, field, message, listing });
  };
  const { vehicle, modelYear, condition, price, listedOn, knownOn, title } = listing;
  if (vehicle.make.trim() === '') add('completeness', 'make_missing', 'make', 'The row names no make.');
  if ((vehicle.model ?? '').trim() === '') add('completeness', 'model_missing', 'model', 'The row names no model.');
  if (title.trim() === '') add('completeness', 'title_missing', 'title', 'The row has no title.');
  if (listing.status === 'sold' && price === null)
    add('completeness', 'sold_without_price', 'price', 'A sale has no price.');
  if (listing.status === 'sold' && listing.endedOn === null)
    add('completeness', 'sold_without_day', 'endedOn', 'A sale has no day.');
  if (condition !== null && !(condition >= 1 && condition <= 5))
    add('validity', 'condition_out_of_range', 'condition', `The grade ${condition} is not between 1 and 5.`);
  if (price !== null && !/^[A-Z]{3}$/.test(price.currency))
    add('validity', 'currency_unknown', 'price', `"${price.currency}" is no currency code.`);
  if (isIsoDate(knownOn) && knownOn > asOf)
    add(
      'validity',
      'known_in_the_future',
      'knownOn',
      `The row says it became known on ${knownOn}, which has not come.`,
    );
  if (listing.status === 'sold' && listing.endedOn !== null && isIsoDate(listing.endedOn) && listing.endedOn > asOf)
    add('validity', 'sold_in_the_future', 'endedOn', `The sale is dated ${listing.endedOn}, which has not come.`);
  if (
    listing.status === 'active' &&
    listedOn !== null &&
    isIsoDate(listedOn) &&
    dayNumber(asOf) - dayNumber(listedOn) > 730
  )
    add('freshness', 'offer_never_ended', 'listedOn', 'The offer has run for more than two years.');
  if (listedOn !== null && modelYear !== null && Number(listedOn.slice(0, 4)) + 1 < modelYear)
    add('consistency', 'offered_before_built', 'listedOn', 'The car was on offer two years before its model year.');
  if (hasWrongCheckDigit(listing))
    add('consistency', 'vin_check_digit', 'vin', 'The check digit of the chassis number is wrong.');
  if (namesOtherYear(listing))
    add('consistency', 'vin_names_other_year', 'vin', 'The chassis number names another model year than the row.');
  const years = knowledge.generationYears?.(listing) ?? null;
  if (years !== null && modelYear !== null && (modelYear < years[0] - 1 || modelYear > years[1] + 1))
    add('consistency', 'year_outside_generation', 'modelYear', `No ${vehicle.generation} was made in ${modelYear}.`);
  if (knowledge.isKnownTrim?.(listing) === false)
    add('consistency', 'trim_never_existed', 'trim', `There never was a ${vehicle.model} "${vehicle.trim}".`);
  const impossible = listing.optionCodes.find((code) => knowledge.isPossibleOption?.(listing, code) === false);
  if (impossible !== undefined)
    add(
      'consistency',
      'option_impossible',
      'optionCodes',
      `The option ${impossible.replaceAll('-', ' ')} cannot be had on this car.`,
    );
  return found;
}
