import type { AnomalyCause } from '../anomalies/cause/anomaly-cause.ts';
import { TYPE_OF_CAUSE } from '../anomalies/cause/anomaly-cause.ts';
import { type CauseContext, findCause } from '../anomalies/cause/find-cause.ts';
import { learnCauseContext } from '../anomalies/cause/learn-cause-context.ts';
import { severityOf } from '../anomalies/anomaly-severity.ts';
import { type RepeatedListing, repeatsByListing } from '../anomalies/duplicates/find-repeated-listings.ts';
import { fitMispricingModel } from '../anomalies/mispricing/fit-mispricing-model.ts';
import type { JudgedCar } from '../anomalies/mispricing/judged-sale.ts';
import type { MispricingModel } from '../anomalies/mispricing/mispricing-model.ts';
import type { AnomalySeverity, AnomalyType } from '../market/anomaly.ts';
import type { IsoDate } from '../market/calendar.ts';
import type { Listing, Sale } from '../market/listing.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import { fitValuation } from '../valuation/fit-valuation.ts';
import type { FittedValuation, Valuation } from '../valuation/valuation.ts';

/** One listing, judged. */
export interface ScoredListing {
  readonly listingId: string;
  /** Whole currency units; `null` where nothing is known of such cars. */
  readonly expected: number | null;
  readonly lower90: number | null;
  readonly upper90: number | null;
  /** Counts typical residuals of ordinary cars, never negative; 0 for a listing without a price. */
  readonly score: number;
  /** `null`, like cause and severity, for a listing that does not stand out. */
  readonly type: AnomalyType | null;
  readonly cause: AnomalyCause | null;
  readonly severity: AnomalySeverity | null;
}

/** Judges listings by what was learnt from sales. */
export interface ListingJudge {
  readonly valuation: FittedValuation;
  readonly mispricing: MispricingModel;
  /** In the order of the listings. Their prices are judged and never learnt from. */
  judge(listings: readonly Listing[]): readonly ScoredListing[];
}

/** A price that is zero or negative is judged as one unit of the currency. */
const LEAST_PRICE = 1;

/**
 * Learns from sales what cars are worth and how their prices scatter, and judges listings by it. Refuses where the sales are
 * too few for a valuation.
 *
 * @example
 * const judge = fitListingJudge(sales, { asOf: '2015-07-31' });
 * if (!('status' in judge)) console.log(judge.judge(listings));
 */
export function fitListingJudge(
  sales: readonly Sale[],
  options: { readonly asOf: IsoDate },
): ListingJudge | NotEnoughData {
  const { asOf } = options;
  const valuation = fitValuation(sales, { asOf });
  if ('status' in valuation) return valuation;
  const mispricing = fitMispricingModel(
    sales.flatMap((sale) => {
      const value = valuation.valueLeftOut(sale);
      if (value.status !== 'ok' || !(sale.price.amount > 0)) return [];
      const carKey = sale.vin ?? sale.id;
      return [{ ...judgedCar(sale, { value, day: sale.endedOn }), carKey, logPrice: Math.log(sale.price.amount) }];
    }),
  );
  const causes = learnCauseContext(sales);
  return {
    valuation,
    mispricing,
    judge: (listings) => {
      const repeats = repeatsByListing(listings);
      return listings.map((listing) => {
        const day = listing.endedOn ?? asOf;
        const value = valuation.value(listing, { valuedOn: day, evenIfThin: true });
        if (value.status !== 'ok') return unjudged(listing);
        return judgeOne(listing, { value, day, mispricing, causes, repeats: repeats.get(listing.id) ?? null, asOf });
      });
    },
  };
}

function judgeOne(
  listing: Listing,
  options: {
    readonly value: Valuation;
    readonly day: IsoDate;
    readonly mispricing: MispricingModel;
    readonly causes: CauseContext;
    readonly repeats: RepeatedListing | null;
    readonly asOf: IsoDate;
  },
): ScoredListing {
  const { value, day, mispricing, causes, repeats, asOf } = options;
  const widest = value.intervals.at(-1)!;
  const range = { listingId: listing.id, expected: value.amount, lower90: widest.lower, upper90: widest.upper };
  const { price } = listing;
  if (price === null) return { ...unjudged(listing), ...range };
  const logPrice = Math.log(Math.max(LEAST_PRICE, price.amount));
  const { score, residual, localSpread } = mispricing.score({ ...judgedCar(listing, { value, day }), logPrice });
  const severity = severityOf(score) ?? (repeats === null ? null : 'low');
  if (severity === null) return { ...unjudged(listing), ...range, score };
  const { cause } = findCause(
    { listing, price, residual, localSpread, repeats, asOf: day > asOf ? day : asOf },
    causes,
  );
  return { ...range, score, type: TYPE_OF_CAUSE[cause], cause, severity };
}

function unjudged(listing: Listing): ScoredListing {
  const nothing = { expected: null, lower90: null, upper90: null, type: null, cause: null, severity: null };
  return { listingId: listing.id, score: 0, ...nothing };
}

function judgedCar(listing: Listing, options: { readonly value: Valuation; readonly day: IsoDate }): JudgedCar {
  const { value, day } = options;
  let expectedLogPrice = value.baseLogPrice;
  for (const { logEffect } of value.contributions) expectedLogPrice += logEffect;
  return { listing, day, expectedLogPrice, logSpread: value.logSpread, saleCount: value.saleCount };
}
