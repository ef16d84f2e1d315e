import type { ExperimentVerdict, MetricEffect, PromptTestSummary } from '../../api/answers.ts';
import type { TagTone } from '../../components/tag.tsx';
import { percent } from '../../format/percent.ts';

export const OUTCOME_TONES: Readonly<Record<PromptTestSummary['outcome'], TagTone>> = {
  passed: 'green',
  failed: 'red',
  inconclusive: 'yellow',
};

export const VERDICT_TONES: Readonly<Record<ExperimentVerdict, TagTone>> = {
  win: 'green',
  lose: 'red',
  equivalent: 'blue',
  continue: 'neutral',
};

export const VERDICT_NAMES: Readonly<Record<ExperimentVerdict, string>> = {
  win: 'Win',
  lose: 'Lose',
  equivalent: 'Equivalent',
  continue: 'Continue',
};

/** A name of a prompt, such as `market_summary`, as words. */
export function promptTitle(type: string): string {
  const words = type.replaceAll(/[_.-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A value of a metric: rates in per cent, other means with three digits. */
export function metricValue(value: number, kind: 'rate' | 'mean'): string {
  return kind === 'rate'
    ? percent(value, { digits: 1 })
    : new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 }).format(value);
}

/** An effect with its bounds, such as `+4.0 (+1.2 to +6.9) points`; what has no bound yet says so. */
export function effectText(effect: MetricEffect, kind: 'rate' | 'mean'): string {
  const { estimate, lower, upper } = effect;
  if (estimate === null) return 'No values yet';
  const number = new Intl.NumberFormat(
    'en-US',
    kind === 'rate'
      ? { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' }
      : { maximumSignificantDigits: 3, signDisplay: 'exceptZero' },
  );
  const scale = kind === 'rate' ? 100 : 1;
  const text = (value: number) => number.format(value * scale);
  const unit = kind === 'rate' ? ' points' : '';
  if (lower === null || upper === null) return `${text(estimate)}${unit}, no bounds yet`;
  return `${text(estimate)} (${text(lower)} to ${text(upper)})${unit}`;
}
