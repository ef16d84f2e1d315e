import type { PriceBook } from '../prices/price-book.ts';
import { checkWorkload } from './check-workload.ts';
import { type Levers, type SimulatedMonth, simulateMonth } from './simulate-month.ts';
import type { Workload } from './workload.ts';

export type Lever = keyof Levers;

/** Levers in the order in which they are pulled. */
export const LEVERS: readonly Lever[] = ['modelSelection', 'answerCache', 'templates', 'batch', 'promptCache'];

const NONE: Levers = {
  modelSelection: false,
  answerCache: false,
  templates: false,
  batch: false,
  promptCache: false,
};
const ALL: Levers = { modelSelection: true, answerCache: true, templates: true, batch: true, promptCache: true };

export interface LeverEffect {
  readonly lever: Lever;
  /** The month with this lever alone, nano-dollars. */
  readonly aloneNanoUsd: number;
  /** The month with this lever and those before it. */
  readonly pulledNanoUsd: number;
  /** The month with every lever but this one. */
  readonly leftOutNanoUsd: number;
}

/** A workload on one pairing of models: without any lever, with each, and with all. */
export interface SimulatedPairing {
  readonly pairing: string;
  readonly withNothing: SimulatedMonth;
  readonly withEverything: SimulatedMonth;
  readonly levers: readonly LeverEffect[];
}

/** Prices a workload on each of its pairings and says what every lever saves. Bad figures are `invalid-workload`. */
export function simulateLevers(
  workload: Workload,
  options: { readonly priceBook: PriceBook; readonly at: number },
): readonly SimulatedPairing[] {
  checkWorkload(workload);
  return workload.pairings.map((pairing) => {
    const month = (levers: Levers) => simulateMonth(workload, { ...options, pairing, levers });
    let pulled = NONE;
    const levers = LEVERS.map((lever): LeverEffect => {
      pulled = { ...pulled, [lever]: true };
      return {
        lever,
        aloneNanoUsd: month({ ...NONE, [lever]: true }).nanoUsd,
        pulledNanoUsd: month(pulled).nanoUsd,
        leftOutNanoUsd: month({ ...ALL, [lever]: false }).nanoUsd,
      };
    });
    return { pairing: pairing.name, withNothing: month(NONE), withEverything: month(ALL), levers };
  });
}
