import { dayNumber, type IsoDate } from '../../market/calendar.ts';
import type { Listing, Sale } from '../../market/listing.ts';
import { type NotEnoughData, notEnoughData } from '../../market/not-enough-data.ts';
import { segmentsOf } from '../../market/segment.ts';
import { screenSales } from '../sale-screen.ts';
import type { CarFacts, FittedValuation, Valuation } from '../valuation.ts';
import { adjustmentName, CHASSIS_NUMBER } from './adjustment-name.ts';
import { adjustSale } from './adjust-sale.ts';
import type { Comparables } from './comparable.ts';
import { layOutModelSales, type ModelSales } from './model-sales.ts';
import { type FoundSale, searchSales } from './search-sales.ts';

/** Comparables below which a car gets none. */
export const MINIMUM_COMPARABLES = 5;

const DEFAULT_COUNT = 8;
/** Sales that are found beyond those asked for, in case some are earlier sales of one car. */
const SPARE_COUNT = 24;
/** Sales of a generation from which on the others of its line are not looked at: they would not come among the first. */
const DENSE_GENERATION = 200;

/** A car to be compared; `id` and `vin`, where given, keep its own sales out. */
export type ComparedCar = CarFacts & Partial<Pick<Listing, 'id' | 'vin'>>;

/** Finds comparables among the sales of one market, by one fitted valuation. */
export interface ComparableSearch {
  /**
   * The `count` (default 8, at least 5) most informative sales of the car's model line known on `valuedOn` (default: the day of the
   * fit), from its own generation where that has many. A sale of the car itself is never among them, nor two sales of one chassis number. Refuses below 5.
   */
  find(
    car: ComparedCar,
    options?: {
      readonly count?: number;
      readonly valuedOn?: IsoDate;
      /** The value to compare with, such as that of a sale left out. Default: the value by the fit. */
      readonly value?: Valuation;
    },
  ): Comparables | NotEnoughData;
}

/**
 * Sorts sales by model line and generation for many searches. The rows of one are valued at the first search in it, some
 * thirty microseconds each; later searches only scan. Sales of another market are a `MixedMarketError`; unusable ones and
 * those later than the fit are left out.
 *
 * @example
 * const search = prepareComparables(sales, { valuation });
 * const found = search.find(car);
 * if (found.status === 'ok') console.log(found.comparables[0]?.adjustments);
 */
export function prepareComparables(
  sales: Iterable<Sale>,
  options: { readonly valuation: FittedValuation },
): ComparableSearch {
  const { valuation } = options;
  const pools = new Map<string, Sale[]>();
  for (const sale of screenSales(sales, valuation).sales) {
    const [line, generation = line] = poolsOf(sale);
    for (const segment of new Set([line, generation])) {
      const known = pools.get(segment);
      if (known === undefined) pools.set(segment, [sale]);
      else known.push(sale);
    }
  }
  const laidOut = new Map<string, ModelSales>();
  const salesOf = (segment: string): ModelSales => {
    const known = laidOut.get(segment) ?? layOutModelSales(pools.get(segment) ?? [], valuation);
    laidOut.set(segment, known);
    return known;
  };

  const findIn = (segment: string, search: PoolSearch): readonly NamedSale[] => {
    const { car, value, count, valuedOn } = search;
    const sales = salesOf(segment);
    const { effects, unmatched } = effectsByColumn(value, sales.names);
    // Of a car without a chassis number nothing can be adjusted for it: what it was worth to a sale stays unexplained.
    const counted = sales.names.map((name) => (name === CHASSIS_NUMBER && chassisOf(car) === null ? 0 : 1));
    const segments = segmentsOf(car.vehicle);
    const number = (word: string | null | undefined): number =>
      word === null || word === undefined ? -1 : (sales.numbers.get(word) ?? -2);
    const found = searchSales(sales, {
      car: {
        effects,
        counted,
        day: dayNumber(valuedOn),
        generation: number(segments[2]),
        trim: number(segments[3]),
        body: number(car.vehicle.body),
        transmission: number(car.vehicle.transmission),
      },
      count: count + SPARE_COUNT,
      isAllowed: (row) => !isSameCar(car, sales.sales[row]!) && sales.sales[row]!.knownOn <= valuedOn,
    });
    return withoutRepeats(found, sales)
      .slice(0, count)
      .map(({ row, variance }) => ({
        sale: sales.sales[row]!,
        variance,
        differences: [
          ...sales.names.map((name, column) => ({
            name,
            logEffect: (effects[column]! - sales.effects[row * sales.names.length + column]!) * counted[column]!,
          })),
          ...unmatched,
        ],
      }));
  };

  return {
    find(car, { count = DEFAULT_COUNT, valuedOn = valuation.asOf, value: given } = {}) {
      const value = given ?? valuation.value(car, { valuedOn });
      if (value.status !== 'ok') return value;
      const search = { car, value, count: Math.max(MINIMUM_COMPARABLES, count), valuedOn };
      const [line, generation = line] = poolsOf(car);
      const dense = (pools.get(generation)?.length ?? 0) >= DENSE_GENERATION;
      let chosen = dense ? findIn(generation, search) : [];
      if (chosen.length < search.count) chosen = findIn(line, search);
      if (chosen.length < MINIMUM_COMPARABLES) {
        return notEnoughData(`too few sales of ${line} to compare with`, {
          found: chosen.length,
          needed: MINIMUM_COMPARABLES,
        });
      }
      const precision = chosen.reduce((sum, { variance }) => sum + 1 / variance, 0);
      const comparables = chosen.map(({ sale, variance, differences }) => ({
        ...adjustSale(sale, { amount: value.amount, differences }),
        logSpread: Math.sqrt(variance),
        weight: 1 / variance / precision,
      }));
      const consensus = comparables.reduce((sum, { adjustedAmount, weight }) => {
        return sum + weight * Math.log(adjustedAmount);
      }, 0);
      return {
        status: 'ok',
        amount: value.amount,
        comparables,
        consensusAmount: Math.round(Math.exp(consensus)),
        searchedCount: pools.get(line)!.length,
      };
    },
  };
}

interface PoolSearch {
  readonly car: ComparedCar;
  readonly value: Valuation;
  readonly count: number;
  readonly valuedOn: IsoDate;
}

interface NamedSale {
  readonly sale: Sale;
  readonly variance: number;
  readonly differences: readonly LogDifference[];
}

interface LogDifference {
  readonly name: string;
  readonly logEffect: number;
}

/** The effects of a car in the columns of a pool, and those that no sale of the pool has. */
function effectsByColumn(
  value: Valuation,
  names: readonly string[],
): { readonly effects: Float64Array; readonly unmatched: readonly LogDifference[] } {
  const effects = new Float64Array(names.length);
  const unmatched: LogDifference[] = [];
  for (const { name: contribution, logEffect } of value.contributions) {
    const name = adjustmentName(contribution);
    const column = names.indexOf(name);
    if (column >= 0) effects[column] = effects[column]! + logEffect;
    else unmatched.push({ name, logEffect });
  }
  return { effects, unmatched };
}

/** The segments whose sales a car is looked for in: its model line, then its generation where it has one. */
function poolsOf({ vehicle }: Pick<CarFacts, 'vehicle'>): readonly [line: string, generation?: string] {
  const [make = '-', line = make, generation] = segmentsOf(vehicle);
  return generation === undefined ? [line] : [line, generation];
}

function isSameCar(car: ComparedCar, sale: Sale): boolean {
  return car.id === sale.id || (chassisOf(car) !== null && chassisOf(car) === chassisOf(sale));
}

/** The chassis number in one spelling, `null` where there is none. */
function chassisOf({ vin }: { readonly vin?: string | null }): string | null {
  const text = (vin ?? '').replace(/[^a-z0-9]/gi, '').toUpperCase();
  return text === '' ? null : text;
}

/** Keeps the most informative sale of each chassis number. */
function withoutRepeats(found: readonly FoundSale[], { sales }: ModelSales): readonly FoundSale[] {
  const seen = new Set<string>();
  return found.filter(({ row }) => {
    const chassis = chassisOf(sales[row]!);
    if (chassis === null) return true;
    if (seen.has(chassis)) return false;
    seen.add(chassis);
    return true;
  });
}
