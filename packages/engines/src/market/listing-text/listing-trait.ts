/** What a listing's words may say of a car beside its options. */
export const LISTING_TRAITS = [
  'accident',
  'salvage',
  'flood',
  'owners',
  'service-history',
  'paperwork',
  'matching-numbers',
  'modified',
  'original-paint',
  'repainted',
  'rust',
  'true-mileage',
  'fault',
  'condition',
] as const;

export type ListingTrait = (typeof LISTING_TRAITS)[number];

/** Conditions from worst to best, as sellers claim them; never a grade that somebody measured. */
export const STATED_CONDITIONS = ['project', 'fair', 'good', 'excellent', 'as-new'] as const;

export type StatedCondition = (typeof STATED_CONDITIONS)[number];

/** True or false for what a car has or has not, a count for `owners`, a word for `condition`. */
export type TraitValue = boolean | number | StatedCondition;

/** Most owners that a text is believed to name. */
export const MOST_OWNERS = 20;

/** True where the value is one that the trait can have. */
export function isTraitValue(trait: ListingTrait, value: unknown): value is TraitValue {
  if (trait === 'owners') return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MOST_OWNERS;
  if (trait === 'condition') return STATED_CONDITIONS.some((condition) => condition === value);
  return typeof value === 'boolean';
}
