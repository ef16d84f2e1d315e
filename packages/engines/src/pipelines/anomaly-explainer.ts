import { findRemovals, type FlagRemoval } from '../anomalies/removals/find-removals.ts';
import type { JudgedCandidate } from '../anomalies/judge/anomaly-judge.ts';
import { contributingFactors } from '../anomalies/explain-anomaly.ts';
import { learnFromVerdicts } from '../anomalies/severity/learn-verdicts.ts';
import { SEVERITY_THRESHOLDS } from '../anomalies/severity/severity-of.ts';
import type { Anomaly, ContributingFactor } from '../market/anomaly.ts';
import { dayOfInstant, type IsoDate } from '../market/calendar.ts';
import type { EngineStores } from '../market/engine-stores.ts';
import type { Listing } from '../market/listing.ts';
import { type NotEnoughData, notEnoughData } from '../market/not-enough-data.ts';
import type { MarketScope } from '../market/price.ts';
import type { Comparables } from '../valuation/comparables/comparable.ts';
import { findRepeatedListings } from '../anomalies/duplicates/find-repeated-listings.ts';
import type { FittedValuation, Valuation } from '../valuation/valuation.ts';
import { loadScorers } from './load-scorers.ts';
import type { PipelineDependencies } from './pipeline-dependencies.ts';
import { readOffersBeside } from './offers-beside.ts';
import { readVerdicts } from './read-verdicts.ts';
import { expectedPrice, type ListingScorer } from './score-listings.ts';
import { createValuedMarketReader, type ReadValuedMarket, type ValuerDependencies } from './value-car-market.ts';

/** Why a finding is one, by the newest fit: what it is compared with, what its deviation is made of, what would clear it. */
export interface AnomalyEvidence {
  readonly status: 'ok';
  /** The day of the fit behind it. */
  readonly asOf: IsoDate;
  readonly market: MarketScope;
  /** The value of the car by a fit that has not seen it, with its 90 % interval; whole currency units. */
  readonly expected: Pick<Valuation, 'amount' | 'intervals' | 'segment' | 'saleCount'>;
  readonly score: number;
  readonly confirmationProbability: number;
  /** Their effects sum to the log of price over expected price. */
  readonly contributions: readonly ContributingFactor[];
  /** Sold cars like it; each price and its adjustments sum to the expected amount exactly. */
  readonly comparables: Comparables | NotEnoughData;
  /** The smallest change of each fact that would clear it, each judged anew. */
  readonly removals: readonly FlagRemoval[];
}

/** The stores that evidence is read from, and the clock. */
export interface ExplainerDependencies extends Pick<PipelineDependencies, 'now'> {
  readonly stores: ValuerDependencies['stores'] & Pick<EngineStores, 'listings' | 'anomalies'>;
}

/** A sale is compared with this many cars. */
const COMPARABLE_COUNT = 6;

/**
 * Explains findings. It reads the fits of the last daily run, the sales behind them once for each, and never fits.
 *
 * @example
 * const evidence = await new AnomalyExplainer({ stores, now: Date.now }).explain(anomaly);
 * if (evidence.status === 'ok') console.log(evidence.removals[0]);
 */
export class AnomalyExplainer {
  readonly #dependencies: ExplainerDependencies;
  readonly #read: ReadValuedMarket;
  /** By the valuation beside which they were stored: a new fit is another object. */
  readonly #scorers = new WeakMap<FittedValuation, Promise<ListingScorer | null>>();

  constructor(dependencies: ExplainerDependencies) {
    this.#dependencies = dependencies;
    this.#read = createValuedMarketReader(dependencies, { fitsWhenMissing: false });
  }

  /** Refuses where the listing is gone, has no price, or its market has no stored fit. */
  async explain(anomaly: Pick<Anomaly, 'listingId' | 'cause'>): Promise<AnomalyEvidence | NotEnoughData> {
    const { stores, now } = this.#dependencies;
    const listing = await stores.listings.byId(anomaly.listingId);
    const price = listing?.price ?? null;
    if (listing === null || price === null) {
      return notEnoughData('the listing is not stored any more', { found: 0, needed: 1 });
    }
    const market: MarketScope = {
      priceKind: price.kind === 'wholesale' ? 'wholesale' : 'sold',
      currency: price.currency,
    };
    const today = dayOfInstant(now());
    const valued = await this.#read({ market, asOf: today });
    if (valued.status !== 'ok') return valued;
    const { valuation, search } = valued;
    const asOf = valuation.asOf;
    const scorer = await this.#scorerOf(market, valuation);
    const expected = expectedPrice(listing, { valuation, asOf });
    if (expected.status !== 'ok') return expected;
    if (scorer === null) return notEnoughData('its market has no fitted model yet', { found: 0, needed: 1 });

    const scale = learnFromVerdicts(await readVerdicts(stores.anomalies));
    const isRepeat = anomaly.cause === 'duplicate' || anomaly.cause === 'relisted';
    const offers = isRepeat ? await readOffersBeside(stores.marketData, { asOf })(market) : [];
    const repeat = findRepeatedListings(offers, { among: new Set([listing.id]) })[0] ?? null;
    const candidate: JudgedCandidate = { listing, price, expected, repeat, asOf };
    const found = scorer.judge.judge(candidate, scale);
    const probabilityOf = (changed: Listing): number | null => {
      const value = expectedPrice(changed, { valuation, asOf });
      if (value.status !== 'ok' || changed.price === null) return null;
      return scorer.judge.judge({ ...candidate, listing: changed, price: changed.price, expected: value }, scale)
        .probability;
    };
    const { amount, intervals, segment, saleCount } = expected;
    const logDeviation = price.amount > 0 ? Math.log(price.amount / amount) : found.residual;
    return {
      status: 'ok',
      asOf,
      market,
      expected: { amount, intervals, segment, saleCount },
      score: found.score,
      confirmationProbability: found.probability,
      contributions: contributingFactors(logDeviation, {
        localSpread: found.localSpread,
        amount: price.amount,
        cause: found.cause,
      }),
      comparables: search.find(listing, { count: COMPARABLE_COUNT, valuedOn: expected.valuedOn, value: expected }),
      removals: findRemovals(listing, {
        expected: amount,
        probabilityOf,
        standsOutFrom: Math.min(SEVERITY_THRESHOLDS.low, found.probability),
      }),
    };
  }

  #scorerOf(market: MarketScope, valuation: FittedValuation): Promise<ListingScorer | null> {
    const known = this.#scorers.get(valuation);
    if (known !== undefined) return known;
    const { fittedModels } = this.#dependencies.stores;
    const loading = loadScorers(fittedModels, { asOf: valuation.asOf })(market);
    this.#scorers.set(valuation, loading);
    // A failure is not kept: the next question reads again.
    loading.catch(() => this.#scorers.delete(valuation));
    return loading;
  }
}
