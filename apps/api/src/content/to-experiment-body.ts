import type { ExperimentAnalysis, GuardrailEffect, MetricEffect, RunningExperiment } from '@pa/prompts';
import { instantOf } from './to-prompt-body.ts';

/** An analysis as the API tells it. */
export function toAnalysisBody(analysis: ExperimentAnalysis) {
  return {
    analysedAt: instantOf(analysis.analysedAt),
    units: [...analysis.units],
    crossedCount: analysis.crossedCount,
    sampleRatioMismatch: analysis.sampleRatio.mismatch,
    comparisons: analysis.comparisons.map(({ arm, verdict, reason, basis, primary, proxy, guardrails }) => ({
      arm,
      verdict,
      reason,
      basis,
      primary: toEffectBody(primary),
      proxy: proxy === null ? null : toEffectBody(proxy),
      guardrails: guardrails.map(toEffectBody),
    })),
  };
}

/** An experiment with what can be said of it now. */
export function toExperimentBody(running: RunningExperiment, analysis: ExperimentAnalysis) {
  const { layer: _layer, createdAt, arms, guardrails, primary, proxy, ...rest } = running.experiment;
  return {
    ...rest,
    arms: [...arms],
    primary: toMetricBody(primary),
    ...(proxy === undefined ? {} : { proxy: toMetricBody(proxy) }),
    ...(guardrails === undefined
      ? {}
      : { guardrails: guardrails.map((guardrail) => ({ ...toMetricBody(guardrail), margin: guardrail.margin })) }),
    createdAt: instantOf(createdAt),
    status: running.status,
    exposureShare: running.exposureShare,
    analysis: toAnalysisBody(analysis),
  };
}

function toMetricBody<Metric extends { readonly range?: readonly [number, number] }>(metric: Metric) {
  const { range, ...rest } = metric;
  return { ...rest, ...(range === undefined ? {} : { range: [range[0], range[1]] }) };
}

function toEffectBody(effect: MetricEffect | GuardrailEffect) {
  const { metric, method, estimate, lower, upper, controlMean, armMean, units } = effect;
  const { margin, status } = 'status' in effect ? effect : { margin: null, status: null };
  return { metric, method, estimate, lower, upper, controlMean, armMean, units, margin, status };
}
