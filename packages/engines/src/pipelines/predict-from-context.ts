import { writePredictionText } from '../insights/write-prediction-text.ts';
import type { ExternalFactor } from '../insights/prediction-context.ts';
import { InvalidInputError } from '../errors.ts';
import type { IsoDate } from '../market/calendar.ts';
import type { AnalysisDepth } from '../market/insight.ts';
import { deterministicUuid } from '../market/deterministic-uuid.ts';
import { isSale, type Listing } from '../market/listing.ts';
import { memoryPredictionLedger } from '../market/memory/memory-prediction-ledger.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import { type MarketScope, marketKey } from '../market/price.ts';
import { contentHash } from './content-hash.ts';
import { findPredictions, type PricePredictionRequest } from './find-predictions.ts';
import type { UnknownVehicle } from './find-segments.ts';
import { fitMarket } from './fit-market.ts';
import type { PipelineDependencies } from './pipeline-dependencies.ts';
import { contextFacts, type PricePredictionAnswer } from './price-prediction-answer.ts';
import { valuationFromPayload } from '../valuation/fitted-valuation.ts';

/** The effect of a month of the year, as a caller knows it. */
export interface SeasonalEffect {
  /** 1 for January. */
  readonly month: number;
  /** Relative to the mean of the year: 0.02 is 2 % dearer. */
  readonly effect: number;
}

/** Rows and knowledge that a caller brings along: nothing of it is stored, and nothing stored is read. */
export interface MarketContext {
  /** Offers that run now. */
  readonly currentListings: readonly Listing[];
  /** Finished sales; rows that are none are left out. */
  readonly historicalSales: readonly Listing[];
  /** What is known of the world outside; stated beside the forecast and not part of it. Default: nothing. */
  readonly marketConditions?: readonly ExternalFactor[];
  /** Effects of the months of the year; the one of the target month is stated beside the forecast. Default: none. */
  readonly seasonality?: readonly SeasonalEffect[];
}

/**
 * Predicts from rows that the caller brings: fits them, forecasts, and writes the text, all in memory. Sales of the market
 * asked for are read, or of that with most sales. Rows without a finished sale are an `InvalidInputError`.
 */
export async function predictFromContext(
  request: PricePredictionRequest & { readonly asOf: IsoDate },
  options: {
    readonly context: MarketContext;
    readonly depth: AnalysisDepth;
    readonly dependencies: Pick<PipelineDependencies, 'now' | 'fitMarket' | 'writer'>;
  },
): Promise<PricePredictionAnswer | NotEnoughData | UnknownVehicle> {
  const { context, dependencies } = options;
  const { asOf } = request;
  const known = context.historicalSales.filter(isSale).filter((sale) => sale.knownOn <= asOf && sale.endedOn <= asOf);
  const market =
    request.market ?? largestMarket(known.map(({ price }) => ({ priceKind: price.kind, currency: price.currency })));
  if (market === null) {
    throw new InvalidInputError('The context holds no finished sale up to the day: give historicalSales with prices.');
  }
  const sales = known
    .filter(({ price }) => price.kind === market.priceKind && price.currency === market.currency)
    .toSorted((a, b) => (a.endedOn < b.endedOn ? -1 : a.endedOn > b.endedOn ? 1 : a.id < b.id ? -1 : 1));
  const fitted = await (dependencies.fitMarket ?? fitMarket)({
    market,
    asOf,
    sales,
    activeListings: context.currentListings,
  });
  if (fitted.status !== 'ok') return fitted;
  const ledger = memoryPredictionLedger();
  await ledger.record(fitted.predictions);
  const analysis = {
    status: 'ok',
    market,
    asOf,
    dataHash: '',
    valuation: valuationFromPayload(fitted.valuation),
    forecasts: Object.fromEntries(fitted.forecasts.map((forecast) => [forecast.segment, forecast])),
    refusals: fitted.refusals,
    segments: fitted.indices.map(({ segment }) => segment).toSorted(),
  } as const;
  const found = await findPredictions(request, { analysis, ledger });
  if (found.status !== 'ok') return found;
  const [{ segment, predictions }, ...alternatives] = found.segments;
  const prediction = predictions.at(-1)!;
  const { insight } = await writePredictionText(
    {
      prediction,
      index: fitted.indices.find((index) => index.segment === segment) ?? null,
      conditions: [...(context.marketConditions ?? []), ...seasonOf(prediction.targetDate, context.seasonality ?? [])],
    },
    {
      now: dependencies.now,
      depth: options.depth,
      newId: () => deterministicUuid(contentHash(['context', marketKey(market), prediction, sales.length])),
      ...(dependencies.writer === undefined ? {} : { writer: dependencies.writer }),
    },
  );
  return { status: 'ok', segment, predictions, insight, alternatives, ...contextFacts(insight) };
}

function seasonOf(targetDate: IsoDate, seasonality: readonly SeasonalEffect[]): readonly ExternalFactor[] {
  const month = Number(targetDate.slice(5, 7));
  const found = seasonality.find((effect) => effect.month === month);
  if (found === undefined) return [];
  return [{ name: 'effect of the target month', value: found.effect, unit: '%', source: 'the seasonality given' }];
}

function largestMarket(markets: readonly MarketScope[]): MarketScope | null {
  const counts = new Map<string, { readonly market: MarketScope; count: number }>();
  for (const market of markets) {
    const known = counts.get(marketKey(market));
    if (known === undefined) counts.set(marketKey(market), { market, count: 1 });
    else known.count += 1;
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count)[0]?.market ?? null;
}
