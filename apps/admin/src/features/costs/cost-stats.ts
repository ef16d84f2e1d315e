import type { BudgetState, Costs } from '../../api/answers.ts';
import type { Stat } from '../../components/stat-card.tsx';
import { day } from '../../format/calendar.ts';
import { nanoDollars } from '../../format/nano-dollars.ts';
import { percent } from '../../format/percent.ts';
import { countOf } from '../../format/quantity.ts';

/** The figures at the top of the page. */
export function costStats(costs: Costs): readonly Stat[] {
  const { ofToday, ofPeriod, forecast, savings, savedNanoUsd, budgets, from, to } = costs;
  return [
    {
      label: 'Spent today',
      value: nanoDollars(ofToday.totalNanoUsd),
      note: withUnpriced(countOf(ofToday.callCount, 'call'), ofToday.unpricedCallCount),
    },
    {
      label: 'Spent in the period',
      value: nanoDollars(ofPeriod.totalNanoUsd),
      note: withUnpriced(`${day(from)} – ${day(to)}`, ofPeriod.unpricedCallCount),
    },
    {
      label: 'Forecast of the month',
      value: forecast.expectedNanoUsd === null ? null : nanoDollars(forecast.expectedNanoUsd),
      note: forecastNote(costs, strictestOf(budgets)),
      tone: isOverBudget(costs, strictestOf(budgets)) ? 'loss' : 'neutral',
    },
    {
      label: 'Saved in the period',
      value: nanoDollars(savedNanoUsd),
      note:
        savings.length === 0
          ? 'Nothing was saved yet'
          : `By ${savings.map(({ kind }) => savingName(kind).toLowerCase()).join(', ')}`,
    },
  ];
}

const SAVING_NAMES: Readonly<Record<string, string>> = {
  'answer-cache': 'Answer cache',
  'prompt-cache': 'Prompt cache',
  batch: 'Batch rate',
  template: 'Templates',
  'model-choice': 'Choice of models',
};

/** What saved money, for people. */
export function savingName(kind: string): string {
  return SAVING_NAMES[kind] ?? kind;
}

function withUnpriced(note: string, unpriced: number): string {
  return unpriced === 0 ? note : `${note}, ${unpriced} without a price`;
}

/** The budget of a calendar month that counts everything; the smallest where there are several. */
function strictestOf(budgets: readonly BudgetState[]): BudgetState | null {
  const whole = budgets.filter(({ budget }) => budget.scope.kind === 'global' && budget.window.period === 'month');
  return (
    whole.toSorted((left, right) =>
      BigInt(left.budget.limitNanoUsd) < BigInt(right.budget.limitNanoUsd) ? -1 : 1,
    )[0] ?? null
  );
}

function forecastNote({ forecast }: Costs, budget: BudgetState | null): string {
  const { lowerNanoUsd, upperNanoUsd, confidenceLevel, foundDays, neededDays } = forecast;
  if (lowerNanoUsd === null || upperNanoUsd === null) {
    return `${countOf(foundDays, 'whole day')} of calls, needs ${neededDays ?? 7}`;
  }
  const range = `${nanoDollars(lowerNanoUsd)} – ${nanoDollars(upperNanoUsd)} (${percent(confidenceLevel ?? 0)})`;
  return budget === null ? range : `${range} of ${nanoDollars(budget.budget.limitNanoUsd)}`;
}

function isOverBudget({ forecast }: Costs, budget: BudgetState | null): boolean {
  if (budget === null || forecast.expectedNanoUsd === null) return false;
  return BigInt(forecast.expectedNanoUsd) > BigInt(budget.budget.limitNanoUsd);
}
