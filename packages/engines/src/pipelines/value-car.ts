import { BASE_SCENARIO } from '../forecasting/scenarios/apply-scenario.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import type { MarketScope } from '../market/price.ts';
import type { IsoDate } from '../market/calendar.ts';
import { explainValue } from '../valuation/explain/explain-value.ts';
import { rankChanges, type ValueChange } from '../valuation/explain/rank-changes.ts';
import { valueByMileage } from '../valuation/explain/value-by-mileage.ts';
import type { CarFacts } from '../valuation/valuation.ts';
import type { UnknownVehicle } from './find-segments.ts';
import {
  createValuedMarketReader,
  type ReadValuedMarket,
  type ValuedMarket,
  type ValuerDependencies,
} from './value-car-market.ts';
import type { CountedName, LineChoices } from './value-car-names.ts';
import { type CarOutlook, type CarOutlookOptions, carOutlook } from './car-outlook.ts';
import type { CarAhead, CarValuation, ValueCarRequest } from './value-car-request.ts';
import { describeSubject } from './value-car-subject.ts';
import { TYPICAL, uncountedFacts } from './uncounted-facts.ts';

/** What can be chosen for a valuation, narrowed to a make and a line where they are given. */
export interface CarChoices {
  readonly status: 'ok';
  readonly market: MarketScope;
  readonly makes: readonly CountedName[];
  /** Of the make; empty without one. */
  readonly models: readonly CountedName[];
  /** Of the line; `null` without one, or for one without sales. */
  readonly line: LineChoices | null;
}

const MOST_CHANGES = 10;
/** Colours and options that are tried as changes: the most frequent of the line. */
const MOST_COLOURS = 6;
const MOST_OPTIONS = 12;
/** The curve over the odometer goes half as far again as the car, and so far at least. */
const SHORTEST_CURVE = 60_000;
const CURVE_BEYOND = 1.5;

/**
 * The front door for what one car is worth: value, intervals, comparables, contributions, and what would change it. It
 * reads the fit of the last daily run.
 *
 * @example
 * const valuer = new CarValuer({ stores, now: Date.now });
 * const answer = await valuer.valueCar({ model: '911', trim: 'Carrera S', modelYear: 2017, mileage: 21_000 });
 * if (answer.status === 'ok') console.log(answer.valuation.amount, answer.valuation.intervals);
 */
export class CarValuer {
  readonly #read: ReadValuedMarket;

  /** `fitsWhenMissing` (default false) fits in the calling thread, some seconds, where no fit is stored. */
  constructor(dependencies: ValuerDependencies, options: { readonly fitsWhenMissing?: boolean } = {}) {
    this.#read = createValuedMarketReader(dependencies, { fitsWhenMissing: options.fitsWhenMissing ?? false });
  }

  /** Values a car on the day of the newest fit up to `asOf`. Equal requests have equal answers while that fit stands. */
  async valueCar(request: ValueCarRequest): Promise<CarValuation | NotEnoughData | UnknownVehicle> {
    const market = await this.#read(request);
    return market.status === 'ok' ? valueInMarket(request, market) : market;
  }

  /** What sold cars are called and come with, for pickers. An unknown make or model narrows to nothing. */
  async listChoices(
    query: {
      readonly make?: string | undefined;
      readonly model?: string | undefined;
      readonly market?: MarketScope | undefined;
      readonly asOf?: IsoDate | undefined;
    } = {},
  ): Promise<CarChoices | NotEnoughData> {
    const market = await this.#read(query);
    if (market.status !== 'ok') return market;
    const { names, valuation } = market;
    const { make, model } = query;
    return {
      status: 'ok',
      market: valuation.market,
      makes: names.makes,
      models: make === undefined ? [] : names.models(make),
      line: make === undefined || model === undefined ? null : names.choices(make, model),
    };
  }
}

function valueInMarket(
  request: ValueCarRequest,
  { valuation, search, names, forecasts, synthetic }: ValuedMarket,
): CarValuation | NotEnoughData | UnknownVehicle {
  const subject = describeSubject(request, { names, asOf: valuation.asOf });
  if (subject.status !== 'ok') return subject;
  const { car } = subject;
  const typical: CarFacts = {
    ...car,
    color: car.color ?? TYPICAL,
    region: car.region ?? TYPICAL,
    sellerType: car.sellerType ?? TYPICAL,
  };
  const value = valuation.value(typical);
  if (value.status !== 'ok') return value;
  const { comparableCount, ahead } = request;
  const { make, model } = car.vehicle;
  return {
    status: 'ok',
    market: valuation.market,
    asOf: valuation.asOf,
    marketSaleCount: valuation.saleCount,
    modelVersion: valuation.version,
    car,
    assumed: subject.assumed,
    uncounted: uncountedFacts(car, { valuation, value }),
    valuation: value,
    explanation: explainValue(value),
    comparables: search.find(typical, comparableCount === undefined ? {} : { count: comparableCount }),
    changes: changesOf(typical, { valuation, choices: names.choices(make, model) }),
    mileageCurve: valueByMileage(typical, {
      valuation,
      upTo: Math.max(SHORTEST_CURVE, (car.mileage ?? 0) * CURVE_BEYOND),
    }),
    outlook: ahead === undefined ? null : outlookOf(typical, { ahead, valuation, forecasts, now: value }),
    synthetic,
  };
}

function outlookOf(
  car: CarFacts,
  options: Pick<CarOutlookOptions, 'valuation' | 'forecasts' | 'now'> & { readonly ahead: CarAhead },
): CarOutlook | NotEnoughData {
  const { horizons, distancePerYear, ratePoints = 0, supplyChange = 0 } = options.ahead;
  const isBase = ratePoints === 0 && supplyChange === 0;
  const scenario = { name: isBase ? BASE_SCENARIO.name : 'asked', ratePoints, supplyChange };
  return carOutlook(car, { ...options, horizons, distancePerYear, scenario });
}

function changesOf(
  car: CarFacts,
  options: { readonly valuation: ValuedMarket['valuation']; readonly choices: LineChoices | null },
): readonly ValueChange[] {
  const { valuation, choices } = options;
  const namesOf = <Name extends string>(counted: readonly CountedName<Name>[] = [], most = counted.length) =>
    counted.slice(0, most).map(({ name }) => name);
  const alternatives = {
    transmissions: namesOf(choices?.transmissions),
    // A body is no choice within a trim that comes in one body only; the line's others would be other cars.
    bodies: [],
    colours: namesOf(choices?.colors, MOST_COLOURS),
    options: namesOf(choices?.options, MOST_OPTIONS),
  };
  return rankChanges(car, { valuation, alternatives })
    .slice(0, MOST_CHANGES)
    .map((change) => (change.from === TYPICAL ? { ...change, from: null } : change));
}
