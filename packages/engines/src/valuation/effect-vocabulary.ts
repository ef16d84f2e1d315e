import { RAMP_COUNT } from './value-curve.ts';

/** Column of the intercept; the ramps of the curves follow it, then the drift, then the effects group by group. */
export const INTERCEPT_COLUMN = 0;
export const FIRST_RAMP_COLUMN = 1;
/**
 * Column of the market's straight drift over time, in years from the middle of the sales. Age, model year and time are
 * one line in three disguises; drift and age are free and the effects of model years are shrunken, so that a common
 * slope of the model years counts as depreciation and not as taste.
 */
export const DRIFT_COLUMN = FIRST_RAMP_COLUMN + RAMP_COUNT;
export const FIRST_EFFECT_COLUMN = DRIFT_COLUMN + 1;

/** Keys of one group in the order of their columns, and the sales behind each. */
export interface GroupKeys {
  readonly keys: readonly string[];
  readonly counts: readonly number[];
}

/** Which effect stands in which column. */
export interface EffectVocabulary {
  readonly groups: readonly GroupKeys[];
  readonly columnCount: number;
  /** First column of each group; one entry more than groups, the last being `columnCount`. */
  readonly starts: readonly number[];
  /** Column of an effect, or -1 where it has none. */
  column(group: number, key: string): number;
  /** Sales behind an effect, 0 where it has no column. */
  count(group: number, key: string): number;
}

/** Builds the look-up from the keys of each group. */
export function createVocabulary(groups: readonly GroupKeys[]): EffectVocabulary {
  const starts: number[] = [];
  let next = FIRST_EFFECT_COLUMN;
  const columns = groups.map(({ keys }) => {
    starts.push(next);
    const map = new Map<string, number>();
    for (const key of keys) map.set(key, next++);
    return map;
  });
  starts.push(next);
  return {
    groups,
    columnCount: next,
    starts,
    column: (group, key) => columns[group]?.get(key) ?? -1,
    count: (group, key) => {
      const column = columns[group]?.get(key);
      return column === undefined ? 0 : groups[group]!.counts[column - starts[group]!]!;
    },
  };
}
