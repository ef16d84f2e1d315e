import { InvalidInputError } from '../../errors.ts';
import { normalQuantile } from '../../statistics/normal-distribution.ts';
import { type SearchProblem, searchSelection } from './search-selection.ts';
import type {
  AvailableOption,
  ImpossibleSelection,
  OptionSelection,
  SelectionEntry,
  SelectionReason,
  SelectionSettings,
} from './selection-problem.ts';

const MOST_OPTIONS = 200;

/**
 * The options to order: exactly the choice that maximises the 20th percentile of the resale value less what is paid,
 * within the budget and the rules. `basePrice` is what the car without options will fetch. Values are taken as normal and
 * independent of each other. Each option comes back with the reason why it is in or out and with what the opposite choice
 * would lose.
 *
 * @example
 * optimizeOptionSelection(90_000, [{ code: 'pccb', cost: 9_210, expectedValue: 5_100, valueDeviation: 900 }]);
 */
export function optimizeOptionSelection(
  basePrice: number,
  availableOptions: readonly AvailableOption[],
  settings: SelectionSettings = {},
): OptionSelection | ImpossibleSelection {
  const percentile = settings.percentile ?? 0.2;
  checkInput(basePrice, { availableOptions, settings, percentile });
  const positions = new Map(availableOptions.map((option, index) => [option.code, index]));
  const fixed = availableOptions.map(({ code, requires = [] }): -1 | 0 | 1 => {
    if (settings.mustHave?.includes(code) === true) return 1;
    if (settings.neverChoose?.includes(code) === true) return 0;
    return requires.every((other) => positions.has(other)) ? -1 : 0;
  });
  const toPositions = (codes: readonly string[] | undefined): readonly number[] =>
    (codes ?? []).flatMap((code) => positions.get(code) ?? []);
  const problem: SearchProblem = {
    costs: availableOptions.map((option) => option.cost),
    values: availableOptions.map((option) => option.expectedValue),
    variances: availableOptions.map((option) => option.valueDeviation ** 2),
    requires: availableOptions.map((option) => toPositions(option.requires)),
    excludes: availableOptions.map((option) => toPositions(option.excludes)),
    budget: settings.budget ?? Number.POSITIVE_INFINITY,
    baseVariance: ((settings.baseDeviation ?? 0.1) * basePrice) ** 2,
    z: normalQuantile(percentile),
    fixed,
  };
  const best = searchSelection(problem);
  if (best === null) {
    return {
      status: 'impossible',
      reason: 'what must be had breaks the budget, or the rules between the options given',
    };
  }
  const none = problem.z * Math.sqrt(problem.baseVariance);
  const chosen = availableOptions.filter((_, index) => best.chosen[index] === true);
  const cost = sum(chosen.map((option) => option.cost));
  return {
    status: 'ok',
    chosen: chosen.map((option) => option.code),
    cost,
    expectedValue: sum(chosen.map((option) => option.expectedValue)),
    resale: basePrice + best.objective + cost,
    objective: best.objective,
    gain: best.objective - none,
    options: availableOptions.map((option, index): SelectionEntry => {
      const isIn = best.chosen[index] === true;
      return {
        code: option.code,
        name: option.name ?? option.code,
        chosen: isIn,
        reason: reasonOf(index, { option, problem, chosen: best.chosen, settings }),
        regret: regretOf(index, { problem, isIn, objective: best.objective }),
      };
    }),
  };
}

function regretOf(
  index: number,
  { problem, isIn, objective }: { readonly problem: SearchProblem; readonly isIn: boolean; readonly objective: number },
): number | null {
  if (problem.fixed[index] !== -1) return null;
  const turned = searchSelection({
    ...problem,
    fixed: problem.fixed.map((value, at) => (at === index ? (isIn ? 0 : 1) : value)),
  });
  return turned === null ? null : Math.max(0, objective - turned.objective);
}

function reasonOf(
  index: number,
  given: {
    readonly option: AvailableOption;
    readonly problem: SearchProblem;
    readonly chosen: readonly boolean[];
    readonly settings: SelectionSettings;
  },
): SelectionReason {
  const { option, problem, chosen, settings } = given;
  const isChosen = (at: number): boolean => chosen[at] === true;
  const gain = gainBeside(index, { problem, chosen });
  if (isChosen(index)) {
    if (settings.mustHave?.includes(option.code) === true) return 'must have';
    return gain < 0 ? 'required by another' : 'worth its cost';
  }
  if (settings.neverChoose?.includes(option.code) === true) return 'never wanted';
  if (gain <= 0) return 'not worth its cost';
  if (problem.excludes[index]?.some(isChosen) === true) return 'excluded by a better choice';
  if (problem.excludes.some((others, at) => isChosen(at) && others.includes(index)))
    return 'excluded by a better choice';
  const known = problem.requires[index] ?? [];
  if (known.length < (option.requires?.length ?? 0) || known.some((at) => !isChosen(at)))
    return 'needs what is not chosen';
  return 'budget';
}

/** What the option adds to the objective beside all others that are chosen. */
function gainBeside(
  index: number,
  { problem, chosen }: { readonly problem: SearchProblem; readonly chosen: readonly boolean[] },
): number {
  let variance = problem.baseVariance;
  chosen.forEach((isIn, other) => {
    if (isIn && other !== index) variance += problem.variances[other] ?? 0;
  });
  const wider = Math.sqrt(variance + (problem.variances[index] ?? 0));
  return (problem.values[index] ?? 0) - (problem.costs[index] ?? 0) + problem.z * (wider - Math.sqrt(variance));
}

function checkInput(
  basePrice: number,
  given: {
    readonly availableOptions: readonly AvailableOption[];
    readonly settings: SelectionSettings;
    readonly percentile: number;
  },
): void {
  const { availableOptions, settings, percentile } = given;
  if (!(basePrice > 0 && Number.isFinite(basePrice)))
    throw new InvalidInputError('The base price must be an amount above 0.');
  if (!(percentile > 0 && percentile < 1))
    throw new InvalidInputError('The percentile must lie between 0 and 1, such as 0.2.');
  if (settings.budget !== undefined && !(settings.budget >= 0))
    throw new InvalidInputError('The budget must be 0 or more.');
  if (availableOptions.length > MOST_OPTIONS) {
    throw new InvalidInputError(
      `${availableOptions.length} options are too many to choose from: give ${MOST_OPTIONS} or fewer.`,
    );
  }
  const codes = new Set<string>();
  for (const { code, cost, expectedValue, valueDeviation } of availableOptions) {
    if (codes.has(code)) throw new InvalidInputError(`The option "${code}" is given twice.`);
    codes.add(code);
    if (!(cost >= 0 && Number.isFinite(cost)))
      throw new InvalidInputError(`The cost of "${code}" must be an amount of 0 or more.`);
    if (!Number.isFinite(expectedValue))
      throw new InvalidInputError(`The expected value of "${code}" must be a number.`);
    if (!(valueDeviation >= 0 && Number.isFinite(valueDeviation))) {
      throw new InvalidInputError(`The deviation of the value of "${code}" must be 0 or more.`);
    }
  }
  for (const code of settings.mustHave ?? []) {
    if (!codes.has(code)) throw new InvalidInputError(`"${code}" must be had but is not among the options given.`);
    if (settings.neverChoose?.includes(code) === true) {
      throw new InvalidInputError(`"${code}" both must be had and is never wanted: take it out of one of the two.`);
    }
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0);
}
