import { addMonths, dayNumber, type IsoDate, monthIndex, monthOf } from '../../market/calendar.ts';
import type { Listing } from '../../market/listing.ts';
import { type SegmentId, segmentsOf } from '../../market/segment.ts';
import { daysToSell, type OfferSpell, type SupplyMonth, supplyByMonth } from './days-to-sell.ts';

/** What of an offer says how fast cars sell. */
export type LiquidityOffer = Pick<Listing, 'vehicle' | 'status' | 'listedOn' | 'endedOn'>;

/** How fast the cars of a segment sell, and how many are there. */
export interface SegmentLiquidity {
  /** Offers of the last two years, running ones among them. */
  readonly offerCount: number;
  /** Offers of which the first day is known: only they say how long a sale takes. */
  readonly datedCount: number;
  /** Days after which half are sold, by offers that ended without a sale or still run as well; `null` where it cannot be told. */
  readonly medianDaysToSell: number | null;
  /** Shares still unsold after so many days, with 90 % intervals. Empty without dated offers. */
  readonly unsoldAfter: readonly {
    readonly days: number;
    readonly unsold: number;
    readonly lower90: number;
    readonly upper90: number;
  }[];
  /** The last months, oldest first. An offer without a first day counts as listed in the month in which it ended. */
  readonly months: readonly SupplyMonth[];
}

const MONTHS = 24;
const DAYS_SHOWN = [30, 60, 90, 180];
/** Offers with a first day below which no time to sell is told. */
const MINIMUM_DATED = 10;

/**
 * Supply, sell-through and days to sell of segments as of a day, from offers that were known by then: sales, offers that
 * ended without one, and those that run. Later days are not read.
 */
export function segmentLiquidity(
  offers: Iterable<LiquidityOffer>,
  options: { readonly asOf: IsoDate; readonly segments: readonly SegmentId[] },
): ReadonlyMap<SegmentId, SegmentLiquidity> {
  const { asOf } = options;
  const first = addMonths(monthOf(asOf), 1 - MONTHS);
  const months = Array.from({ length: MONTHS }, (_, at) => addMonths(first, at));
  const bySegment = new Map<SegmentId, LiquidityOffer[]>(options.segments.map((segment) => [segment, []]));
  for (const offer of offers) {
    const lastSeen = isRunning(offer, asOf) ? asOf : offer.endedOn;
    if (lastSeen === null || lastSeen > asOf || monthIndex(monthOf(lastSeen)) < monthIndex(first)) continue;
    for (const segment of segmentsOf(offer.vehicle)) bySegment.get(segment)?.push(offer);
  }
  return new Map([...bySegment].map(([segment, own]) => [segment, liquidityOf(own, { asOf, months })]));
}

function liquidityOf(
  offers: readonly LiquidityOffer[],
  options: { readonly asOf: IsoDate; readonly months: readonly string[] },
): SegmentLiquidity {
  const spells = offers.flatMap((offer): OfferSpell[] => {
    const { status, listedOn, endedOn } = offer;
    const until = isRunning(offer, options.asOf) ? options.asOf : endedOn;
    if (listedOn === null || until === null) return [];
    return [{ days: dayNumber(until) - dayNumber(listedOn), sold: status === 'sold' }];
  });
  const survival = spells.length < MINIMUM_DATED ? null : daysToSell(spells);
  const longest = spells.reduce((most, { days }) => Math.max(most, days), 0);
  return {
    offerCount: offers.length,
    datedCount: spells.length,
    medianDaysToSell: survival?.medianDays ?? null,
    unsoldAfter: DAYS_SHOWN.filter((days) => survival !== null && days <= longest).map((days) => {
      const step = survival!.steps.findLast((candidate) => candidate.days <= days);
      const { unsold, lower90, upper90 } = step ?? { unsold: 1, lower90: 1, upper90: 1 };
      return { days, unsold, lower90, upper90 };
    }),
    months: supplyByMonth(
      offers.map((offer) => {
        const { status, listedOn, endedOn } = offer;
        const ended = isRunning(offer, options.asOf) || endedOn === null ? undefined : monthOf(endedOn);
        const listed = listedOn === null ? (ended ?? monthOf(options.asOf)) : monthOf(listedOn);
        return { listed, sold: status === 'sold', ...(ended === undefined ? {} : { ended }) };
      }),
      options.months,
    ),
  };
}

/** An offer that never said how it ended is over once its last day has passed. */
function isRunning({ status, endedOn }: LiquidityOffer, asOf: IsoDate): boolean {
  return status === 'active' && (endedOn === null || endedOn >= asOf);
}
