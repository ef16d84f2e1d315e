import type { NotEnoughData } from '../market/not-enough-data.ts';
import { optimizeOptionSelection } from '../options/selection/optimize-option-selection.ts';
import type {
  AvailableOption,
  ImpossibleSelection,
  OptionSelection,
  SelectionSettings,
} from '../options/selection/selection-problem.ts';
import { analyzeOptionLadder, type OptionValueLadder } from '../options/values/analyze-option-ladder.ts';
import { analyzeOptionValue, type OptionValueMarket } from '../options/values/analyze-option-value.ts';
import type { OptionValue } from '../options/values/option-value.ts';

/** A choice among options, as plain data that can be sent to another thread. */
export interface OptionChoiceProblem {
  readonly basePrice: number;
  readonly available: readonly AvailableOption[];
  readonly settings: SelectionSettings;
}

/**
 * Where the seconds of a ladder are computed. The default works in the calling thread; a server hands over one that works
 * in a worker thread, so that it goes on answering. Equal questions give equal answers.
 */
export interface OptionComputer {
  ladder(market: OptionValueMarket): Promise<OptionValueLadder>;
  value(question: { readonly market: OptionValueMarket; readonly code: string }): Promise<OptionValue | NotEnoughData>;
  choice(problem: OptionChoiceProblem): Promise<OptionSelection | ImpossibleSelection>;
}

/** Computes in the calling thread. */
export const optionComputer: OptionComputer = {
  ladder: async (market) => analyzeOptionLadder(market),
  value: async ({ market, code }) => analyzeOptionValue(market, code),
  choice: async ({ basePrice, available, settings }) => optimizeOptionSelection(basePrice, available, settings),
};
