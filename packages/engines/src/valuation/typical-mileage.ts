import { median } from '../statistics/quantile.ts';

/** Sales of an age below which its typical mileage is that of the nearest age with so many. */
const FEWEST_SALES = 10;
const OLDEST = 30;

/** Typical miles of cars by whole years of age, from new to 30 years and older; empty where no sale knows its mileage. */
export type TypicalMileage = readonly number[];

/**
 * Learns the median mileage at each age, never falling with age. A car of unknown mileage is valued as one that has
 * been driven as others of its age: the mean of all cars would make a new car an old one.
 */
export function learnTypicalMileage(
  cars: Iterable<{ readonly ageYears: number; readonly miles: number }>,
): TypicalMileage {
  const byAge = Array.from({ length: OLDEST + 1 }, (): number[] => []);
  for (const { ageYears, miles } of cars) {
    if (Number.isFinite(ageYears) && Number.isFinite(miles)) byAge[Math.min(OLDEST, Math.round(ageYears))]!.push(miles);
  }
  const known = byAge.flatMap((miles, age) =>
    miles.length >= FEWEST_SALES ? [{ age, miles: Math.round(median(miles)) }] : [],
  );
  if (known.length === 0) {
    const all = byAge.flat();
    return all.length === 0 ? [] : byAge.map(() => Math.round(median(all)));
  }
  let highest = 0;
  return byAge.map((_, age) => {
    let nearest = known[0]!;
    for (const entry of known) if (Math.abs(entry.age - age) < Math.abs(nearest.age - age)) nearest = entry;
    highest = Math.max(highest, nearest.miles);
    return highest;
  });
}

/** The typical miles at an age, straight between whole years; NaN where age or curve is unknown. */
export function typicalMilesAt(typical: TypicalMileage, ageYears: number): number {
  if (typical.length === 0 || !Number.isFinite(ageYears)) return Number.NaN;
  const position = Math.min(typical.length - 1, Math.max(0, ageYears));
  const below = Math.floor(position);
  const above = Math.min(typical.length - 1, below + 1);
  return typical[below]! + (position - below) * (typical[above]! - typical[below]!);
}
