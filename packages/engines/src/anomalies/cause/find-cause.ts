import { dayNumber, type IsoDate } from '../../market/calendar.ts';
import type { Listing } from '../../market/listing.ts';
import type { Price } from '../../market/price.ts';
import { dataFaults } from '../data-fault.ts';
import type { RepeatedListing } from '../duplicates/find-repeated-listings.ts';
import type { AnomalyCause } from './anomaly-cause.ts';
import { statedFlaws } from './stated-flaws.ts';
import { likeliestPrice } from './price-hypotheses.ts';
import type { RoundnessShares } from './round-price.ts';
import { scamWordCount } from './scam-words.ts';

/** What the causes of one market are told apart by. */
export interface CauseContext {
  readonly roundness: RoundnessShares;
  /** The unit that most odometers of the market count in, and the share that does; `null` where none is read. */
  readonly mileageUnit: { readonly usual: Listing['mileageUnit']; readonly share: number } | null;
  /** Share of cars of the market that have an option, by code. */
  readonly optionShares: ReadonlyMap<string, number>;
}

/** A cause, and one sentence for people. */
export interface FoundCause {
  readonly cause: AnomalyCause;
  readonly note: string;
  /** The price that was meant, where the cause is a slip of the price; else `null`. */
  readonly meantAmount: number | null;
  /** True where the row says so itself, whatever its price: a repeat, or a unit that its own text contradicts. */
  readonly isStated: boolean;
}

/** Log odds from which two offers are taken for one car: among thousands of offers some alike pairs are two cars. */
const SURE_REPEAT = 6;
const STALE_DAYS = 150;
/** A car stands out by its options if its two rarest would meet in fewer cars than this, were they ordered independently. */
const RARE_PAIR_SHARE = 0.03 ** 2;
const SCAM_RESIDUAL = -0.3;
/** From here on a unit is the usual one of a market, and further on another one is an error by itself. */
const USUAL_SHARE = 0.8;
const ONLY_SHARE = 0.99;
/** Miles read as kilometres make a car look less driven, so that its right price looks a little low, never this low. */
const UNIT_RESIDUALS = { least: -0.35, most: 0.18 } as const;
/** A price this low is no stale offer's. */
const STALE_RESIDUAL = -0.3;
/** Above this a car is not cheap, and its text need not say why. */
const FLAW_RESIDUAL = -0.05;

/**
 * Tells why a price or a row stands out: repeats of a car first, then frauds, rows that cannot be true, slips of the price
 * weighed against a price that is meant, and last what an honest seller may do.
 */
export function findCause(
  car: {
    readonly listing: Listing;
    readonly price: Price;
    readonly residual: number;
    readonly localSpread: number;
    readonly repeats: RepeatedListing | null;
    readonly asOf: IsoDate;
  },
  context: CauseContext,
): FoundCause {
  const { listing, price, residual, localSpread, repeats, asOf } = car;
  if (repeats !== null && repeats.logOdds >= SURE_REPEAT) {
    const note = repeats.kind === 'duplicate' ? 'the same car is on offer twice' : 'the same car was on offer before';
    return { ...found(repeats.kind, note), isStated: true };
  }
  const odometer = statedUnitSlip(listing) ?? unusualUnit(listing, { residual, context });
  if (odometer !== null) return odometer;
  if (residual < SCAM_RESIDUAL && scamWordCount([listing.title, ...listing.details]) > 0) {
    return found('scam', 'far too cheap, in the words of a fraud');
  }
  const [fault] = dataFaults(listing, asOf).filter(({ field }) => field !== 'vin' && field !== 'price');
  const best = likeliestPrice(price, { residual, localSpread, roundness: context.roundness });
  if (best.cause !== 'as_meant') return found(best.cause, best.note, best.meant);
  if (fault !== undefined) return found('bad_row', fault.message);
  const onOfferDays = listing.listedOn === null ? 0 : dayNumber(listing.endedOn ?? asOf) - dayNumber(listing.listedOn);
  if (onOfferDays >= STALE_DAYS && residual > STALE_RESIDUAL) {
    return found('stale_listing', `on offer for ${onOfferDays} days`);
  }
  const flaws = residual < FLAW_RESIDUAL ? statedFlaws(listing) : [];
  if (flaws.length > 0) {
    return found('stated_flaw', `cheaper than cars like it, and its text says why: ${flaws.join(', ')}`);
  }
  // Rare options do not make a car cheap: a price that is lower than such prices scatter has another reason.
  const rare = residual > -localSpread ? rarePair(listing, context) : null;
  if (rare !== null) return found('rare_car', `options that hardly any car has: ${rare.map(spelledOut).join(', ')}`);
  if (residual < 0) return found('bargain', 'cheaper than cars like it, with nothing that explains it');
  return found('overpriced', 'dearer than cars like it, with nothing that explains it');
}

/** The two rarest options of a car where hardly any car has both; else `null`. */
function rarePair({ optionCodes }: Listing, { optionShares }: CauseContext): readonly string[] | null {
  const shareOf = (code: string): number => optionShares.get(code) ?? 0;
  const pair = [...new Set(optionCodes)].sort((left, right) => shareOf(left) - shareOf(right)).slice(0, 2);
  const isRare = pair.length === 2 && shareOf(pair[0]!) * shareOf(pair[1]!) < RARE_PAIR_SHARE;
  return isRare ? pair : null;
}

function found(cause: AnomalyCause, note: string, meantAmount: number | null = null): FoundCause {
  return { cause, note, meantAmount, isStated: false };
}

/** An odometer whose unit the row has otherwise than its own text; `null` where the text says nothing else. */
export function statedUnitSlip(listing: Listing): FoundCause | null {
  if (listing.mileage === null) return null;
  const stated = /(\d[\d,. ]{2,})\s*(kilomet(?:er|re)s?|kms?\b|miles?\b|mi\b)/i.exec(listing.details.join('\n'));
  if (stated === null) return null;
  const reading = Number(stated[1]!.replaceAll(/[,. ]/g, ''));
  const unit = /^k/i.test(stated[2]!) ? 'km' : 'mi';
  if (reading !== Math.round(listing.mileage) || unit === listing.mileageUnit) return null;
  return { ...found('miles_as_kilometres', `the text counts the same reading in ${unit}`), isStated: true };
}

/** A unit that hardly any odometer of the market has, on a car whose price needs no other reason. */
function unusualUnit(
  listing: Listing,
  { residual, context }: { readonly residual: number; readonly context: CauseContext },
): FoundCause | null {
  const { mileageUnit } = context;
  if (listing.mileage === null || mileageUnit === null || listing.mileageUnit === mileageUnit.usual) return null;
  const fits = residual > UNIT_RESIDUALS.least && residual < UNIT_RESIDUALS.most;
  if (mileageUnit.share < (fits ? USUAL_SHARE : ONLY_SHARE)) return null;
  return found('miles_as_kilometres', `nearly all odometers of this market count in ${mileageUnit.usual}`);
}

/** A code as words: `paint-to-sample` as `paint to sample`. */
function spelledOut(code: string): string {
  return code.replaceAll('-', ' ');
}
