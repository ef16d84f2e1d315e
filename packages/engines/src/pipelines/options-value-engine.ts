import { dayOfInstant, type IsoDate } from '../market/calendar.ts';
import type { EngineStores } from '../market/engine-stores.ts';
import type { Sale } from '../market/listing.ts';
import { InvalidInputError } from '../errors.ts';
import { type NotEnoughData, notEnoughData } from '../market/not-enough-data.ts';
import { type MarketScope, marketKey } from '../market/price.ts';
import { CATALOGUE_MAKE, findOption } from '../options/catalogue/option-catalogue.ts';
import { optionCodeOf } from '../options/normaliser/option-code-of.ts';
import { optimizeOptionSelection } from '../options/selection/optimize-option-selection.ts';
import type {
  AvailableOption,
  ImpossibleSelection,
  OptionSelection,
  SelectionSettings,
} from '../options/selection/selection-problem.ts';
import type { OptionValueLadder } from '../options/values/analyze-option-ladder.ts';
import type { OptionValueMarket } from '../options/values/analyze-option-value.ts';
import type { OptionValue } from '../options/values/option-value.ts';
import { contentHash } from './content-hash.ts';
import { type OptionComputer, optionComputer } from './option-computer.ts';
import {
  climbLadder,
  OPTION_LADDERS,
  OPTION_LADDERS_VERSION,
  type OptionLadderAnswer,
  type OptionSales,
  readOptionSales,
} from './option-ladders.ts';
import type { PipelineDependencies } from './pipeline-dependencies.ts';

/** The stores that option values are read from, and the clock. */
export interface OptionsValueDependencies extends Pick<PipelineDependencies, 'now' | 'optionComputer'> {
  /** With `fittedModels`, the ladders that the daily run of the day has left are read in place of computed again. */
  readonly stores: Pick<EngineStores, 'marketData' | 'options'> & Partial<Pick<EngineStores, 'fittedModels'>>;
}

/** Which cars the question is about. */
export interface OptionScopeRequest {
  /** Default: the make of the catalogue, Porsche. */
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

interface ReadScope extends OptionSales {
  ladder: Promise<OptionLadderAnswer> | null;
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
  readonly #computer: OptionComputer;
  readonly #kept = new Map<string, ReadScope>();

  constructor(dependencies: OptionsValueDependencies) {
    this.#dependencies = dependencies;
    this.#computer = dependencies.optionComputer ?? optionComputer;
  }

  /**
   * What an option of the catalogue adds to the price of a car of the scope, by its code or the words of owners. One that
   * nobody knows is an `InvalidInputError`.
   */
  async analyzeOptionValue(named: string, request: OptionScopeRequest): Promise<OptionValue | NotEnoughData> {
    const option = optionCodeOf(named) ?? named;
    const stored = await this.#stored(request);
    const known = stored === null ? null : fromLadder(stored, option);
    if (known !== null) return known;
    const read = await this.#read(request);
    return 'status' in read ? read : this.#computer.value({ market: read.market, code: option });
  }

  /** The values of every option that the scope's sales name, the dearest first. Kept while the sales stay the same. */
  async analyzeOptionLadder(request: OptionScopeRequest): Promise<OptionLadderAnswer | NotEnoughData> {
    const stored = await this.#stored(request);
    if (stored !== null) return stored;
    const read = await this.#read(request);
    if ('status' in read) return read;
    // The promise is kept, so that two who ask at once wait for one computation; one that failed is not.
    read.ladder ??= climbLadder(read, this.#computer).catch((error: unknown) => {
      read.ladder = null;
      throw error;
    });
    return read.ladder;
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
   * without a list price are not offered: what they cost is not known. A code that the catalogue has not is an
   * `InvalidInputError`.
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
    const codesOf = (named: readonly string[] | undefined): readonly string[] | undefined => named?.map(knownCode);
    const mustHave = codesOf(settings.mustHave);
    const neverChoose = codesOf(settings.neverChoose);
    const ladder = await this.analyzeOptionLadder(request);
    if (ladder.status !== 'ok') return ladder;
    const available = availableFrom(ladder);
    if (available.length === 0) {
      return notEnoughData('no option of the scope has both a value and a list price', { found: 0, needed: 1 });
    }
    const { basePrice = ladder.typicalPrice, ...given } = settings;
    const others = {
      ...given,
      ...(mustHave === undefined ? {} : { mustHave }),
      ...(neverChoose === undefined ? {} : { neverChoose }),
    };
    const selection = await this.#computer.choice({ basePrice, available, settings: others });
    return { status: 'ok', ladder, basePrice, selection };
  }

  /** What the daily run of this very day left of the scope, `null` where a trim or generation narrows it. */
  async #stored(request: OptionScopeRequest): Promise<OptionLadderAnswer | null> {
    const { make = CATALOGUE_MAKE, model, generation, trim } = request;
    const { fittedModels } = this.#dependencies.stores;
    if (fittedModels === undefined || make.toLowerCase() !== CATALOGUE_MAKE.toLowerCase()) return null;
    if (generation !== undefined || trim !== undefined) return null;
    const asOf = this.#day(request);
    let best: OptionLadderAnswer | null = null;
    for (const market of await this.#markets(request)) {
      const query = { kind: OPTION_LADDERS, version: OPTION_LADDERS_VERSION, market: marketKey(market), asOf };
      const record = await fittedModels.latest(query);
      if (record === null || record.asOf !== asOf) continue;
      const ladders = record.payload as Readonly<Record<string, OptionLadderAnswer>>;
      const found = Object.entries(ladders).find(([name]) => name.toLowerCase() === model.toLowerCase())?.[1];
      if (found !== undefined && (best === null || found.saleCount > best.saleCount)) best = found;
    }
    return best;
  }

  async #read(request: OptionScopeRequest): Promise<ReadScope | NotEnoughData> {
    const { make = CATALOGUE_MAKE, model, generation, trim } = request;
    const { marketData, options } = this.#dependencies.stores;
    const asOf = this.#day(request);
    let best: OptionSales | null = null;
    for (const market of await this.#markets(request)) {
      const sales: Sale[] = [];
      const cars = { make, model, generation };
      for await (const sale of marketData.sales({ market, asOf, to: asOf, cars })) sales.push(sale);
      const question = { scope: { make, model, generation, trim }, market, asOf };
      const read = await readOptionSales(sales, { options, question });
      if (best === null || read.market.sales.length > best.market.sales.length) best = read;
    }
    if (best === null || best.market.sales.length === 0) {
      return notEnoughData(`no sales of ${[make, model, generation].filter(Boolean).join(' ')} are stored`, {
        found: 0,
        needed: 1,
      });
    }
    if (trim !== undefined && !best.market.sales.some((sale) => sale.trim?.toLowerCase() === trim.toLowerCase())) {
      return notEnoughData(`no sales of ${[make, model, generation, trim].filter(Boolean).join(' ')} are stored`, {
        found: 0,
        needed: 1,
      });
    }
    const key = keyOf(best.market);
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    if (this.#kept.size >= KEPT_SCOPES) this.#kept.delete([...this.#kept.keys()][0] ?? '');
    const read: ReadScope = { ...best, ladder: null };
    this.#kept.set(key, read);
    return read;
  }

  #day({ asOf }: OptionScopeRequest): IsoDate {
    return asOf ?? dayOfInstant(this.#dependencies.now());
  }

  async #markets(request: OptionScopeRequest): Promise<readonly MarketScope[]> {
    if (request.market !== undefined) return [request.market];
    return this.#dependencies.stores.marketData.markets({ asOf: this.#day(request) });
  }
}

/** Equal for the same sales of the same scope with the same options. */
function keyOf({ question, sales }: OptionValueMarket): string {
  const rows = sales.map(({ id, price, optionCodes }) => [id, price, [...optionCodes].sort()]);
  return contentHash({ ...question, market: marketKey(question.market), rows });
}

/** `null` where no sale of the scope names the option. */
function fromLadder(ladder: OptionLadderAnswer, code: string): OptionValue | NotEnoughData | null {
  const value = [...ladder.values, ...ladder.colors].find((each) => each.code === code);
  if (value !== undefined) return value;
  const few = ladder.tooFew.find((each) => each.code === code);
  return few === undefined ? null : notEnoughData(few.reason, { found: few.found, needed: few.needed });
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

function knownCode(named: string): string {
  const code = optionCodeOf(named);
  if (code !== null) return code;
  throw new InvalidInputError(`No option has the code "${named}": ask for one of the catalogue, such as "pccb".`);
}
