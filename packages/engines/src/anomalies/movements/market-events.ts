import type { IsoDate } from '../../market/calendar.ts';
import { addDays, addMonths, dayNumber, dayOfInstant, firstDayOf } from '../../market/calendar.ts';
import type { Sale } from '../../market/listing.ts';
import type { MarketEvent } from '../../market/market-event.ts';
import type { MarketIndex } from '../../market/market-index.ts';
import { parentSegment, type SegmentId, segmentsOf } from '../../market/segment.ts';
import { createMovementDetector, type LevelMovement } from './movement-detector.ts';

/** What events are found in: rows and indices of one market, all known by `asOf`. */
export interface MarketSeries {
  readonly sales: readonly Sale[];
  readonly indices: readonly MarketIndex[];
  readonly asOf: IsoDate;
}

const WEEK_DAYS = 7;
const DAY_MS = 86_400_000;
/** Makes and model lines are watched; deeper segments have too few sales a week. */
const DEEPEST = 2;
/** Sales a week on one side of an event below which nothing is said. */
const LEAST_SALES = 3;
/** Sales that a week needs for a share among them. */
const LEAST_OF_PARENT = 10;
/** Movements of one series of related segments within so many days are one event. */
const ONE_EVENT_DAYS = 56;

/**
 * Finds lasting movements of index, volume and mix by streaming detectors: each week or month is judged by the ones before
 * it alone, so that the events of an earlier day are those that the same rows up to it give. One event is told once, by the
 * widest segment that shows it. Oldest first; empty where the history is shorter than a quarter of weeks or a year of months.
 */
export function findMarketEvents({ sales, indices, asOf }: MarketSeries): readonly MarketEvent[] {
  const counts = weeklyCounts(sales, asOf);
  const found = [
    ...indices.flatMap((index) => indexEvents(index, asOf)),
    ...[...counts.bySegment].flatMap(([segment, weeks]) => volumeEvents(segment, { ...counts, weeks })),
    ...[...counts.bySegment].flatMap(([segment, weeks]) => mixEvents(segment, { ...counts, weeks })),
  ];
  return oncePerEvent(found);
}

interface WeeklyCounts {
  /** Number of the first week since 1970. */
  readonly firstWeek: number;
  readonly weekCount: number;
  readonly bySegment: ReadonlyMap<SegmentId, Uint32Array>;
}

/** Sales by whole week from the first sale to the last week that has ended. */
function weeklyCounts(sales: readonly Sale[], asOf: IsoDate): WeeklyCounts {
  const weekOf = (day: IsoDate): number => Math.floor(dayNumber(day) / WEEK_DAYS);
  const endWeek = weekOf(addDays(asOf, 1));
  const known = sales.filter((sale) => weekOf(sale.endedOn) < endWeek);
  const firstWeek = known.reduce((first, { endedOn }) => Math.min(first, weekOf(endedOn)), endWeek);
  const weekCount = endWeek - firstWeek;
  const bySegment = new Map<SegmentId, Uint32Array>();
  for (const sale of known) {
    for (const segment of segmentsOf(sale.vehicle).slice(0, DEEPEST)) {
      const weeks = bySegment.get(segment) ?? new Uint32Array(weekCount);
      weeks[weekOf(sale.endedOn) - firstWeek]! += 1;
      bySegment.set(segment, weeks);
    }
  }
  return { firstWeek, weekCount, bySegment };
}

type SegmentWeeks = WeeklyCounts & { readonly weeks: Uint32Array };

/** Counts scatter with their size; their roots scatter alike (Anscombe 1948). */
function volumeEvents(segment: SegmentId, { firstWeek, weeks }: SegmentWeeks): readonly MarketEvent[] {
  const detector = createMovementDetector();
  return Array.from(weeks).flatMap((count, week): readonly MarketEvent[] => {
    const movement = detector.next({ timestamp: firstWeek + week, value: 2 * Math.sqrt(count + 3 / 8) });
    if (movement === null) return [];
    const levelOf = (root: number): number => Math.max(0, (root / 2) ** 2 - 1 / 8);
    const event = weekEvent(movement, { series: 'volume', segment, levelOf });
    return Math.max(event.levelBefore, event.levelSince) >= LEAST_SALES ? [event] : [];
  });
}

/** The share of a segment among the sales of the one above it, on the scale on which shares scatter alike. */
function mixEvents(segment: SegmentId, { firstWeek, weeks, bySegment }: SegmentWeeks): readonly MarketEvent[] {
  const parent = parentSegment(segment);
  const ofParent = parent === null ? undefined : bySegment.get(parent);
  if (ofParent === undefined) return [];
  const detector = createMovementDetector();
  return Array.from(weeks).flatMap((count, week): readonly MarketEvent[] => {
    const total = ofParent[week]!;
    if (total < LEAST_OF_PARENT) return [];
    const value = Math.asin(Math.sqrt(count / total));
    const movement = detector.next({ timestamp: firstWeek + week, value });
    if (movement === null) return [];
    const levelOf = (angle: number): number => Math.sin(Math.min(Math.PI / 2, Math.max(0, angle))) ** 2;
    const event = weekEvent(movement, { series: 'mix', segment, levelOf });
    return Math.max(event.levelBefore, event.levelSince) * total >= 1 ? [event] : [];
  });
}

function weekEvent(
  movement: LevelMovement,
  options: Pick<MarketEvent, 'series' | 'segment'> & { readonly levelOf: (value: number) => number },
): MarketEvent {
  const { levelOf, ...names } = options;
  const dayOf = (week: number): IsoDate => dayOfInstant(week * WEEK_DAYS * DAY_MS);
  return {
    ...names,
    direction: movement.direction,
    startedOn: dayOf(movement.startedAt),
    detectedOn: addDays(dayOf(movement.detectedAt), WEEK_DAYS - 1),
    levelBefore: levelOf(movement.levelBefore),
    levelSince: levelOf(movement.levelSince),
  };
}

/** Watches the monthly change of the level that was known at the time; an index without such levels is not watched. */
function indexEvents({ segment, points }: MarketIndex, asOf: IsoDate): readonly MarketEvent[] {
  if (segment.split('/').length > DEEPEST) return [];
  const detector = createMovementDetector({ level: 'stays', mostSurprise: 10 });
  return points.flatMap(({ month, realTimeLevel }, at): readonly MarketEvent[] => {
    const before = points[at - 1]?.realTimeLevel;
    const monthEnd = addDays(firstDayOf(addMonths(month, 1)), -1);
    if (before === undefined || realTimeLevel === undefined || monthEnd > asOf) return [];
    const movement = detector.next({ timestamp: at, value: Math.log(realTimeLevel / before) });
    if (movement === null) return [];
    const start = points[movement.startedAt - 1]!.realTimeLevel!;
    return [
      {
        series: 'index',
        segment,
        direction: movement.direction,
        startedOn: firstDayOf(points[movement.startedAt]!.month),
        detectedOn: monthEnd,
        levelBefore: 100,
        levelSince: (100 * realTimeLevel) / start,
      },
    ];
  });
}

/** Leaves of related movements the one that was told first, and of those of one day the widest segment. */
function oncePerEvent(found: readonly MarketEvent[]): readonly MarketEvent[] {
  const depth = ({ segment }: MarketEvent): number => segment.split('/').length;
  const size = ({ levelBefore, levelSince }: MarketEvent): number => Math.abs(levelSince - levelBefore);
  const ordered = found.toSorted(
    (left, right) =>
      (left.detectedOn < right.detectedOn ? -1 : left.detectedOn > right.detectedOn ? 1 : 0) ||
      depth(left) - depth(right) ||
      size(right) - size(left) ||
      (left.segment < right.segment ? -1 : 1),
  );
  const told: MarketEvent[] = [];
  for (const event of ordered) {
    const isTold = told.some((other) => isSameEvent(event, other));
    if (!isTold) told.push(event);
  }
  return told;
}

function isSameEvent(event: MarketEvent, told: MarketEvent): boolean {
  if (event.series !== told.series) return false;
  if (dayNumber(event.detectedOn) - dayNumber(told.detectedOn) > ONE_EVENT_DAYS) return false;
  // What one segment gains of its parent's sales the others lose.
  if (event.series === 'mix') return parentSegment(event.segment) === parentSegment(told.segment);
  const [wide, narrow] = [event.segment, told.segment].sort((left, right) => left.length - right.length);
  return event.direction === told.direction && (wide === narrow || narrow!.startsWith(`${wide!}/`));
}
