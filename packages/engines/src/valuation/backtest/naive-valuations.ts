import type { Sale } from '../../market/listing.ts';
import { segmentsOf } from '../../market/segment.ts';
import { median } from '../../statistics/quantile.ts';
import type { CarFacts } from '../valuation.ts';

/** Names of the naive valuations in the order in which they are reported. */
export const NAIVE_VALUATIONS = ['median of the segment', 'median of segment and model year', 'last sale'] as const;

/** What somebody without a model would say of a car; NaN before the first sale. */
export type NaiveValues = readonly [segment: number, segmentAndYear: number, lastSale: number];

const FEWEST_FOR_A_MEDIAN = 3;

interface Group {
  readonly prices: number[];
  median: number;
}

/**
 * Three rules of thumb from the same sales that a fit reads: the median price of the most specific segment with three
 * sales, the same among cars of its model year, and the price of the last sale of the most specific segment that sold.
 */
export function learnNaiveValuations(sales: readonly Sale[]): (car: CarFacts) => NaiveValues {
  const groups = new Map<string, Group>();
  const lastPrices = new Map<string, number>();
  const inOrder = [...sales].sort((a, b) =>
    a.endedOn < b.endedOn ? -1 : a.endedOn > b.endedOn ? 1 : a.id < b.id ? -1 : 1,
  );
  for (const sale of inOrder) {
    for (const segment of ['', ...segmentsOf(sale.vehicle)]) {
      for (const key of [segment, `${segment}@${sale.modelYear ?? ''}`]) {
        const group = groups.get(key) ?? { prices: [], median: Number.NaN };
        group.prices.push(sale.price.amount);
        groups.set(key, group);
      }
      lastPrices.set(segment, sale.price.amount);
    }
  }
  for (const group of groups.values()) group.median = median(group.prices);
  const medianOf = (keys: readonly string[]): number => {
    for (const key of keys) {
      const group = groups.get(key);
      if (group !== undefined && (group.prices.length >= FEWEST_FOR_A_MEDIAN || key === '')) return group.median;
    }
    return Number.NaN;
  };
  return (car) => {
    const segments = ['', ...segmentsOf(car.vehicle)].reverse();
    const lastOf = segments.find((segment) => lastPrices.has(segment));
    return [
      medianOf(segments),
      medianOf([...segments.map((segment) => `${segment}@${car.modelYear ?? ''}`), ...segments]),
      lastOf === undefined ? Number.NaN : lastPrices.get(lastOf)!,
    ];
  };
}
