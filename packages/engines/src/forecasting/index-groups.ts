import type { IsoMonth } from '../market/calendar.ts';
import { addMonths, monthIndex } from '../market/calendar.ts';
import type { IndexObservation } from '../market/index-observation.ts';
import type { SegmentId } from '../market/segment.ts';
import type { LevelLayout } from '../statistics/nested-levels.ts';

const DEEPEST = 4;

/** Observations laid out by month and by segment, the whole market at the root. */
export interface IndexGroups {
  readonly layout: LevelLayout;
  readonly firstMonth: IsoMonth;
  readonly monthCount: number;
  /** Rows of each segment that has enough sales. */
  readonly rows: ReadonlyMap<SegmentId, readonly number[]>;
  /** Name of the group of the whole market. */
  readonly root: '';
}

/**
 * Lays observations out from the first of their months to `lastMonth`. A segment with fewer than `minimumSales` gets no
 * group of its own and moves with its parent.
 */
export function groupObservations(
  observations: readonly IndexObservation[],
  options: { readonly lastMonth: IsoMonth; readonly minimumSales: number },
): IndexGroups {
  let firstMonth = options.lastMonth;
  for (const { month } of observations) if (month < firstMonth) firstMonth = month;
  const first = monthIndex(firstMonth);
  const monthCount = monthIndex(options.lastMonth) - first + 1;
  const bySegment = new Map<SegmentId, number[]>();
  observations.forEach(({ segments }, row) => {
    for (const segment of segments) {
      const rows = bySegment.get(segment);
      if (rows === undefined) bySegment.set(segment, [row]);
      else rows.push(row);
    }
  });
  const rows = new Map([...bySegment].filter(([, members]) => members.length >= options.minimumSales));
  const depths = [{ names: [''], groups: new Int32Array(observations.length) }];
  for (let depth = 0; depth < DEEPEST; depth++) {
    const names = [...rows.keys()].filter((segment) => segment.split('/').length === depth + 1).sort();
    const index = new Map(names.map((name, position) => [name, position]));
    const groups = Int32Array.from(observations, ({ segments }) => index.get(segments[depth] ?? '') ?? -1);
    depths.push({ names, groups });
  }
  const periods = Int32Array.from(observations, ({ month }) => monthIndex(month) - first);
  return { layout: { periodCount: monthCount, periods, depths }, firstMonth, monthCount, rows, root: '' };
}

/** The months of the groups in order. */
export function monthsOf(groups: IndexGroups): readonly IsoMonth[] {
  return Array.from({ length: groups.monthCount }, (_, index) => addMonths(groups.firstMonth, index));
}
