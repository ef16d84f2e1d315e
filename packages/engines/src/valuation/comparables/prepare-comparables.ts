import { dayNumber, type IsoDate } from '../../market/calendar.ts';
import type { Listing, Sale } from '../../market/listing.ts';
import { type NotEnoughData, notEnoughData } from '../../market/not-enough-data.ts';
import { segmentsOf } from '../../market/segment.ts';
import { screenSales } from '../sale-screen.ts';
import type { CarFacts, FittedValuation } from '../valuation.ts';
import { adjustmentName } from './adjustment-name.ts';
import { adjustSale } from './adjust-sale.ts';
import type { Comparables } from './comparable.ts';
import { layOutModelSales, type ModelSales } from './model-sales.ts';
import { type FoundSale, searchSales } from './search-sales.ts';

/** Comparables below which a car gets none. */
export const MINIMUM_COMPARABLES = 5;

const DEFAULT_COUNT = 8;
/** Sales that are found beyond those asked for, in case some are earlier sales of one car. */
const SPARE_COUNT = 24;

/** A car to be compared; `id` and `vin`, where given, keep its own sales out. */
export type ComparedCar = CarFacts & Partial<Pick<Listing, 'id' | 'vin'>>;

/** Finds comparables among the sales of one market, by one fitted valuation. */
export interface ComparableSearch {
  /**
   * The `count` (default 8, at least 5) most informative sales of the car's model line known on `valuedOn` (default: the day of the
   * fit). A sale of the car itself is never among them, nor two sales of one chassis number. Refuses below 5.
   */
  find(
    car: ComparedCar,
    options?: { readonly count?: number; readonly valuedOn?: IsoDate },
  ): Comparables | NotEnoughData;
}

/**
 * Sorts sales by model line for many searches. The rows of a line are valued at the first search in it, some ten
 * microseconds each; later searches only scan. Sales of another market are a `MixedMarketError`; unusable ones and
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
  const lines = new Map<string, Sale[]>();
  for (const sale of screenSales(sales, valuation).sales) {
    const line = lineOf(sale);
    const known = lines.get(line);
    if (known === undefined) lines.set(line, [sale]);
    else known.push(sale);
  }
  const laidOut = new Map<string, ModelSales>();
  const salesOf = (line: string): ModelSales => {
    const known = laidOut.get(line) ?? layOutModelSales(lines.get(line) ?? [], valuation);
    laidOut.set(line, known);
    return known;
  };

  return {
    find(car, { count = DEFAULT_COUNT, valuedOn = valuation.asOf } = {}) {
      const value = valuation.value(car, { valuedOn });
      if (value.status !== 'ok') return value;
      const wanted = Math.max(MINIMUM_COMPARABLES, count);
      const line = lineOf(car);
      const sales = salesOf(line);
      const effects = new Float64Array(sales.names.length);
      const unmatched = new Map<string, number>();
      for (const { name, logEffect } of value.contributions) {
        const adjustment = adjustmentName(name);
        const column = sales.names.indexOf(adjustment);
        if (column >= 0) effects[column] = effects[column]! + logEffect;
        else unmatched.set(adjustment, (unmatched.get(adjustment) ?? 0) + logEffect);
      }
      const segments = segmentsOf(car.vehicle);
      const number = (word: string | null | undefined): number =>
        word === null || word === undefined ? -1 : (sales.numbers.get(word) ?? -2);
      const found = searchSales(sales, {
        car: {
          effects,
          day: dayNumber(valuedOn),
          generation: number(segments[2]),
          trim: number(segments[3]),
          body: number(car.vehicle.body),
          transmission: number(car.vehicle.transmission),
        },
        count: wanted + SPARE_COUNT,
        isAllowed: (row) => !isSameCar(car, sales.sales[row]!) && sales.sales[row]!.knownOn <= valuedOn,
      });
      const chosen = withoutRepeats(found, sales).slice(0, wanted);
      if (chosen.length < MINIMUM_COMPARABLES) {
        return notEnoughData(`too few sales of ${line} to compare with`, {
          found: chosen.length,
          needed: MINIMUM_COMPARABLES,
        });
      }
      const total = chosen.reduce((sum, { variance }) => sum + 1 / variance, 0);
      const comparables = chosen.map(({ row, variance }) => ({
        ...adjustSale(sales.sales[row]!, {
          amount: value.amount,
          differences: [
            ...sales.names.map((name, column) => ({
              name,
              logEffect: effects[column]! - sales.effects[row * sales.names.length + column]!,
            })),
            ...[...unmatched].map(([name, logEffect]) => ({ name, logEffect })),
          ],
        }),
        logSpread: Math.sqrt(variance),
        weight: 1 / variance / total,
      }));
      const consensus = comparables.reduce((sum, { adjustedAmount, weight }) => {
        return sum + weight * Math.log(adjustedAmount);
      }, 0);
      return {
        status: 'ok',
        amount: value.amount,
        comparables,
        consensusAmount: Math.round(Math.exp(consensus)),
        searchedCount: sales.sales.length,
      };
    },
  };
}

function lineOf({ vehicle }: Pick<CarFacts, 'vehicle'>): string {
  const segments = segmentsOf(vehicle);
  return segments[1] ?? segments[0]!;
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
