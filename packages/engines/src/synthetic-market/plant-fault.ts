import type { Random } from '../statistics/random.ts';
import { type ListingDraft, overwriteAmount } from './listing-draft.ts';
import type { PlantedFault } from './market-truth.ts';
import { OPTION_PLANS, optionsFor } from './option-plan.ts';

type Planter = (draft: ListingDraft, random: Random) => ListingDraft;

const withListing = (draft: ListingDraft, change: Partial<ListingDraft['listing']>): ListingDraft => ({
  ...draft,
  listing: { ...draft.listing, ...change },
});

const PLANTERS: Readonly<Record<PlantedFault, Planter>> = {
  missing_mileage: (draft) => withListing(draft, { mileage: null }),
  missing_color: (draft) => withListing(draft, { color: null }),
  missing_model_year: (draft) => withListing(draft, { modelYear: null }),
  odometer_one: (draft) => withListing(draft, { mileage: 1 }),
  odometer_maximum: (draft) => withListing(draft, { mileage: 999_999 }),
  future_model_year: (draft) =>
    withListing(draft, { modelYear: Number((draft.listing.endedOn ?? draft.listing.knownOn).slice(0, 4)) + 3 }),
  price_one: (draft) => overwriteAmount(draft, 1),
  vin_check_digit: (draft, random) => withListing(draft, { vin: spoilCheckDigit(draft.car.vin, random) }),
  impossible_option: (draft, random) => {
    const possible = optionsFor({ vehicleClass: draft.car.plan.vehicleClass, modelYear: draft.car.modelYear });
    const impossible = random.choice(OPTION_PLANS.filter((option) => !possible.includes(option)));
    return withListing(draft, {
      optionCodes: [...draft.listing.optionCodes, impossible.code],
      details: [...draft.listing.details, impossible.name],
    });
  },
};

const FAULTS = Object.keys(PLANTERS) as PlantedFault[];

/** Damages one field of the row and writes down which. */
export function plantFault(draft: ListingDraft, random: Random): ListingDraft {
  const isNumbered = draft.car.vin.length === 17;
  const fault = random.choice(FAULTS.filter((name) => isNumbered || name !== 'vin_check_digit'));
  const planted = PLANTERS[fault](draft, random);
  return { ...planted, truth: { ...planted.truth, faults: [...planted.truth.faults, fault] } };
}

function spoilCheckDigit(vin: string, random: Random): string {
  const wrong = '0123456789X'.replace(vin.charAt(8), '');
  return `${vin.slice(0, 8)}${wrong.charAt(random.integer(wrong.length))}${vin.slice(9)}`;
}
