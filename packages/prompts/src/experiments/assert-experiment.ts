import { PromptError } from '../errors.ts';
import { assertName } from '../names.ts';
import type { Experiment, ExperimentMetric } from './experiment.ts';

/** Refuses an experiment that cannot be judged as it is described. */
export function assertExperiment(experiment: Experiment): void {
  const { key, arms, primary, proxy, guardrails = [], layer, confidenceLevel = 0.95, minimumUnits = 100 } = experiment;
  assertName('an experiment', key);
  const refuse = (reason: string): never => {
    throw new PromptError('invalid-input', `The experiment "${key}" ${reason}`);
  };
  if (arms.length < 2) refuse('has fewer than two arms: give a control and something to compare with it.');
  if (new Set(arms.map(({ name }) => name)).size < arms.length) refuse('has two arms of one name: give each its own.');
  for (const { name, weight } of arms) {
    assertName('an arm', name);
    if (!Number.isInteger(weight) || weight < 1)
      refuse(`gives the arm "${name}" the weight ${weight}: use whole numbers from 1 on.`);
  }
  const metrics = [primary, ...(proxy === undefined ? [] : [proxy]), ...guardrails];
  if (new Set(metrics.map(({ name }) => name)).size < metrics.length)
    refuse('has two metrics of one name: give each its own.');
  for (const metric of metrics) {
    const fault = metricFault(metric);
    if (fault !== null) refuse(`has a metric "${metric.name}" ${fault}`);
  }
  for (const { name, margin } of guardrails) {
    if (!(margin > 0)) refuse(`has the guardrail "${name}" with the margin ${margin}: it must be above 0.`);
  }
  const { equivalenceMargin } = experiment;
  if (equivalenceMargin !== undefined && !(equivalenceMargin > 0))
    refuse(`has an equivalence margin of ${equivalenceMargin}: it must be above 0.`);
  if (layer !== undefined && !(layer.from >= 0 && layer.from < layer.to && layer.to <= 1)) {
    refuse(`takes the part ${layer.from} to ${layer.to} of its layer: it must lie in 0 to 1.`);
  }
  if (!(confidenceLevel > 0.5 && confidenceLevel < 1))
    refuse(`has a confidence level of ${confidenceLevel}: it must lie between 0.5 and 1.`);
  if (!Number.isInteger(minimumUnits) || minimumUnits < 2)
    refuse(`needs ${minimumUnits} units an arm: use a whole number from 2 on.`);
}

function metricFault({ name, kind, range, delayMs = 0 }: ExperimentMetric): string | null {
  if (name.trim() === '') return 'without a name.';
  if (kind === 'rate' && range !== undefined) return 'with a range: a rate lies in 0 to 1.';
  if (range !== undefined && !(Number.isFinite(range[0]) && Number.isFinite(range[1]) && range[0] < range[1])) {
    return 'whose range does not rise: give a minimum and a larger maximum.';
  }
  return delayMs >= 0 && Number.isFinite(delayMs) ? null : 'with a delay below 0.';
}
