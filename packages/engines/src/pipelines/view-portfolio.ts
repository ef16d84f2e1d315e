import { InvalidInputError } from '../errors.ts';
import {
  type InvestmentConsent,
  type InvestmentDisclaimer,
  investmentDisclaimer,
} from '../insights/investment/investment-consent.ts';
import { portfolioView } from '../insights/investment/portfolio-view.ts';
import { vehicleName } from '../insights/segment-name.ts';
import type { IsoDate } from '../market/calendar.ts';
import type { MarketIndex } from '../market/market-index.ts';
import { type NotEnoughData, notEnoughData } from '../market/not-enough-data.ts';
import { type MarketScope, marketKey } from '../market/price.ts';
import type { PricePrediction } from '../market/price-prediction.ts';
import type { SegmentId } from '../market/segment.ts';
import type { SegmentWords } from '../market/taxonomy/resolve-segment.ts';
import type { UnknownVehicle } from './find-segments.ts';
import { type MarketAnalysisDependencies, readSegmentIndices } from './read-segment-indices.ts';
import { createAnalysisReader } from './stored-analysis.ts';

/** Cars of one kind that somebody holds. */
export interface Holding extends SegmentWords {
  /** Cars. Default 1. */
  readonly count?: number;
  /** What all of them are worth, whole currency units. Default: what the segment's typical car is worth, times the count. */
  readonly amount?: number;
}

export interface PortfolioRequest {
  readonly holdings: readonly Holding[];
  /** There is no portfolio view without it. */
  readonly consent: InvestmentConsent;
  /** Default: the market with most sales. */
  readonly market?: MarketScope;
  /** Default: today by the clock. */
  readonly asOf?: IsoDate;
}

/** One segment of a portfolio as it is held, and as it would be with least variance. */
export interface HeldPosition {
  readonly segment: SegmentId;
  readonly name: string;
  readonly count: number;
  /** Whole currency units. */
  readonly amount: number;
  /** Share of the money, as held and with least variance, 0 to 1. */
  readonly heldWeight: number;
  readonly leastVarianceWeight: number;
  /** Standard deviation of the monthly return of its index. */
  readonly monthlyDeviation: number;
  /** Mean sales a month over the last year, and the months that as many sales as are held take. */
  readonly salesPerMonth: number;
  readonly monthsToSell: number | null;
}

/** What a set of cars risks as a whole. Statistics of indices, not of single cars, and no advice. */
export interface HeldPortfolio {
  readonly status: 'ok';
  readonly market: MarketScope;
  readonly asOf: IsoDate;
  readonly disclaimer: InvestmentDisclaimer;
  /** In the order in which the segments were first named; holdings of one segment are one position. */
  readonly positions: readonly HeldPosition[];
  readonly amount: number;
  /** Standard deviation of the monthly return: as held, with least variance, and with equal weights. */
  readonly heldDeviation: number;
  readonly leastVarianceDeviation: number;
  readonly equalWeightDeviation: number;
  /** Part of the covariance that was drawn to its target, 0 to 1. */
  readonly shrinkage: number;
  readonly monthCount: number;
  readonly synthetic: boolean;
}

const MOST_HOLDINGS = 100;

/**
 * The risk of a set of cars from the stored mix-adjusted indices: covariance with shrinkage (Ledoit and Wolf 2004), the
 * weights of least variance within what their sales allow, and how long they would take to sell. Refuses fewer than two
 * segments, a segment without an index, and fewer than 24 common months. Holdings that are no numbers of cars are an
 * `InvalidInputError`. Nothing is fitted and nothing kept.
 */
export async function viewPortfolio(
  request: PortfolioRequest,
  dependencies: MarketAnalysisDependencies,
): Promise<HeldPortfolio | NotEnoughData | UnknownVehicle> {
  const { holdings, market: wanted, asOf: day } = request;
  if (holdings.length > MOST_HOLDINGS) {
    throw new InvalidInputError(`A portfolio holds at most ${MOST_HOLDINGS} entries: there are ${holdings.length}.`);
  }
  const access = { dependencies, analyses: createAnalysisReader(dependencies.stores) };
  const held = new Map<SegmentId, { index: MarketIndex; value: PricePrediction; count: number; amount: number }>();
  let scope: { readonly market: MarketScope; readonly asOf: IsoDate } | null = null;
  for (const holding of holdings) {
    const { count = 1, amount, ...words } = holding;
    checkHolding({ count, amount });
    const found = await readSegmentIndices(
      { ...words, ...(wanted === undefined ? {} : { market: wanted }), ...(day === undefined ? {} : { asOf: day }) },
      access,
    );
    if (found.status !== 'ok') return found;
    scope = { market: found.analysis.market, asOf: found.analysis.asOf };
    const index = found.indices[0]!;
    const [entry] = await dependencies.stores.predictions.list({
      market: marketKey(scope.market),
      segment: index.segment,
      asOf: scope.asOf,
      limit: 1,
    });
    if (entry === undefined) {
      return notEnoughData(`too few sales of ${index.segment} for a value of its typical car`, { found: 0, needed: 1 });
    }
    const before = held.get(index.segment);
    held.set(index.segment, {
      index,
      value: entry.prediction,
      count: (before?.count ?? 0) + count,
      amount: (before?.amount ?? 0) + (amount ?? count * entry.prediction.currentPrice),
    });
  }
  const positions = [...held.values()];
  const total = positions.reduce((sum, { amount }) => sum + amount, 0);
  const heldWeights = positions.map(({ amount }) => amount / total);
  const view = portfolioView(
    positions.map(({ index }) => index),
    { heldWeights },
  );
  if (view.status !== 'ok') return view;
  return {
    status: 'ok',
    ...scope!,
    disclaimer: investmentDisclaimer(),
    positions: positions.map(({ value, count, amount }, at) => {
      const { segment, weight, monthlyDeviation, salesPerMonth } = view.positions[at]!;
      return {
        segment,
        name: vehicleName(value),
        count,
        amount: Math.round(amount),
        heldWeight: heldWeights[at]!,
        leastVarianceWeight: weight,
        monthlyDeviation,
        salesPerMonth,
        monthsToSell: salesPerMonth > 0 ? count / salesPerMonth : null,
      };
    }),
    amount: Math.round(total),
    heldDeviation: view.heldDeviation ?? view.equalWeightDeviation,
    leastVarianceDeviation: view.monthlyDeviation,
    equalWeightDeviation: view.equalWeightDeviation,
    shrinkage: view.shrinkage,
    monthCount: view.monthCount,
    synthetic: positions.every(({ value }) => value.synthetic),
  };
}

function checkHolding({ count, amount }: { readonly count: number; readonly amount: number | undefined }): void {
  if (!Number.isInteger(count) || count < 1) {
    throw new InvalidInputError(`A holding counts ${count} cars: give a whole number of at least 1.`);
  }
  if (amount !== undefined && !(Number.isFinite(amount) && amount > 0)) {
    throw new InvalidInputError(`A holding is worth ${amount}: give an amount above 0, or leave it out.`);
  }
}
