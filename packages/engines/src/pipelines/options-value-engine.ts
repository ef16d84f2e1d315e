import { dayOfInstant, type IsoDate } from '../market/calendar.ts';
import type { EngineStores } from '../market/engine-stores.ts';
import type { Sale } from '../market/listing.ts';
import { type NotEnoughData, notEnoughData } from '../market/not-enough-data.ts';
import { type MarketScope, marketKey } from '../market/price.ts';
import { findOption } from '../options/catalogue/option-catalogue.ts';
import { optimizeOptionSelection } from '../options/selection/optimize-option-selection.ts';
import type {
  AvailableOption,
  ImpossibleSelection,
  OptionSelection,
  SelectionSettings,
} from '../options/selection/selection-problem.ts';
import {
  analyzeOptionLadder,
  analyzeOptionValue,
  type OptionValueLadder,
  type OptionValueMarket,
  readOptionValueMarket,
} from '../options/values/analyze-option-value.ts';
import type { OptionValue } from '../options/values/option-value.ts';
import { computedPart } from './market-rows.ts';
import type { PipelineDependencies } from './pipeline-dependencies.ts';

/** The stores that option values are read from, and the clock. */
export interface OptionsValueDependencies extends Pick<PipelineDependencies, 'now'> {
  readonly stores: Pick<EngineStores, 'marketData'>;
}

/** Which cars the question is about. */
export interface OptionScopeRequest {
  /** Default Porsche. */
  readonly make?: string | undefined;
  readonly model: string;
  readonly generation?: string | undefined;
  /** The cars on which the value is wanted; the estimate reads the whole line and tells a trim apart where it truly differs. */
  readonly trim?: string | undefined;
  /** Default: the market with the most sales of the scope. */
  readonly market?: MarketScope | undefined;
  /** Default: the day of the clock. */
  readonly asOf?: IsoDate | undefined;
}

/** Values of a scope with the sales behind them. */
export interface OptionLadderAnswer extends OptionValueLadder {
  readonly status: 'ok';
  /** True where every sale behind it is made up. */
  readonly synthetic: boolean;
  /** Median price of the scope's sales of the last year, whole currency units; the car that options are added to. */
  readonly typicalPrice: number;
}

interface ReadScope {
  readonly market: OptionValueMarket;
  readonly synthetic: boolean;
  readonly ladder: OptionLadderAnswer | null;
}

const KEPT_SCOPES = 8;

/**
 * The front door for questions about options: what one is worth, what all of them are worth, and which to order.
 *
 * @example
 * const engine = new OptionsValueEngine({ stores, now: Date.now });
 * const answer = await engine.analyzeOptionValue('pccb', { model: '911', trim: 'Carrera S' });
 */
export class OptionsValueEngine {
  readonly #dependencies: OptionsValueDependencies;
  readonly #kept = new Map<string, ReadScope>();

  constructor(dependencies: OptionsValueDependencies) {
    this.#dependencies = dependencies;
  }

  /** What an option of the catalogue adds to the price of a car of the scope. An unknown code is an `InvalidInputError`. */
  async analyzeOptionValue(option: string, request: OptionScopeRequest): Promise<OptionValue | NotEnoughData> {
    const read = await this.#read(request);
    return 'status' in read ? read : analyzeOptionValue(read.market, option);
  }

  /** The values of every option that the scope's sales name, the dearest first. Kept while the sales stay the same. */
  async analyzeOptionLadder(request: OptionScopeRequest): Promise<OptionLadderAnswer | NotEnoughData> {
    const read = await this.#read(request);
    if ('status' in read) return read;
    if (read.ladder !== null) return read.ladder;
    const ladder: OptionLadderAnswer = {
      ...analyzeOptionLadder(read.market),
      status: 'ok',
      synthetic: read.synthetic,
      typicalPrice: typicalPriceOf(read.market),
    };
    this.#kept.set(keyOf(read.market), { ...read, ladder });
    return ladder;
  }

  /** The choice of options that maximises the 20th percentile of resale less cost, exactly. */
  optimizeOptionSelection(
    basePrice: number,
    availableOptions: readonly AvailableOption[],
    settings: SelectionSettings = {},
  ): OptionSelection | ImpossibleSelection {
    return optimizeOptionSelection(basePrice, availableOptions, settings);
  }

  /**
   * Chooses among the options of the scope whose list price and value are known, with the rules of the catalogue. Options
   * without a list price are not offered: what they cost is not known.
   */
  async chooseOptions(
    request: OptionScopeRequest,
    settings: SelectionSettings & { readonly basePrice?: number | undefined } = {},
  ): Promise<
    | {
        readonly status: 'ok';
        readonly ladder: OptionLadderAnswer;
        readonly basePrice: number;
        readonly selection: OptionSelection | ImpossibleSelection;
      }
    | NotEnoughData
  > {
    const ladder = await this.analyzeOptionLadder(request);
    if (ladder.status !== 'ok') return ladder;
    const available = availableFrom(ladder);
    if (available.length === 0) {
      return notEnoughData('no option of the scope has both a value and a list price', { found: 0, needed: 1 });
    }
    const { basePrice = ladder.typicalPrice, ...others } = settings;
    return { status: 'ok', ladder, basePrice, selection: optimizeOptionSelection(basePrice, available, others) };
  }

  async #read(request: OptionScopeRequest): Promise<ReadScope | NotEnoughData> {
    const { make = 'Porsche', model, generation, trim, asOf = dayOfInstant(this.#dependencies.now()) } = request;
    const { marketData } = this.#dependencies.stores;
    const markets = request.market === undefined ? await marketData.markets({ asOf }) : [request.market];
    let best: { market: OptionValueMarket; synthetic: boolean } | null = null;
    for (const market of markets) {
      const sales: Sale[] = [];
      for await (const sale of marketData.sales({ market, asOf, to: asOf })) {
        if (sale.vehicle.model.toLowerCase() === model.toLowerCase()) sales.push(computedPart(sale));
      }
      const read = readOptionValueMarket(sales, { scope: { make, model, generation, trim }, market, asOf });
      if (best === null || read.sales.length > best.market.sales.length) {
        best = { market: read, synthetic: sales.length > 0 && sales.every((sale) => sale.synthetic) };
      }
    }
    if (best === null || best.market.sales.length === 0) {
      return notEnoughData(`no sales of ${[make, model, generation].filter(Boolean).join(' ')} are stored`, {
        found: 0,
        needed: 1,
      });
    }
    const key = keyOf(best.market);
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    if (this.#kept.size >= KEPT_SCOPES) this.#kept.delete([...this.#kept.keys()][0] ?? '');
    const read = { ...best, ladder: null };
    this.#kept.set(key, read);
    return read;
  }
}

/** Equal for the same sales of the same scope. */
function keyOf({ question, sales }: OptionValueMarket): string {
  const last = sales.at(-1);
  const sum = sales.reduce((total, sale) => total + sale.logPrice, 0);
  return [JSON.stringify(question.scope), marketKey(question.market), question.asOf, sales.length, last?.id, sum].join(
    ' ',
  );
}

function typicalPriceOf({ sales }: OptionValueMarket): number {
  const recent = sales.slice(-Math.max(25, Math.round(sales.length / 4))).map((sale) => sale.price);
  recent.sort((left, right) => left - right);
  return Math.round(recent[Math.floor(recent.length / 2)] ?? 0);
}

function availableFrom(ladder: OptionValueLadder): readonly AvailableOption[] {
  const priced = ladder.values.filter((value) => value.listPrice !== null && value.listPrice > 0);
  const codes = new Set(priced.map((value) => value.code));
  return priced.map(({ code, name, listPrice, value, typicalPrice }) => ({
    code,
    name,
    cost: listPrice ?? 0,
    expectedValue: value.amount,
    valueDeviation: value.standardError * typicalPrice,
    // What is no option of this scope cannot be asked for with it.
    requires: findOption(code)?.requires.filter((other) => codes.has(other)) ?? [],
    excludes: findOption(code)?.excludes.filter((other) => codes.has(other)) ?? [],
  }));
}
