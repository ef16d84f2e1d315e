import { addDays } from '../market/calendar.ts';
import type { Random } from '../statistics/random.ts';
import { KILOMETRES_PER_MILE, type ListingDraft, movePrice, overwriteAmount } from './listing-draft.ts';
import type { MarketPreset } from './market-preset.ts';
import type { AnomalyCause } from './market-truth.ts';
import { TYPE_OF_CAUSE } from './planted-cause.ts';

/** Causes that change one row; the others repeat a car or draw one of its own kind. */
export type RowCause = Exclude<AnomalyCause, 'duplicate' | 'relisted'>;

interface PlantOptions {
  readonly preset: MarketPreset;
  readonly random: Random;
}

const SCAM_LINES: readonly string[] = [
  'Seller is working abroad, the car ships from a warehouse after payment.',
  'Payment by wire transfer only, no viewing possible.',
  'Urgent sale, buyer protection through a third-party escrow site.',
  'Contact by e-mail only, gift cards accepted as a deposit.',
];

/** Dollars for one unit of each currency in which a price is wrongly recorded, as its log: what the row gains. */
const WRONG_CURRENCIES = [
  { currency: 'GBP', unitsPerDollar: 0.79 },
  { currency: 'CAD', unitsPerDollar: 1.36 },
  { currency: 'AED', unitsPerDollar: 3.67 },
  { currency: 'SEK', unitsPerDollar: 10.4 },
  { currency: 'JPY', unitsPerDollar: 150 },
] as const;

/** Turns an honest row into one that stands out, and writes down why. */
export function plantAnomaly(draft: ListingDraft, cause: RowCause, options: PlantOptions): ListingDraft {
  const { draft: planted, detail } = PLANTERS[cause](draft, options);
  return {
    ...planted,
    truth: { ...planted.truth, anomaly: { type: TYPE_OF_CAUSE[cause], cause, detail, repeats: null } },
  };
}

type Planter = (
  draft: ListingDraft,
  options: PlantOptions,
) => { readonly draft: ListingDraft; readonly detail: string };

const moveBy =
  (sign: 1 | -1): Planter =>
  (draft, { preset, random }) => {
    const [least, most] = preset.anomalyDeviation;
    const deviation = sign * (least + (most - least) * random.uniform());
    return {
      draft: movePrice(draft, { deviation, preset }),
      detail: `price moved by ${deviation.toFixed(3)} on the log scale`,
    };
  };

const PLANTERS: Readonly<Record<RowCause, Planter>> = {
  bargain: moveBy(-1),
  overpriced: moveBy(1),
  rare_car: moveBy(1),
  scam: (draft, { preset, random }) => {
    const moved = movePrice(draft, { deviation: -(0.6 + 0.6 * random.uniform()), preset });
    const lines = random.shuffle(SCAM_LINES).slice(0, 1 + random.integer(2));
    const listing = {
      ...moved.listing,
      sellerType: 'private',
      vin: null,
      details: [...moved.listing.details, ...lines],
    };
    return { draft: { ...moved, listing }, detail: 'far too cheap, with the words of a fraud' };
  },
  stale_listing: (draft, options) => {
    const { random } = options;
    const moved = moveBy(1)(draft, options);
    const listedOn = addDays(draft.listing.listedOn ?? draft.listing.knownOn, -(180 + random.integer(200)));
    return {
      draft: { ...moved.draft, listing: { ...moved.draft.listing, listedOn, knownOn: listedOn } },
      detail: `${moved.detail}, on offer since ${listedOn}`,
    };
  },
  typo_digits: (draft, { random }) => {
    const digits = String(draft.listing.price?.amount ?? 0);
    const position = random.integer(digits.length);
    const isExtra = random.uniform() < 0.5;
    const typed = isExtra
      ? digits.slice(0, position + 1) + digits.slice(position)
      : digits.slice(0, position) + digits.slice(position + 1);
    const amount = Math.max(1, Number(typed));
    return { draft: overwriteAmount(draft, amount), detail: `price ${digits} typed as ${String(amount)}` };
  },
  miles_as_kilometres: (draft, { random }) => {
    const kilometres = Math.round(draft.car.miles * KILOMETRES_PER_MILE);
    const isReadInKilometres = random.uniform() < 0.5;
    const listing = isReadInKilometres
      ? {
          ...draft.listing,
          mileage: kilometres,
          mileageUnit: 'mi' as const,
          details: [...draft.listing.details, `Odometer shows ${String(kilometres)} kilometers`],
        }
      : { ...draft.listing, mileage: draft.car.miles, mileageUnit: 'km' as const };
    const detail = isReadInKilometres ? 'kilometres recorded as miles' : 'miles recorded as kilometres';
    return { draft: { ...draft, listing }, detail };
  },
  wrong_currency: (draft, { random }) => {
    const { currency, unitsPerDollar } = random.choice(WRONG_CURRENCIES);
    const amount = Math.round((draft.listing.price?.amount ?? 0) * unitsPerDollar);
    return { draft: overwriteAmount(draft, amount), detail: `amount in ${currency} recorded as USD` };
  },
};
