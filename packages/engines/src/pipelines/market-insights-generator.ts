import { dayOfInstant, type IsoDate } from '../market/calendar.ts';
import { type InvestmentConsent, investmentDisclaimer } from '../insights/investment/investment-consent.ts';
import { DEFAULT_INVESTMENT_COSTS, type InvestmentCosts } from '../insights/investment/investment-costs.ts';
import { type InvestmentView, investmentView } from '../insights/investment/investment-view.ts';
import { trackRecord } from '../insights/investment/track-record.ts';
import { writeRecommendationText } from '../insights/write-recommendation-text.ts';
import { deterministicUuid } from '../market/deterministic-uuid.ts';
import type { AnalysisDepth, MarketInsight } from '../market/insight.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import { type MarketScope, marketKey } from '../market/price.ts';
import type { TimeHorizon } from '../market/price-prediction.ts';
import type { SegmentWords } from '../market/taxonomy/resolve-segment.ts';
import { findSegments, type UnknownVehicle } from './find-segments.ts';
import { LLMPredictor } from './llm-predictor.ts';
import type { PipelineDependencies } from './pipeline-dependencies.ts';
import { writeSelectedInsights } from './select-daily-insights.ts';
import { duePredictions, type SettledPredictions, settleDue } from './settle-due.ts';
import { type AnalysisReader, createAnalysisReader, tooFewSales } from './stored-analysis.ts';
import { writeMany } from './write-many.ts';
import { writeSegmentInsight } from './write-segment-insight.ts';
import { writeDailyFindings, writeWeeklyFindings } from './write-findings.ts';

/** Past predictions that a track record reads, the newest first. */
const TRACK_RECORD_LIMIT = 100_000;

/** Which market and day a text is about. */
export interface InsightScope {
  /** Default: the market with most sales. */
  readonly market?: MarketScope;
  /** Default: today by the clock; the newest analysis up to it is told of. */
  readonly asOf?: IsoDate;
}

/** Which text is wanted; a summary speaks of the whole market and reads no vehicle words. */
export type InsightRequest = InsightScope & {
  readonly type: 'market_summary' | 'segment_report' | 'price_prediction';
  /** How much is said. Default: standard. */
  readonly depth?: AnalysisDepth;
  /** For a prediction. Default: three months. */
  readonly horizon?: TimeHorizon;
} & Partial<SegmentWords>;

/** Which market and day the texts of a week are about, and whether calls are wanted. */
export interface WeeklyScope extends InsightScope {
  /** With the consent of the reader the week ends with the call on every model line. */
  readonly investment?: Pick<RecommendationRequest, 'horizon' | 'consent' | 'costs'>;
}

/** What a recommendation is asked for. There is none without the consent. */
export type RecommendationRequest = InsightScope &
  SegmentWords & {
    readonly horizon: TimeHorizon;
    readonly consent: InvestmentConsent;
    /** Default: `DEFAULT_INVESTMENT_COSTS`. */
    readonly costs?: InvestmentCosts;
    readonly depth?: AnalysisDepth;
  };

/** A recommendation and its text. */
export interface Recommendation {
  readonly status: 'ok';
  readonly view: InvestmentView;
  readonly insight: MarketInsight;
}

/** What came of the predictions of one market that were due. */
export interface MarketSettlement extends SettledPredictions {
  readonly market: MarketScope;
  /** The day of the analysis that judged them. */
  readonly settledOn: IsoDate;
}

/**
 * The front door for texts and for the judgement of earlier predictions. Texts are written once for the same data and
 * then handed out; nothing is fitted.
 *
 * @example
 * const generator = new MarketInsightsGenerator({ stores, now: Date.now });
 * for (const insight of await generator.generateDailyInsights()) console.log(insight.summary);
 */
export class MarketInsightsGenerator {
  readonly #dependencies: PipelineDependencies;
  readonly #analyses: AnalysisReader;
  readonly #predictor: LLMPredictor;

  constructor(dependencies: PipelineDependencies) {
    this.#dependencies = dependencies;
    this.#analyses = createAnalysisReader(dependencies.stores);
    this.#predictor = new LLMPredictor(dependencies);
  }

  /**
   * Of every market that has been analysed up to the day its summary, then what else is worth telling: moves of trims and
   * odd listings, chosen by surprise, reach and confidence with false discoveries held at a tenth, then at most one text
   * each on indices that move together, a season, an option, and the cost of the words.
   */
  async generateDailyInsights(options: { readonly asOf?: IsoDate } = {}): Promise<readonly MarketInsight[]> {
    const asOf = options.asOf ?? this.#today();
    const insights: MarketInsight[] = [];
    for (const market of await this.#dependencies.stores.marketData.markets({ asOf })) {
      const summary = await this.#predictor.generateMarketInsights({ market, asOf });
      if (!('status' in summary)) insights.push(summary);
      const analysis = await this.#analyses.read({ market, asOf });
      if (analysis.status !== 'ok') continue;
      insights.push(...(await writeSelectedInsights(analysis, this.#dependencies)));
      insights.push(...(await writeDailyFindings(analysis, this.#dependencies)));
    }
    return insights;
  }

  /**
   * A report for each model line of a market that has predictions, in the order of their names; then what the days of the
   * week told of markets that move together, seasons and options, filled up with what else is worth a text, and what the
   * words cost; then, for a reader who has agreed to the
   * disclaimer, the call on each of those model lines.
   */
  async generateWeeklyReports(scope: WeeklyScope = {}): Promise<readonly MarketInsight[] | NotEnoughData> {
    const analysis = await this.#analyses.read(this.#query(scope));
    if (analysis.status !== 'ok') return analysis;
    const modelLines = analysis.segments.filter((segment) => segment.split('/').length === 2);
    const written = await writeMany(
      this.#dependencies,
      modelLines.map((segment) => (dependencies) => writeSegmentInsight(segment, { analysis, dependencies })),
    );
    const lines = written.filter((report) => report !== null);
    const reports = [...lines];
    reports.push(...(await writeWeeklyFindings(analysis, this.#dependencies)));
    return [...reports, ...(await this.#callsOn(lines, { scope, market: analysis.market }))];
  }

  /** The report of one model line. */
  async generateModelSpecificAnalysis(
    model: string,
    scope: InsightScope & { readonly make?: string } = {},
  ): Promise<MarketInsight | NotEnoughData | UnknownVehicle> {
    return this.generateInsight({ ...scope, type: 'segment_report', model });
  }

  /** One text: the summary of a market, or the report of the segment with most sales that the words name. */
  async generateInsight(request: InsightRequest): Promise<MarketInsight | NotEnoughData | UnknownVehicle> {
    const { type, model, depth } = request;
    if (type === 'market_summary') {
      return this.#predictor.generateMarketInsights({
        ...this.#query(request),
        ...(depth === undefined ? {} : { depth }),
      });
    }
    if (model === undefined) {
      return { status: 'unknown-vehicle', reason: 'A text about a car needs a model: give one.', candidates: [] };
    }
    if (type === 'price_prediction') {
      const { horizon = '3m', ...words } = request;
      const answer = await this.#predictor.predictPrices({ ...words, model, horizons: [horizon] });
      return answer.status === 'ok' ? answer.insight : answer;
    }
    const analysis = await this.#analyses.read(this.#query(request));
    if (analysis.status !== 'ok') return analysis;
    const found = findSegments({ ...request, model }, { known: analysis.segments });
    if (found.status !== 'ok') return found;
    let report: MarketInsight | null = null;
    for (const segment of found.segments) {
      const written = await writeSegmentInsight(segment, {
        analysis,
        dependencies: this.#dependencies,
        ...(depth === undefined ? {} : { depth }),
      });
      if (written !== null && (report === null || written.dataPointCount > report.dataPointCount)) report = written;
    }
    if (report !== null) return report;
    const refusal = found.segments.map((segment) => analysis.refusals[segment]).find((known) => known !== undefined);
    return refusal ?? tooFewSales(analysis, found.named);
  }

  /**
   * Buy, hold, sell or no edge for the segment that the words name, with the record of every past call of the rule on that
   * market and horizon. It is written for one reader and not kept.
   */
  async generateRecommendation(
    request: RecommendationRequest,
  ): Promise<Recommendation | NotEnoughData | UnknownVehicle> {
    const { horizon, consent, costs = DEFAULT_INVESTMENT_COSTS, depth = 'standard', ...words } = request;
    const answer = await this.#predictor.predictPrices({ ...words, ...this.#query(request), horizons: [horizon] });
    if (answer.status !== 'ok') return answer;
    const prediction = answer.predictions.at(-1)!;
    const { stores, now, writer } = this.#dependencies;
    const entries = await stores.predictions.list({
      market: marketKey(prediction.market),
      horizon,
      settled: true,
      limit: TRACK_RECORD_LIMIT,
    });
    const past = entries.filter(({ prediction: made }) => made.asOf < prediction.asOf);
    const view = investmentView({
      prediction,
      costs,
      consent,
      disclaimer: investmentDisclaimer(),
      trackRecord: trackRecord(past, costs),
    });
    const { insight } = await writeRecommendationText(view, {
      now,
      depth,
      newId: () => deterministicUuid(JSON.stringify(['recommendation', prediction.id, consent.userId, costs, depth])),
      ...(writer === undefined ? {} : { writer }),
    });
    return { status: 'ok', view, insight };
  }

  /** Settles every prediction that is due and whose market was analysed on or after its target date. */
  async validatePreviousPredictions(options: { readonly asOf?: IsoDate } = {}): Promise<readonly MarketSettlement[]> {
    const asOf = options.asOf ?? this.#today();
    const { marketData, predictions: ledger } = this.#dependencies.stores;
    const settlements: MarketSettlement[] = [];
    for (const market of await marketData.markets({ asOf })) {
      const analysis = await this.#analyses.read({ market, asOf });
      if (analysis.status !== 'ok') continue;
      const due = await duePredictions(ledger, { market, asOf: analysis.asOf });
      const { valuation, asOf: settledOn } = analysis;
      const settled = await settleDue(due, { valuation, settledOn, marketData });
      await ledger.settle(settled.outcomes);
      settlements.push({ market, settledOn, ...settled });
    }
    return settlements;
  }

  /** The calls on model lines for one reader; none without the consent. */
  async #callsOn(
    lines: readonly MarketInsight[],
    { scope, market }: { readonly scope: WeeklyScope; readonly market: MarketScope },
  ): Promise<readonly MarketInsight[]> {
    const { investment } = scope;
    if (investment === undefined) return [];
    const calls: MarketInsight[] = [];
    for (const { model } of lines) {
      if (model === null) continue;
      const request = { ...this.#query(scope), ...investment, market, model };
      const made = await this.generateRecommendation(request);
      if (made.status === 'ok') calls.push(made.insight);
    }
    return calls;
  }

  #today(): IsoDate {
    return dayOfInstant(this.#dependencies.now());
  }

  #query({ market, asOf = this.#today() }: InsightScope) {
    return market === undefined ? { asOf } : { asOf, market };
  }
}
