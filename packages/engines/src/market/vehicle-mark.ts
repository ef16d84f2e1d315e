/** Marks that a vehicle may carry, in the order in which a vehicle lists them. */
export const VEHICLE_MARKS = [
  'one-owner',
  'long-owned',
  'low-mileage',
  'no-reserve',
  'charity',
  'european-market',
  'japanese-market',
  'right-hand-drive',
  'special-colour',
  'individual-order',
  'anniversary',
  'limited-edition',
  'weissach',
  'touring',
  'lightweight',
  'club-sport',
  'sport-package',
  'competition-package',
  'power-kit',
  'wide-body',
  'slant-nose',
  'sunroof',
  'hardtop',
  'tuned',
  'modified',
  'backdated',
  'tribute',
  'engine-swap',
  'replacement-engine',
  'gearbox-swap',
  'body-conversion',
  'turbocharged',
  'supercharged',
  'rally-car',
  'race-car',
  'track-car',
  'prototype',
  'project',
  'salvage',
  'part',
] as const;

/**
 * What sets one car apart from others of its trim, for better or worse: `tribute` is a copy or the look of another
 * trim, `special-colour` paint to sample, `tuned` the work of a known tuner, whose name
 * stays in the unknown words. A `part` is no car at all: wheels, an engine, a brochure that is sold beside cars.
 */
export type VehicleMark = (typeof VEHICLE_MARKS)[number];
