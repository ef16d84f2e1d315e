import type { IndexForecast } from '../forecasting/index-forecast.ts';
import type { IsoDate } from '../market/calendar.ts';
import type { EngineStores } from '../market/engine-stores.ts';
import { type NotEnoughData, notEnoughData } from '../market/not-enough-data.ts';
import { MINIMUM_INDEX_SALES } from '../forecasting/fit-market-indices.ts';
import { type MarketScope, marketKey } from '../market/price.ts';
import type { SegmentId } from '../market/segment.ts';
import { vehicleNamed } from '../market/vehicle.ts';
import { VALUATION_VERSION } from '../valuation/fit-payload.ts';
import { valuationFromPayload } from '../valuation/fitted-valuation.ts';
import type { FittedValuation } from '../valuation/valuation.ts';
import { DAILY_RUN } from './daily/daily-context.ts';
import {
  FORECAST_MODEL,
  FORECAST_MODEL_VERSION,
  REFUSAL_MODEL,
  REFUSAL_MODEL_VERSION,
  VALUATION_MODEL,
} from './fitted-model-kinds.ts';

/** Analyses that a reader keeps: the newest of so many markets and days. */
const KEPT_COUNT = 8;

/** What the newest daily run up to a day left of one market. */
export interface StoredAnalysis {
  readonly status: 'ok';
  readonly market: MarketScope;
  /** The day the analysis was made for. */
  readonly asOf: IsoDate;
  /** SHA-256 of the rows behind it. */
  readonly dataHash: string;
  readonly valuation: FittedValuation;
  readonly forecasts: Readonly<Record<SegmentId, IndexForecast>>;
  /** Segments with an index that got no prediction, and why. */
  readonly refusals: Readonly<Record<SegmentId, NotEnoughData>>;
  readonly segments: readonly SegmentId[];
}

/** Reads stored analyses; the newest of each market is parsed once and kept. Never fits. */
export interface AnalysisReader {
  /** `market` absent: the one with most sales behind its model. */
  read(query: { readonly market?: MarketScope; readonly asOf: IsoDate }): Promise<StoredAnalysis | NotEnoughData>;
}

/** Makes a reader over stores. */
export function createAnalysisReader(
  stores: Pick<EngineStores, 'fittedModels' | 'marketIndices' | 'marketData' | 'runs'>,
): AnalysisReader {
  const kept = new Map<string, StoredAnalysis>();

  async function readMarket(market: MarketScope, asOf: IsoDate): Promise<StoredAnalysis | null> {
    // Payloads are megabytes: the short record of the run tells whether the one that is kept is still the newest.
    const run = { run: DAILY_RUN, step: `store ${marketKey(market)}` };
    const lastDay = await stores.runs.lastCompleted(run);
    const record =
      lastDay === null || lastDay > asOf ? null : await stores.runs.completedStep({ ...run, asOf: lastDay });
    if (record === null) return loadAnalysis(market, asOf);
    const key = [marketKey(market), lastDay, record.inputHash].join(' ');
    const known = kept.get(key);
    if (known !== undefined) return known;
    const analysis = await loadAnalysis(market, asOf);
    if (analysis === null) return null;
    if (kept.size >= KEPT_COUNT) kept.delete([...kept.keys()][0]!);
    kept.set(key, analysis);
    return analysis;
  }

  async function loadAnalysis(market: MarketScope, asOf: IsoDate): Promise<StoredAnalysis | null> {
    const key = marketKey(market);
    const model = { kind: VALUATION_MODEL, market: key, version: VALUATION_VERSION, asOf };
    const record = await stores.fittedModels.latest(model);
    if (record === null) return null;
    const day = record.asOf;
    const payloadOf = async (kind: string, version: string): Promise<unknown> =>
      (await stores.fittedModels.latest({ kind, market: key, version, asOf: day }))?.payload ?? {};
    return {
      status: 'ok',
      market,
      asOf: day,
      dataHash: record.dataHash,
      valuation: valuationFromPayload(record.payload),
      forecasts: (await payloadOf(FORECAST_MODEL, FORECAST_MODEL_VERSION)) as StoredAnalysis['forecasts'],
      refusals: (await payloadOf(REFUSAL_MODEL, REFUSAL_MODEL_VERSION)) as StoredAnalysis['refusals'],
      segments: await stores.marketIndices.segments({ market, asOf: day }),
    };
  }

  return {
    async read({ market, asOf }) {
      const markets = market === undefined ? await stores.marketData.markets({ asOf }) : [market];
      let largest: StoredAnalysis | null = null;
      for (const candidate of markets) {
        const analysis = await readMarket(candidate, asOf);
        if (analysis === null) continue;
        if (largest === null || analysis.valuation.saleCount > largest.valuation.saleCount) largest = analysis;
      }
      if (largest !== null) return largest;
      const name = market === undefined ? 'no market' : `the market ${marketKey(market)}`;
      return notEnoughData(
        market === undefined
          ? `${name} has been analysed up to ${asOf}`
          : `${name} has not been analysed up to ${asOf}`,
        { found: 0, needed: 1 },
      );
    },
  };
}

/** The refusal for a segment that exists and has no index. */
export function tooFewSales({ valuation }: StoredAnalysis, segment: SegmentId): NotEnoughData {
  const [make = '', model = '', generation = '', trim = ''] = segment.split('/');
  const vehicle = vehicleNamed({ make, model, generation, trim });
  const unknown = { modelYear: null, mileage: null, color: null, condition: null, region: null, sellerType: null };
  const value = valuation.value({ vehicle, ...unknown, mileageUnit: 'mi', optionCodes: [] });
  const found = value.status === 'ok' && value.segment === segment ? value.saleCount : 0;
  return notEnoughData(`too few sales of ${segment} for a price index`, { found, needed: MINIMUM_INDEX_SALES });
}
