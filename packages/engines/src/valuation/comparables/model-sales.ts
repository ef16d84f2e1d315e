import { dayNumber } from '../../market/calendar.ts';
import type { Sale } from '../../market/listing.ts';
import { segmentsOf } from '../../market/segment.ts';
import type { FittedValuation } from '../valuation.ts';
import { adjustmentName } from './adjustment-name.ts';
import { CLEAR_DEVIATION, NOISE_PER_SPREAD } from './difference-variance.ts';

/** The sales of one model line as columns, for a scan without an allocation. Row by row, newest last. */
export interface ModelSales {
  readonly sales: readonly Sale[];
  /** Names of the adjustments, in the order of the columns of `effects`. */
  readonly names: readonly string[];
  /** Log effects, row by row. */
  readonly effects: Float64Array;
  readonly days: Int32Array;
  /** Variance of the log price around what the facts of the sale explain, larger where the price was odd. */
  readonly noise: Float64Array;
  /** Numbers of the segments, bodies and gearboxes, equal where the words are; -1 where they are not known. */
  readonly generations: Int32Array;
  readonly trims: Int32Array;
  readonly bodies: Int32Array;
  readonly transmissions: Int32Array;
  readonly numbers: ReadonlyMap<string, number>;
}

/**
 * Values every sale on its own day and lays the answers out. A sale that cannot be valued is left out. The oddness of a
 * price is judged by a fit that had not seen the sale.
 */
export function layOutModelSales(sales: readonly Sale[], valuation: FittedValuation): ModelSales {
  const columns = new Map<string, number>();
  const numbers = new Map<string, number>();
  const rows = sales.flatMap((sale) => {
    const value = valuation.value(sale, { valuedOn: sale.endedOn });
    const unseen = valuation.valueLeftOut(sale);
    if (value.status !== 'ok' || unseen.status !== 'ok') return [];
    for (const { name } of value.contributions) {
      const adjustment = adjustmentName(name);
      if (!columns.has(adjustment)) columns.set(adjustment, columns.size);
    }
    const deviation = Math.abs(Math.log(sale.price.amount / unseen.amount)) / (NOISE_PER_SPREAD * unseen.logSpread);
    const noise = (NOISE_PER_SPREAD * unseen.logSpread * Math.max(1, deviation / CLEAR_DEVIATION)) ** 2;
    return [{ sale, contributions: value.contributions, noise }];
  });
  const effects = new Float64Array(rows.length * columns.size);
  rows.forEach(({ contributions }, row) => {
    for (const { name, logEffect } of contributions) {
      const at = row * columns.size + columns.get(adjustmentName(name))!;
      effects[at] = effects[at]! + logEffect;
    }
  });
  const number = (word: string | null | undefined): number => {
    if (word === null || word === undefined) return -1;
    const known = numbers.get(word) ?? numbers.size;
    numbers.set(word, known);
    return known;
  };
  const numbered = (wordOf: (sale: Sale) => string | null | undefined): Int32Array =>
    Int32Array.from(rows, ({ sale }) => number(wordOf(sale)));
  return {
    sales: rows.map(({ sale }) => sale),
    names: [...columns.keys()],
    effects,
    days: Int32Array.from(rows, ({ sale }) => dayNumber(sale.endedOn)),
    noise: Float64Array.from(rows, ({ noise }) => noise),
    generations: numbered(({ vehicle }) => segmentsOf(vehicle)[2]),
    trims: numbered(({ vehicle }) => segmentsOf(vehicle)[3]),
    bodies: numbered(({ vehicle }) => vehicle.body),
    transmissions: numbered(({ vehicle }) => vehicle.transmission),
    numbers,
  };
}
