import type { IsoDate, IsoMonth } from '../market/calendar.ts';
import type { Listing, ListingStatus } from '../market/listing.ts';
import { listingId } from '../market/listing-id.ts';
import type { PriceKind } from '../market/price.ts';
import { segmentOf } from '../market/segment.ts';
import type { Random } from '../statistics/random.ts';
import { drivetrain, listingTitle } from './listing-title.ts';
import type { MonthMix } from './market-mix.ts';
import type { MarketPreset } from './market-preset.ts';
import type { ListingTruth, MarketTruth } from './market-truth.ts';
import type { SyntheticCar } from './synthetic-car.ts';
import { logValueOf, valueParts } from './value-car.ts';

/** A listing on its way through the generator, together with its truth. */
export interface ListingDraft {
  readonly car: SyntheticCar;
  readonly listing: Listing;
  readonly truth: ListingTruth;
}

/** What every draft of one market needs. */
export interface DraftContext {
  readonly preset: MarketPreset;
  readonly seed: number;
  readonly truth: Pick<MarketTruth, 'indices' | 'seasonalFactors'>;
  readonly mix: (month: IsoMonth) => MonthMix;
}

export interface OfferPlan {
  /** Unique in the market. */
  readonly key: string;
  readonly status: ListingStatus;
  readonly priceKind: PriceKind;
  readonly listedOn: IsoDate;
  /** `null` for an offer that still runs. */
  readonly endedOn: IsoDate | null;
  readonly residual: number;
}

/** Kilometres in a mile. */
export const KILOMETRES_PER_MILE = 1.609344;

/** The log of what the highest bid of an offer that did not sell falls short of the car's value. */
const UNSOLD_SHORTFALL = -0.1;

/** Writes an offer of a car down as a seller without fault or guile would. */
export function draftListing(
  car: SyntheticCar,
  options: { readonly context: DraftContext; readonly offer: OfferPlan; readonly random: Random },
): ListingDraft {
  const { context, offer, random } = options;
  const day = offer.endedOn ?? offer.listedOn;
  const parts = valueParts(car, { ...context, day, asked: offer.priceKind === 'ask' });
  const logValue = logValueOf(parts);
  const residual = offer.residual + (offer.priceKind === 'bid' ? UNSOLD_SHORTFALL : 0);
  const identity = { source: 'synthetic', sourceKey: `${context.preset.name}-${context.seed}-${offer.key}` };
  const id = listingId(identity);
  const { plan } = car;
  const listing: Listing = {
    id,
    ...identity,
    title: listingTitle(car),
    vehicle: {
      make: 'Porsche',
      model: plan.model,
      generation: plan.generation,
      trim: plan.trim,
      body: car.body,
      transmission: car.transmission,
      ...drivetrain(car),
      marks: [],
      unknownWords: [],
    },
    modelYear: car.modelYear,
    mileage: car.odometerUnit === 'km' ? Math.round(car.miles * KILOMETRES_PER_MILE) : car.miles,
    mileageUnit: car.odometerUnit,
    color: car.color,
    condition: random.uniform() < context.preset.conditionRecordedShare ? car.condition : null,
    region: car.region,
    sellerType: car.sellerType,
    vin: random.uniform() < 0.7 ? car.vin : null,
    optionCodes: car.options.map((option) => option.code),
    details: car.options.map((option) => option.name),
    status: offer.status,
    price: {
      kind: offer.priceKind,
      amount: roundPrice(Math.exp(logValue + residual), context.preset),
      currency: 'USD',
    },
    listedOn: offer.listedOn,
    endedOn: offer.endedOn,
    knownOn: day,
    synthetic: true,
    attributes: {},
  };
  const truth: ListingTruth = {
    listingId: id,
    segment: segmentOf(listing.vehicle),
    vehicleClass: plan.vehicleClass,
    logValue,
    parts,
    residual,
    deviation: 0,
    anomaly: null,
    faults: [],
    trueMiles: car.miles,
    trueModelYear: car.modelYear,
    trueCondition: car.condition,
  };
  return { car, listing, truth };
}

/** The draft with its price moved by a log deviation, recorded in its truth. */
export function movePrice(
  draft: ListingDraft,
  options: { readonly deviation: number; readonly preset: MarketPreset },
): ListingDraft {
  if (draft.listing.price === null) return draft;
  const deviation = draft.truth.deviation + options.deviation;
  const amount = roundPrice(Math.exp(draft.truth.logValue + draft.truth.residual + deviation), options.preset);
  return {
    ...draft,
    listing: { ...draft.listing, price: { ...draft.listing.price, amount } },
    truth: { ...draft.truth, deviation },
  };
}

/** The draft with exactly this amount on the row, as a slip of the hand leaves it. */
export function overwriteAmount(draft: ListingDraft, amount: number): ListingDraft {
  if (draft.listing.price === null) return draft;
  return {
    ...draft,
    listing: { ...draft.listing, price: { ...draft.listing.price, amount } },
    truth: { ...draft.truth, deviation: Math.log(amount) - draft.truth.logValue - draft.truth.residual },
  };
}

function roundPrice(amount: number, preset: MarketPreset): number {
  return Math.max(preset.priceStep, Math.round(amount / preset.priceStep) * preset.priceStep);
}
