import type { Fact } from '../market/insight.ts';
import type { Claim, Claims, DirectionClaim } from './claim.ts';
import type { Direction } from './direction-words.ts';
import { STEADY_BELOW } from './render-fact.ts';
import type { Sentence } from './sentences.ts';
import { BLANK } from './text-mask.ts';
import { words } from './words.ts';

/** Words of movement, which may sum up the percentages of their sentence; words that compare may not. */
const MOVES = new Set(
  words(`
    rose rise rises risen rising gain gains gained gaining climb climbs climbed climbing increase increases increased
    increasing grew grow grows grown growing growth up upward upwards advance advanced appreciation appreciated
    fell falls fallen falling drop drops dropped dropping decline declines declined declining decrease decreases
    decreased decreasing down downward downwards slid slipped depreciation eased steady unchanged flat stable
  `),
);

/** Directions of a text, joined with the percentages they speak of. */
export interface GovernedDirections {
  readonly of: (claim: Claim) => DirectionClaim | null;
  readonly isUsed: (direction: DirectionClaim) => boolean;
  /** Directions that no percentage needs. */
  readonly loose: readonly DirectionClaim[];
}

/** Joins every change with the word that gives its direction: the nearest one in its clause. */
export function governDirections({ claims, directions, skeleton }: Claims): GovernedDirections {
  const byClaim = new Map<Claim, DirectionClaim>();
  const changes = claims.filter(({ reading }) => reading.kind === 'share' && !reading.isLevel);
  for (const claim of changes) {
    let nearest: DirectionClaim | null = null;
    let nearestDistance = Number.POSITIVE_INFINITY;
    for (const direction of directions) {
      const isBefore = direction.start < claim.start;
      const between = isBefore
        ? skeleton.slice(direction.end, claim.start)
        : skeleton.slice(claim.end, direction.start);
      // "Held steady (0.0%)" is one figure; other brackets part two.
      const isBroken = /[.,;:!?()\n]/.test(between.replace(/^ \($/, ''));
      if (isBroken || between.length >= nearestDistance) continue;
      // "7.5% in 12 months and fell 3.1%": a word after a figure is not its own where another figure is nearer.
      const isOthers =
        !isBefore && changes.some(({ start }) => start > direction.end && start - direction.end < between.length);
      if (isOthers || (isBefore && !isCarried(between, changes, { direction, claim }))) continue;
      nearest = direction;
      nearestDistance = between.length;
    }
    if (nearest !== null) byClaim.set(claim, nearest);
  }
  const used = new Set(byClaim.values());
  return {
    of: (claim) => byClaim.get(claim) ?? null,
    isUsed: (direction) => used.has(direction),
    loose: directions.filter((direction) => !used.has(direction)),
  };
}

/** Words over which a direction is carried from one figure to the next: "fell 4% in 12 months and 1% in 3 months". */
const CARRYING = new RegExp(
  `^(?:[\\s${BLANK}]|\\b(?:in|over|during|for|the|past|last|previous|and|then|by|a|further|of|respectively)\\b)*$`,
  'i',
);

function isCarried(
  between: string,
  changes: readonly Claim[],
  { direction, claim }: { readonly direction: DirectionClaim; readonly claim: Claim },
): boolean {
  const crossed = changes.findLast(({ start, end }) => start >= direction.end && end <= claim.start);
  return crossed === undefined || CARRYING.test(between.slice(crossed.end - direction.end));
}

/** Which way a change went. */
export function directionOf(value: number): Direction {
  return Math.abs(value) < STEADY_BELOW ? 0 : value > 0 ? 1 : -1;
}

/** Whether the direction that a reader takes from a percentage is that of the fact. */
export function fitsDirection(claim: Claim, fact: Fact, direction: DirectionClaim | null): boolean {
  if (claim.reading.kind !== 'share') return true;
  const value = Number(fact.value);
  const { sign, isLevel } = claim.reading;
  // How sure an interval is and how far something moved are never each other.
  if (isLevel ? fact.role === 'past' || fact.role === 'ahead' : fact.role === 'level') return false;
  if (isLevel) return value >= 0 && sign >= 0;
  if (sign !== 0 && Math.sign(value) !== sign) return false;
  if (direction === null) return value >= 0 || sign === -1;
  return directionOf(value) === direction.direction;
}

/**
 * Whether a direction without a figure of its own is stated by the sheet: by a fact that is a direction, or, for a word of
 * movement, by every change in its sentence.
 */
export function isStatedDirection(
  direction: DirectionClaim,
  context: {
    readonly sentence: Sentence;
    /** Proved claims with their facts. */
    readonly proved: ReadonlyMap<Claim, Fact>;
    readonly directionFacts: readonly Fact[];
    readonly text: string;
  },
): boolean {
  const { sentence, proved, directionFacts, text } = context;
  if (directionFacts.some(({ value }) => Number(value) === direction.direction)) return true;
  if (!MOVES.has(direction.text.toLowerCase()) || /^\s?(?:than|to|from)\b/.test(text.slice(direction.end)))
    return false;
  const changes = [...proved].filter(
    ([claim, fact]) =>
      fact.kind === 'share' &&
      claim.reading.kind === 'share' &&
      !claim.reading.isLevel &&
      claim.start >= sentence.start &&
      claim.end <= sentence.end &&
      (fact.role === 'past' || fact.role === 'ahead'),
  );
  // It announces the changes that follow; after them it would be a claim of its own.
  return (
    changes.some(([claim]) => claim.start > direction.start) &&
    changes.every(([, fact]) => directionOf(Number(fact.value)) === direction.direction)
  );
}
