import { nanoUsdOf } from '@pa/cost';
import type { PromptOptimization } from '@pa/prompts';
import { writeMarketSummary } from '../insights/write-market-summary.ts';
import { writePredictionText } from '../insights/write-prediction-text.ts';
import { learnFromVerdicts } from '../anomalies/severity/learn-verdicts.ts';
import type { Anomaly } from '../market/anomaly.ts';
import { dayOfInstant, type IsoDate } from '../market/calendar.ts';
import type { AnalysisDepth, MarketInsight } from '../market/insight.ts';
import type { Listing } from '../market/listing.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import { type MarketScope, marketKey } from '../market/price.ts';
import { findPredictions, type PricePredictionRequest } from './find-predictions.ts';
import type { UnknownVehicle } from './find-segments.ts';
import { judgeListings } from './judge-listings.ts';
import { loadScorers } from './load-scorers.ts';
import type { NotConfigured } from './not-configured.ts';
import type { PipelineDependencies } from './pipeline-dependencies.ts';
import { readVerdicts } from './read-verdicts.ts';
import { readOffersBeside } from './offers-beside.ts';
import type { ScoredListings } from './score-listings.ts';
import { type AnalysisReader, createAnalysisReader } from './stored-analysis.ts';
import { summarySubject } from './summary-subject.ts';
import { type PredictionVerdict, validatePrediction } from './validate-prediction.ts';
import { contextFacts, type PricePredictionAnswer } from './price-prediction-answer.ts';
import { type MarketContext, predictFromContext } from './predict-from-context.ts';
import { depthIdentity, writeOnce } from './write-once.ts';
import { predictionCases } from './writing-cases.ts';

/** Enough for a held-out part that says something, and few enough for a small budget. */
const OPTIMISATION_CASES = 60;

/**
 * The front door for questions about prices. It reads what the daily run has fitted and stored, and never fits: every
 * answer comes in milliseconds. Numbers are statistics; a language model, where one is given, writes the words.
 *
 * @example
 * const predictor = new LLMPredictor({ stores, now: Date.now });
 * const answer = await predictor.predictPrices({ model: '911', trim: 'GT3', horizons: ['3m'] });
 * if (answer.status === 'ok') console.log(answer.insight.summary, answer.predictions[0]?.intervals);
 */
export class LLMPredictor {
  readonly #dependencies: PipelineDependencies;
  readonly #analyses: AnalysisReader;

  constructor(dependencies: PipelineDependencies) {
    this.#dependencies = dependencies;
    this.#analyses = createAnalysisReader(dependencies.stores);
  }

  /**
   * The prediction of the newest analysis up to `asOf`. It is in the ledger since that run, and its text is written at
   * the first question and then kept: the same question on the same day has the same ids. Where nothing can be said the
   * answer says why and holds no number.
   */
  async predictPrices(
    request: PricePredictionRequest & {
      /** Rows that the caller brings: they are fitted in place of the stored analysis, and nothing is kept. */
      readonly context?: MarketContext;
      /** How much the text says. Default: standard. */
      readonly depth?: AnalysisDepth;
    },
  ): Promise<PricePredictionAnswer | NotEnoughData | UnknownVehicle> {
    const { stores, now } = this.#dependencies;
    const { context, depth = 'standard', ...words } = request;
    if (context !== undefined) {
      const asOf = request.asOf ?? dayOfInstant(now());
      return predictFromContext({ ...words, asOf }, { context, depth, dependencies: this.#dependencies });
    }
    const analysis = await this.#analyses.read(this.#query(request));
    if (analysis.status !== 'ok') return analysis;
    const found = await findPredictions(request, { analysis, ledger: stores.predictions });
    if (found.status !== 'ok') return found;
    const [{ segment, predictions }, ...alternatives] = found.segments;
    const prediction = predictions.at(-1)!;
    const { market, asOf } = analysis;
    const index = (await stores.marketIndices.latest({ market, segment, asOf }))?.index ?? null;
    const { insight } = await writeOnce(this.#dependencies, {
      identity: depthIdentity(['price_prediction', prediction.id], depth),
      write: (writing) => writePredictionText({ prediction, index }, { ...writing, depth }),
    });
    return { status: 'ok', segment, predictions, insight, alternatives, ...contextFacts(insight) };
  }

  /**
   * Scores listings of any markets against the stored models, without keeping the findings. Offers that run on `asOf`
   * (default: today) and sales are scored; what was not is counted with its reason in `judgeListings`.
   */
  async detectAnomalies(
    listings: Iterable<Listing>,
    options: { readonly asOf?: IsoDate } = {},
  ): Promise<readonly Anomaly[]> {
    return (await this.judgeListings(listings, options)).anomalies;
  }

  /** The same with the counts of what was scored and what was not. */
  async judgeListings(listings: Iterable<Listing>, options: { readonly asOf?: IsoDate } = {}): Promise<ScoredListings> {
    const { stores, now } = this.#dependencies;
    const asOf = options.asOf ?? dayOfInstant(now());
    const scorerOf = loadScorers(stores.fittedModels, { asOf });
    const offersOf = readOffersBeside(stores.marketData, { asOf });
    const scale = learnFromVerdicts(await readVerdicts(stores.anomalies));
    return judgeListings(listings, { asOf, scorerOf, offersOf, scale, recentSalesOnly: false });
  }

  /** The summary of a market's newest analysis: the one the daily run wrote, or written now where it is gone. */
  async generateMarketInsights(
    request: { readonly market?: MarketScope; readonly asOf?: IsoDate; readonly depth?: AnalysisDepth } = {},
  ): Promise<MarketInsight | NotEnoughData> {
    const { depth = 'standard' } = request;
    const analysis = await this.#analyses.read(this.#query(request));
    if (analysis.status !== 'ok') return analysis;
    const { market, asOf, dataHash } = analysis;
    const { stores } = this.#dependencies;
    const { insight } = await writeOnce(this.#dependencies, {
      identity: depthIdentity(['market_summary', marketKey(market), asOf, dataHash], depth),
      // Only a text that is not there yet needs the market counted.
      write: async (writing) => writeMarketSummary(await summarySubject(analysis, { stores }), { ...writing, depth }),
    });
    return insight;
  }

  /** Settles a prediction that is due, and answers what came of it; `null` for an unknown id. */
  async validatePrediction(predictionId: string): Promise<PredictionVerdict | null> {
    return validatePrediction(predictionId, { dependencies: this.#dependencies, analyses: this.#analyses });
  }

  /**
   * Looks for a better prompt for the texts about predictions, on the predictions of the newest analysis, and writes what
   * proved itself on held-out ones as a candidate version. It deploys nothing and never passes its budget (default $1).
   * Without a key it says that it needs one.
   */
  async optimizePrompts(
    request: { readonly budgetUsd?: number; readonly market?: MarketScope; readonly asOf?: IsoDate } = {},
  ): Promise<PromptOptimization | NotConfigured | NotEnoughData> {
    const { stores, now, promptOptimizer } = this.#dependencies;
    if (promptOptimizer === undefined) {
      return {
        status: 'not-configured',
        reason: 'optimising prompts calls a language model, which needs a key: texts come from templates without one',
      };
    }
    const { budgetUsd = 1 } = request;
    const analysis = await this.#analyses.read(this.#query(request));
    if (analysis.status !== 'ok') return analysis;
    const cases = await predictionCases(analysis, {
      ledger: stores.predictions,
      indices: stores.marketIndices,
      now,
      limit: OPTIMISATION_CASES,
    });
    return promptOptimizer({ type: 'price_prediction', cases, budgetNanoUsd: nanoUsdOf(budgetUsd) });
  }

  #query(request: { readonly market?: MarketScope; readonly asOf?: IsoDate }) {
    const asOf = request.asOf ?? dayOfInstant(this.#dependencies.now());
    return request.market === undefined ? { asOf } : { asOf, market: request.market };
  }
}
