import type { Sale } from '../market/listing.ts';
import { describeCar } from './car-description.ts';
import { EFFECT_GROUPS, SEGMENT_DEPTH } from './effect-group.ts';
import type { GroupKeys } from './effect-vocabulary.ts';
import { FIRST_EFFECT_COLUMN } from './effect-vocabulary.ts';
import type { SegmentTable } from './segment-table.ts';
import type { TypicalMileage } from './typical-mileage.ts';
import { VALUE_CURVES } from './value-curve.ts';

/**
 * The descriptions of many cars as numbers. The effects of sale i stand in `entries`: from `start[i]` those that add to
 * the log price, from `bendStart[i]` those that bend a curve, both as columns of the vocabulary; from `keptEnd[i]` to
 * `start[i + 1]` those whose key has too few sales for a column, as -1 - group.
 */
export interface EncodedSales {
  readonly saleCount: number;
  readonly groups: readonly GroupKeys[];
  readonly start: Int32Array;
  readonly bendStart: Int32Array;
  readonly keptEnd: Int32Array;
  readonly entries: Int32Array;
  /** Age in years, miles and condition grade of each sale, three numbers a sale; NaN where unknown. */
  readonly facts: Float64Array;
  readonly segments: SegmentTable;
}

/** A car has about so many effects. */
const EFFECTS_OF_A_CAR = 32;

/**
 * Describes every sale on its own day and counts the keys of all: each that has enough sales gets a column, group after
 * group in the order of first appearance. One description at a time is alive, whatever the number of sales.
 */
export function encodeSales(
  sales: readonly Sale[],
  options: { readonly typicalMileage: TypicalMileage },
): EncodedSales {
  const saleCount = sales.length;
  const numbering = numberKeys();
  const start = new Int32Array(saleCount + 1);
  const facts = new Float64Array(saleCount * VALUE_CURVES.length);
  const segmentIds = Array.from({ length: SEGMENT_DEPTH }, () => new Int32Array(saleCount).fill(-1));
  let entries = new Int32Array(EFFECTS_OF_A_CAR * saleCount);
  let place = 0;
  for (let row = 0; row < saleCount; row++) {
    const sale = sales[row]!;
    const car = describeCar(sale, { valuedOn: sale.endedOn, typicalMileage: options.typicalMileage });
    if (place + car.keys.length > entries.length) entries = lengthened(entries, place + car.keys.length);
    for (let k = 0; k < car.keys.length; k++) {
      const group = car.groups[k]!;
      const id = numbering.count(group, car.keys[k]!);
      entries[place++] = id;
      if (group < SEGMENT_DEPTH) segmentIds[group]![row] = numbering.positionOf(id);
    }
    facts.set(car.facts, row * VALUE_CURVES.length);
    start[row + 1] = place;
  }
  const { groups, columnOf, isBend } = numbering.finish();
  const { bendStart, keptEnd } = layOutRows({ start, entries, columnOf, isBend });
  return {
    saleCount,
    groups,
    start,
    bendStart,
    keptEnd,
    entries: entries.subarray(0, place),
    facts,
    segments: { names: groups.slice(0, SEGMENT_DEPTH).map(({ keys }) => keys), ids: segmentIds },
  };
}

function lengthened(entries: Int32Array, needed: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(Math.max(needed, Math.ceil(1.5 * entries.length)));
  longer.set(entries);
  return longer;
}

/** Numbers keys in the order of first appearance, over all groups and within each, and counts them. */
function numberKeys(): {
  count(group: number, key: string): number;
  positionOf(id: number): number;
  finish(): { readonly groups: readonly GroupKeys[]; readonly columnOf: Int32Array; readonly isBend: Uint8Array };
} {
  const idsByGroup = EFFECT_GROUPS.map(() => new Map<string, number>());
  const groupOf: number[] = [];
  const positions: number[] = [];
  const counts: number[] = [];
  return {
    count: (group, key) => {
      const ids = idsByGroup[group]!;
      let id = ids.get(key);
      if (id === undefined) {
        id = counts.length;
        positions.push(ids.size);
        ids.set(key, id);
        groupOf.push(group);
        counts.push(0);
      }
      counts[id] = counts[id]! + 1;
      return id;
    },
    positionOf: (id) => positions[id]!,
    finish: () => {
      const columnOf = Int32Array.from(groupOf, (group) => -1 - group);
      let next = FIRST_EFFECT_COLUMN;
      const groups = idsByGroup.map((ids, group) => {
        const kept = [...ids].filter(([, id]) => counts[id]! >= EFFECT_GROUPS[group]!.minimumCount);
        for (const [, id] of kept) columnOf[id] = next++;
        return { keys: kept.map(([key]) => key), counts: kept.map(([, id]) => counts[id]!) };
      });
      const isBend = Uint8Array.from(groupOf, (group) => (EFFECT_GROUPS[group]!.curve === null ? 0 : 1));
      return { groups, columnOf, isBend };
    },
  };
}

/** Turns the numbers of keys into columns, in place, and brings the entries of each row into their three parts. */
function layOutRows(rows: {
  readonly start: Int32Array;
  readonly entries: Int32Array;
  readonly columnOf: Int32Array;
  readonly isBend: Uint8Array;
}): { readonly bendStart: Int32Array; readonly keptEnd: Int32Array } {
  const { start, entries, columnOf, isBend } = rows;
  const bendStart = new Int32Array(start.length - 1);
  const keptEnd = new Int32Array(start.length - 1);
  const bends: number[] = [];
  const left: number[] = [];
  for (let row = 0; row + 1 < start.length; row++) {
    let place = start[row]!;
    let bendCount = 0;
    let leftCount = 0;
    for (let k = start[row]!; k < start[row + 1]!; k++) {
      const id = entries[k]!;
      const column = columnOf[id]!;
      if (column < 0) left[leftCount++] = column;
      else if (isBend[id] === 1) bends[bendCount++] = column;
      else entries[place++] = column;
    }
    bendStart[row] = place;
    for (let k = 0; k < bendCount; k++) entries[place++] = bends[k]!;
    keptEnd[row] = place;
    for (let k = 0; k < leftCount; k++) entries[place++] = left[k]!;
  }
  return { bendStart, keptEnd };
}
