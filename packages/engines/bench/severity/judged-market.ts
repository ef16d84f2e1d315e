import { findRepeatedListings, type RepeatedListing } from '../../src/anomalies/index.ts';
import type { AnomalyCause } from '../../src/market/index.ts';
import { isSale, type Listing } from '../../src/market/listing.ts';
import { fitMarketJudge } from '../../src/pipelines/fit-market-judge.ts';
import { generateMarket, type PlantedAnomaly } from '../../src/synthetic-market/index.ts';
import { type FittedValuation, fitValuation } from '../../src/valuation/index.ts';
import { DEFAULT_SCALE } from '../../src/anomalies/severity/confirmation-scale.ts';

/** One offer of a generated market, judged, with what is true of it. */
export interface JudgedOffer {
  readonly listing: Listing;
  readonly segment: string;
  readonly score: number;
  readonly probability: number;
  readonly cause: AnomalyCause;
  readonly isStated: boolean;
  readonly residual: number;
  readonly localSpread: number;
  /** True price over fair price, as its log. */
  readonly gap: number;
  /** `gap` in typical residuals of its class. */
  readonly gapInSpreads: number;
  readonly planted: string | null;
}

/** Causes that are planted in the row and not in its price alone. */
const ROW_CAUSES = new Set([
  'typo_digits',
  'scam',
  'miles_as_kilometres',
  'wrong_currency',
  'duplicate',
  'relisted',
  'stale_listing',
]);
/** A price so many typical residuals from the fair one is mispriced, whoever made it so. */
const MISPRICED_FROM = 4;
const AS_OF = '2024-06-30';

/** What a reviewer who knows the truth confirms. */
export function isRight(offer: JudgedOffer): boolean {
  return Math.abs(offer.gapInSpreads) >= MISPRICED_FROM || (offer.planted !== null && ROW_CAUSES.has(offer.planted));
}

/** Median absolute value of a Student t with 4 or 5 degrees of freedom and standard deviation 1. */
const TYPICAL_SHARE = { 4: 0.7407 / Math.sqrt(2), 5: 0.7267 * Math.sqrt(0.6) } as const;
const PRESETS = {
  hard: { degrees: 4, deviations: { daily: 0.2, sports: 0.2, collector: 0.2, classic: 0.2 } },
  demo: { degrees: 5, deviations: { daily: 0.055, sports: 0.075, collector: 0.07, classic: 0.13 } },
} as const;

/** Generates a market, learns from its sales, and judges its offers as a daily run does. */
export function judgeMarket(preset: 'hard' | 'demo', seed: number, activeListings = 1500): readonly JudgedOffer[] {
  const market = generateMarket({ preset, seed, endsOn: AS_OF, activeListings });
  const sales = market.listings.filter(isSale);
  const valuation = fitValuation(sales, { asOf: AS_OF }) as FittedValuation;
  const judge = fitMarketJudge(sales, { valuation });
  const offers = market.listings.filter(({ status }) => status !== 'sold');
  const repeats = new Map(findRepeatedListings(offers).map((repeat) => [repeat.listingId, repeat]));
  const anomalyOf = (id: string) => market.truth.listings.get(id)?.anomaly ?? null;
  const { degrees, deviations } = PRESETS[preset];
  return offers.flatMap((listing): readonly JudgedOffer[] => {
    const { price } = listing;
    const expected = valuation.value(listing, { valuedOn: AS_OF });
    if (listing.status !== 'active' || price === null || expected.status !== 'ok') return [];
    const repeat = repeats.get(listing.id) ?? null;
    const found = judge.judge({ listing, price, expected, repeat, asOf: AS_OF }, DEFAULT_SCALE);
    const truth = market.truth.listings.get(listing.id)!;
    const gap = truth.residual + truth.deviation;
    return [
      {
        listing,
        segment: expected.segment,
        score: found.score,
        probability: found.probability,
        cause: found.cause.cause,
        isStated: found.cause.isStated,
        residual: found.residual,
        localSpread: found.localSpread,
        gap,
        gapInSpreads: gap / (deviations[truth.vehicleClass] * TYPICAL_SHARE[degrees]),
        planted: plantedCause(listing.id, { anomalyOf, repeats }),
      },
    ];
  });
}

/** What was planted in a row. Of two offers of one car the later is reported, and which of them the plan made is chance. */
function plantedCause(
  id: string,
  market: {
    readonly anomalyOf: (id: string) => PlantedAnomaly | null;
    readonly repeats: ReadonlyMap<string, RepeatedListing>;
  },
): string | null {
  const { anomalyOf, repeats } = market;
  const own = anomalyOf(id);
  if (own !== null) {
    const isReportedByTheOther = own.repeats !== null && repeats.get(own.repeats)?.repeats === id;
    return isReportedByTheOther ? null : own.cause;
  }
  const repeated = repeats.get(id)?.repeats;
  const partner = repeated === undefined ? null : anomalyOf(repeated);
  return partner?.repeats === id ? partner.cause : null;
}
