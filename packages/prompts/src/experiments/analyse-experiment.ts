import { sampleRatio } from '../inference/sample-ratio.ts';
import type {
  ArmComparison,
  ExperimentAnalysis,
  GuardrailEffect,
  MetricEffect,
  Verdict,
} from './experiment-analysis.ts';
import type { Experiment, ExperimentMetric } from './experiment.ts';
import type { ExperimentStore, UnitValue } from './experiment-store.ts';
import { gainOf, metricEffect } from './metric-effect.ts';

const DEFAULT_CONFIDENCE = 0.95;
const DEFAULT_MINIMUM_UNITS = 100;
/** What of the chance of error guardrails take, all together; without any the primary metric has it all. */
const GUARDRAIL_SHARE = 0.2;

/**
 * Judges an experiment as it stands. It may be called at any time and as often as one likes: of 100 experiments whose arms
 * do the same, no more than `1 - confidenceLevel` ever show `win` or `lose`.
 */
export async function analyseExperiment(
  experiment: Experiment,
  options: { readonly store: Pick<ExperimentStore, 'counts' | 'values'>; readonly at: number },
): Promise<ExperimentAnalysis> {
  const { store, at } = options;
  const { key: experimentKey, arms, primary, proxy, guardrails = [] } = experiment;
  const { arms: counted, crossed } = await store.counts(experimentKey);
  const totalWeight = arms.reduce((sum, { weight }) => sum + weight, 0);
  const units = arms.map(({ name, weight }) => ({ arm: name, count: counted[name] ?? 0, share: weight / totalWeight }));
  const ratio = sampleRatio(units);
  const valuesOf = (metric: ExperimentMetric) => store.values({ experimentKey, metric: metric.name });
  const [primaryValues, proxyValues, ...guardrailValues] = await Promise.all([
    valuesOf(primary),
    proxy === undefined ? [] : valuesOf(proxy),
    ...guardrails.map(valuesOf),
  ]);
  const [control, ...others] = arms;
  // Every arm is one more chance to be wrong.
  const error = (1 - (experiment.confidenceLevel ?? DEFAULT_CONFIDENCE)) / others.length;
  const primaryLevel = 1 - error * (guardrails.length === 0 ? 1 : 1 - GUARDRAIL_SHARE);
  const guardrailLevel = 1 - (error * GUARDRAIL_SHARE) / Math.max(1, guardrails.length);
  const comparisons = others.map(({ name: arm, weight }): ArmComparison => {
    const effectOf = (values: readonly UnitValue[], metric: ExperimentMetric, confidenceLevel: number) =>
      metricEffect(values, {
        metric,
        control: control!.name,
        arm,
        armShare: weight / (weight + control!.weight),
        confidenceLevel,
        at,
      });
    const primaryEffect = effectOf(primaryValues, primary, primaryLevel);
    const proxyEffect = proxy === undefined ? null : effectOf(proxyValues, proxy, primaryLevel);
    const guardrailEffects = guardrails.map((guardrail, index): GuardrailEffect => {
      const effect = effectOf(guardrailValues[index]!, guardrail, guardrailLevel);
      const { margin } = guardrail;
      const gain = gainOf(effect, guardrail.better);
      const status = gain.lower > -margin ? 'non-inferior' : gain.upper < -margin ? 'harmed' : 'unclear';
      return { ...effect, margin, status };
    });
    const minimumUnits = experiment.minimumUnits ?? DEFAULT_MINIMUM_UNITS;
    const isKnown = primaryEffect.units >= 2 * minimumUnits;
    const useProxy = !isKnown && proxy !== undefined && proxyEffect !== null;
    return {
      arm,
      ...judge({
        effect: useProxy ? proxyEffect : primaryEffect,
        metric: useProxy ? proxy : primary,
        equivalenceMargin: useProxy ? undefined : experiment.equivalenceMargin,
        guardrails: guardrailEffects,
        minimumUnits,
        mismatch: ratio.mismatch,
      }),
      basis: useProxy ? 'proxy' : 'primary',
      primary: primaryEffect,
      proxy: proxyEffect,
      guardrails: guardrailEffects,
    };
  });
  return { experimentKey, analysedAt: at, units, crossedCount: crossed, sampleRatio: ratio, comparisons };
}

function judge(options: {
  readonly effect: MetricEffect;
  readonly metric: ExperimentMetric;
  readonly equivalenceMargin: number | undefined;
  readonly guardrails: readonly GuardrailEffect[];
  readonly minimumUnits: number;
  readonly mismatch: boolean;
}): { readonly verdict: Verdict; readonly reason: string } {
  const { effect, metric, equivalenceMargin, guardrails, minimumUnits, mismatch } = options;
  if (mismatch) {
    return {
      verdict: 'continue',
      reason: 'Units are not spread as they should be: find out what loses them before reading anything.',
    };
  }
  const harmed = guardrails.find(({ status }) => status === 'harmed');
  if (harmed !== undefined) return { verdict: 'lose', reason: `${harmed.metric} became worse than its margin allows.` };
  if (effect.units < 2 * minimumUnits) {
    return { verdict: 'continue', reason: `${effect.units} of ${2 * minimumUnits} units are known.` };
  }
  const gain = gainOf(effect, metric.better);
  if (gain.upper < 0) return { verdict: 'lose', reason: `${metric.name} became worse.` };
  const unclear = guardrails.filter(({ status }) => status === 'unclear').map(({ metric: name }) => name);
  const isEquivalent =
    equivalenceMargin !== undefined && gain.lower > -equivalenceMargin && gain.upper < equivalenceMargin;
  if (gain.lower > 0 && unclear.length === 0) {
    return { verdict: 'win', reason: `${metric.name} became better, and no guardrail worse.` };
  }
  if (gain.lower > 0) {
    return {
      verdict: 'continue',
      reason: `${metric.name} became better; it is not clear yet that ${unclear.join(' and ')} did not become worse.`,
    };
  }
  if (isEquivalent) return { verdict: 'equivalent', reason: `${metric.name} differs by less than what matters.` };
  return { verdict: 'continue', reason: `${metric.name} may have become better or worse.` };
}
