/** A choice of options as the search sees it: numbers by position, rules as lists of positions. */
export interface SearchProblem {
  readonly costs: readonly number[];
  readonly values: readonly number[];
  readonly variances: readonly number[];
  readonly requires: readonly (readonly number[])[];
  readonly excludes: readonly (readonly number[])[];
  readonly budget: number;
  /** Variance of the car itself. */
  readonly baseVariance: number;
  /** How many standard deviations the objective lies above the mean: below 0 for a percentile below the median. */
  readonly z: number;
  /** Decided beforehand: 1 in, 0 out, -1 free. */
  readonly fixed: readonly (-1 | 0 | 1)[];
}

export interface SearchResult {
  readonly chosen: readonly boolean[];
  /** Sum of value less cost, plus z times the deviation of the whole. */
  readonly objective: number;
}

/** mean + z sqrt(variance): the objective of a finished choice. */
export function objectiveOf(problem: SearchProblem, chosen: readonly boolean[]): number {
  let mean = 0;
  let variance = problem.baseVariance;
  chosen.forEach((isIn, index) => {
    if (!isIn) return;
    mean += (problem.values[index] ?? 0) - (problem.costs[index] ?? 0);
    variance += problem.variances[index] ?? 0;
  });
  return mean + problem.z * Math.sqrt(variance);
}

/** True where a finished choice keeps rules and budget. */
export function isAllowed(problem: SearchProblem, chosen: readonly boolean[]): boolean {
  let cost = 0;
  for (let index = 0; index < chosen.length; index++) {
    if (problem.fixed[index] === (chosen[index] === true ? 0 : 1)) return false;
    if (chosen[index] !== true) continue;
    cost += problem.costs[index] ?? 0;
    if (problem.requires[index]?.some((other) => chosen[other] !== true) === true) return false;
    if (problem.excludes[index]?.some((other) => chosen[other] === true) === true) return false;
  }
  return cost <= problem.budget + 1e-9;
}

/**
 * The best allowed choice by depth-first branch and bound, or `null` where there is none. Exact: a branch is left only
 * where a bound proves that nothing in it is better. The bound relaxes the budget to fractions (Dantzig, 1957) over gains
 * that charge each option the least, or credit it the most, that it can add to the deviation of the whole; rules between
 * options are kept by deciding at once what a choice forces. Equal objectives go to the choice found first.
 */
export function searchSelection(problem: SearchProblem): SearchResult | null {
  const size = problem.costs.length;
  const state = new Int8Array(size).fill(-1);
  const order = branchingOrder(problem);
  const byEfficiency = Array.from({ length: size }, (_, index) => index);
  let best: SearchResult | null = null;
  const trail: number[] = [];

  /** Decides one option and all that follows from it. False where that breaks a rule. */
  function decide(index: number, isIn: 0 | 1): boolean {
    const queue: [number, 0 | 1][] = [[index, isIn]];
    for (let place = 0; place < queue.length; place++) {
      const [at, wanted] = queue[place] ?? [0, 0];
      const known = state[at];
      if (known === wanted) continue;
      if (known !== -1) return false;
      state[at] = wanted;
      trail.push(at);
      pushForced(queue, at, wanted);
    }
    return true;
  }

  function pushForced(queue: [number, 0 | 1][], at: number, wanted: 0 | 1): void {
    if (wanted === 1) {
      for (const other of problem.requires[at] ?? []) queue.push([other, 1]);
      for (const other of problem.excludes[at] ?? []) queue.push([other, 0]);
      for (let other = 0; other < size; other++)
        if (problem.excludes[other]?.includes(at) === true) queue.push([other, 0]);
    } else {
      for (let other = 0; other < size; other++)
        if (problem.requires[other]?.includes(at) === true) queue.push([other, 0]);
    }
  }

  function undo(mark: number): void {
    while (trail.length > mark) state[trail.pop() ?? 0] = -1;
  }

  /** No completion of the decided options is better than this. */
  function bound(): number {
    let mean = 0;
    let least = problem.baseVariance;
    let spent = 0;
    let free = 0;
    for (let index = 0; index < size; index++) {
      if (state[index] === 1) {
        mean += (problem.values[index] ?? 0) - (problem.costs[index] ?? 0);
        least += problem.variances[index] ?? 0;
        spent += problem.costs[index] ?? 0;
      } else if (state[index] === -1) free += problem.variances[index] ?? 0;
    }
    if (spent > problem.budget + 1e-9) return Number.NEGATIVE_INFINITY;
    let room = problem.budget - spent;
    let total = mean + problem.z * Math.sqrt(least);
    const gains = byEfficiency
      .filter((index) => state[index] === -1)
      .map((index) => ({ gain: bestGain(index, { least, free }), cost: problem.costs[index] ?? 0 }))
      .filter(({ gain }) => gain > 0)
      .sort((left, right) => right.gain * Math.max(left.cost, 1e-12) - left.gain * Math.max(right.cost, 1e-12));
    for (const { gain, cost } of gains) {
      if (cost <= room) {
        total += gain;
        room -= cost;
      } else {
        total += (gain * room) / cost;
        break;
      }
    }
    return total;
  }

  /** The most that a free option can add: its deviation weighs least beside the largest variance that can be chosen. */
  function bestGain(index: number, { least, free }: { readonly least: number; readonly free: number }): number {
    const variance = problem.variances[index] ?? 0;
    const beside = problem.z < 0 ? Math.max(least, least + free - variance) : least;
    const share = problem.z * (Math.sqrt(beside + variance) - Math.sqrt(beside));
    return (problem.values[index] ?? 0) - (problem.costs[index] ?? 0) + share;
  }

  function branch(): void {
    const limit = bound();
    if (limit === Number.NEGATIVE_INFINITY || (best !== null && limit <= best.objective + 1e-9)) return;
    const next = order.find((index) => state[index] === -1);
    if (next === undefined) {
      const chosen = Array.from(state, (value) => value === 1);
      const objective = objectiveOf(problem, chosen);
      if (best === null || objective > best.objective) best = { chosen, objective };
      return;
    }
    for (const isIn of [1, 0] as const) {
      const mark = trail.length;
      if (decide(next, isIn)) branch();
      undo(mark);
    }
  }

  if (problem.fixed.every((isIn, index) => isIn === -1 || decide(index, isIn))) branch();
  return best;
}

/** Clear choices first: what gains or loses most decides the rest soonest. */
function branchingOrder(problem: SearchProblem): readonly number[] {
  const gain = (index: number): number => (problem.values[index] ?? 0) - (problem.costs[index] ?? 0);
  return problem.costs
    .map((_, index) => index)
    .sort(
      (left, right) =>
        gain(right) / Math.max(1, problem.costs[right] ?? 1) - gain(left) / Math.max(1, problem.costs[left] ?? 1) ||
        left - right,
    );
}
