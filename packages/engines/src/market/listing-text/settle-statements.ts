import type { ListingReading, TraitStatement } from './listing-reading.ts';
import { LISTING_TRAITS, type ListingTrait, STATED_CONDITIONS, type TraitValue } from './listing-trait.ts';

/** What counts as worse, for a seller says good things sooner than bad ones. */
const WORSE: Readonly<Partial<Record<ListingTrait, boolean>>> = {
  accident: true,
  salvage: true,
  flood: true,
  modified: true,
  repainted: true,
  rust: true,
  fault: true,
  'matching-numbers': false,
  'service-history': false,
  'original-paint': false,
  'true-mileage': false,
  paperwork: true,
};

/** One value a trait: the longer of two wordings at one place, and the worse of what a text says at several places. */
export function settleStatements(found: readonly TraitStatement[]): Pick<ListingReading, 'traits' | 'statements'> {
  const apart = found.filter(
    (statement) =>
      !found.some(
        (other) =>
          other !== statement &&
          other.trait === statement.trait &&
          other.start <= statement.start &&
          other.end >= statement.end &&
          other.end - other.start > statement.end - statement.start,
      ),
  );
  const traits: Partial<Record<ListingTrait, TraitValue>> = {};
  for (const trait of LISTING_TRAITS) {
    const values = apart.filter((statement) => statement.trait === trait).map(({ value }) => value);
    const [first] = values;
    if (first === undefined) continue;
    traits[trait] = values.reduce((worst, value) => worse(trait, worst, value), first);
  }
  // An original paint with one panel done again is a repaint, and no original paint.
  if (traits.repainted === true) delete traits['original-paint'];
  const statements = apart
    .filter(({ trait, value }) => traits[trait] === value)
    .toSorted((left, right) => left.start - right.start || left.end - right.end);
  return { traits, statements };
}

function worse(trait: ListingTrait, left: TraitValue, right: TraitValue): TraitValue {
  if (typeof left === 'number' && typeof right === 'number') return Math.max(left, right);
  if (typeof left === 'string' && typeof right === 'string') {
    return STATED_CONDITIONS.indexOf(left) <= STATED_CONDITIONS.indexOf(right) ? left : right;
  }
  return left === WORSE[trait] ? left : right;
}
