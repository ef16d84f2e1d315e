import type { Vehicle } from './vehicle.ts';

/**
 * A segment is a path of slugs from make to trim, such as `porsche/911/992.1/gt3`. Its parents are its prefixes, so a
 * thin segment borrows from `porsche/911/992.1`, then `porsche/911`, then `porsche`. An unknown level in the middle of
 * the path is written `-`.
 */
export type SegmentId = string;

/** A market has few makes, models and colours, and many cars: slugs are kept, up to this many. */
const MOST_KEPT_SLUGS = 10_000;
const keptSlugs = new Map<string, string>();

/** Lower-case letters, digits and dots joined by hyphens: `GT3 RS` becomes `gt3-rs`. Empty for `null`. */
export function slug(text: string | null): string {
  if (text === null || text === '') return '';
  const kept = keptSlugs.get(text);
  if (kept !== undefined) return kept;
  if (keptSlugs.size >= MOST_KEPT_SLUGS) keptSlugs.clear();
  const made = makeSlug(text);
  keptSlugs.set(text, made);
  return made;
}

function makeSlug(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** All segments a car belongs to, from the make (first) to the most specific one that is known (last). */
export function segmentsOf(vehicle: Pick<Vehicle, 'make' | 'model' | 'generation' | 'trim'>): readonly SegmentId[] {
  const levels = [slug(vehicle.make), slug(vehicle.model), slug(vehicle.generation), slug(vehicle.trim)];
  while (levels.length > 1 && levels[levels.length - 1] === '') levels.pop();
  const path = levels.map((level) => (level === '' ? '-' : level));
  return path.map((_, index) => path.slice(0, index + 1).join('/'));
}

/** The most specific segment of a car. */
export function segmentOf(vehicle: Pick<Vehicle, 'make' | 'model' | 'generation' | 'trim'>): SegmentId {
  return segmentsOf(vehicle).at(-1) ?? '-';
}

/** The next wider segment, or `null` for a make. */
export function parentSegment(segment: SegmentId): SegmentId | null {
  const end = segment.lastIndexOf('/');
  return end < 0 ? null : segment.slice(0, end);
}
