import { fitShifts, type VerdictRow } from './fit-shifts.ts';
import { PREFERENCE_GROUPS, type PreferenceGroup } from './preference-facts.ts';

/** Standard deviations of the shifts of a reviewer who sees it otherwise, on the scale of log odds. */
const USUAL_SPREADS: Readonly<Record<PreferenceGroup, number>> = {
  all: 0.7,
  score: 0.25,
  cause: 2,
  type: 1.5,
  line: 1.2,
  direction: 1,
  deviation: 1,
  amount: 1,
};
/** Multiples of them that are weighed: from a reviewer whom the fact leaves cold to one with a strong opinion. */
const MULTIPLES = [0.1, 0.25, 0.5, 1, 1.7, 2.5] as const;
const FIRST_MULTIPLE = 0.5;
const ROUNDS = 2;
/** So many verdicts say which facts matter; of more a part is taken, evenly. */
const MOST_ROWS = 400;

/**
 * Chooses, group by group, how far shifts may lie from zero: the multiple under which the verdicts are likeliest (empirical
 * Bayes by Laplace's approximation). Facts that the reviewer does not judge by stay where they were, and a reviewer who
 * agrees with the default hardly moves it. `groups` has the group of each shift.
 */
export function chooseSpreads(rows: readonly VerdictRow[], groups: readonly PreferenceGroup[]): Float64Array {
  const every = Math.max(1, Math.ceil(rows.length / MOST_ROWS));
  const some = rows.filter((_, index) => index % every === 0);
  const multiples = new Map<PreferenceGroup, number>(PREFERENCE_GROUPS.map((group) => [group, FIRST_MULTIPLE]));
  const spreadsWith = (changed: PreferenceGroup | null, multiple: number): Float64Array =>
    Float64Array.from(groups, (group) => USUAL_SPREADS[group] * (group === changed ? multiple : multiples.get(group)!));
  let best = fitShifts(some, { spreads: spreadsWith(null, FIRST_MULTIPLE) });
  for (let round = 0; round < ROUNDS; round++) {
    for (const group of PREFERENCE_GROUPS) {
      let chosen = multiples.get(group)!;
      for (const multiple of MULTIPLES) {
        if (multiple === multiples.get(group)) continue;
        const found = fitShifts(some, { spreads: spreadsWith(group, multiple), start: best.shifts });
        if (found.logEvidence > best.logEvidence) [best, chosen] = [found, multiple];
      }
      multiples.set(group, chosen);
    }
  }
  return spreadsWith(null, FIRST_MULTIPLE);
}
