import { rateInterval } from '../inference/binomial.ts';
import type { BaselineComparison, CaseResult, PromptTestRun } from './prompt-test-run.ts';

/**
 * Whether a run is good enough for a protected label. It fails where it is shown to be worse than the baseline or to pass
 * less often than required. It passes where every case passes, or where a rate of at least what is required is shown at
 * 95 % one-sided. All else is inconclusive, and does not pass: few cases prove little.
 */
export function judgeRun(
  cases: readonly CaseResult[],
  options: { readonly requiredPassRate: number; readonly comparison: BaselineComparison | null },
): Pick<PromptTestRun, 'outcome' | 'reason'> {
  const { requiredPassRate, comparison } = options;
  const passed = cases.filter((result) => result.passed).length;
  const rate = `${passed} of ${cases.length} cases pass`;
  if (cases.length === 0) return { outcome: 'inconclusive', reason: 'There is no case: give at least one.' };
  if (comparison?.verdict === 'worse') {
    return { outcome: 'failed', reason: `${rate}, and it is worse than the baseline beyond chance.` };
  }
  if (passed === cases.length) return { outcome: 'passed', reason: `${rate}.` };
  // Both one-sided bounds at 95 %.
  const { lower, upper } = rateInterval(passed, cases.length, { confidenceLevel: 0.9 });
  const required = `${Math.round(requiredPassRate * 1000) / 10} %`;
  if (upper < requiredPassRate)
    return { outcome: 'failed', reason: `${rate}, which is less than ${required} beyond chance.` };
  if (lower >= requiredPassRate)
    return { outcome: 'passed', reason: `${rate}, which is at least ${required} beyond chance.` };
  return { outcome: 'inconclusive', reason: `${rate}: that shows neither more nor less than ${required}; add cases.` };
}
