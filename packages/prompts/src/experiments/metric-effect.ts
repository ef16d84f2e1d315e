import { asymptoticEffect } from '../inference/asymptotic-effect.ts';
import { boundedEffect, type EffectInterval } from '../inference/bounded-effect.ts';
import type { MetricEffect } from './experiment-analysis.ts';
import type { ExperimentMetric } from './experiment.ts';
import type { UnitValue } from './experiment-store.ts';

interface Entry {
  readonly treated: boolean;
  readonly value: number;
  /** When the unit came to count: what came before is never changed by what comes after. */
  readonly enteredAt: number;
  readonly unitId: string;
}

/** The effect of an arm against the control on one metric, from the units of both arms. */
export function metricEffect(
  units: readonly UnitValue[],
  options: {
    readonly metric: ExperimentMetric;
    readonly control: string;
    readonly arm: string;
    /** Share of the arm among the two. */
    readonly armShare: number;
    readonly confidenceLevel: number;
    /** Epoch milliseconds. */
    readonly at: number;
  },
): MetricEffect {
  const { metric, control, arm, armShare, confidenceLevel, at } = options;
  const { kind, delayMs = 0, missing = kind === 'rate' ? 'zero' : 'left-out' } = metric;
  const range = kind === 'rate' ? ([0, 1] as const) : metric.range;
  const missed = { control: 0, arm: 0 };
  const entries: Entry[] = [];
  for (const unit of units) {
    const dueAt = unit.exposedAt + delayMs;
    const treated = unit.arm === arm;
    if ((!treated && unit.arm !== control) || dueAt > at) continue;
    const isKnown = unit.value !== null && unit.recordedAt !== null && unit.recordedAt <= at;
    if (!isKnown) {
      missed[treated ? 'arm' : 'control'] += 1;
      if (missing === 'left-out') continue;
    }
    const value = isKnown ? unit.value! : 0;
    const enteredAt = isKnown ? Math.max(dueAt, unit.recordedAt!) : dueAt;
    entries.push({ treated, value, enteredAt, unitId: unit.unitId });
  }
  entries.sort((a, b) => a.enteredAt - b.enteredAt || (a.unitId < b.unitId ? -1 : 1));
  const sequence =
    range === undefined
      ? asymptoticEffect({ treatmentShare: armShare, confidenceLevel })
      : boundedEffect({ treatmentShare: armShare, confidenceLevel });
  const [minimum, maximum] = range ?? [0, 1];
  const sums = { control: 0, arm: 0 };
  const counts = { control: 0, arm: 0 };
  for (const { treated, value } of entries) {
    const kept = range === undefined ? value : Math.min(maximum, Math.max(minimum, value));
    sums[treated ? 'arm' : 'control'] += kept;
    counts[treated ? 'arm' : 'control'] += 1;
    sequence.push({ treated, value: range === undefined ? kept : (kept - minimum) / (maximum - minimum) });
  }
  const { lower, upper } = sequence.interval();
  const scale = range === undefined ? 1 : maximum - minimum;
  const controlMean = counts.control === 0 ? null : sums.control / counts.control;
  const armMean = counts.arm === 0 ? null : sums.arm / counts.arm;
  return {
    metric: metric.name,
    method: range === undefined ? 'asymptotic' : 'exact',
    estimate: controlMean === null || armMean === null ? null : armMean - controlMean,
    ...finite({ lower: lower * scale, upper: upper * scale }),
    controlMean,
    armMean,
    units: entries.length,
    missing: missed,
  };
}

function finite({ lower, upper }: Pick<EffectInterval, 'lower' | 'upper'>): Pick<MetricEffect, 'lower' | 'upper'> {
  return { lower: Number.isFinite(lower) ? lower : null, upper: Number.isFinite(upper) ? upper : null };
}

/** The bounds of an effect turned so that more is better. */
export function gainOf(
  effect: Pick<MetricEffect, 'lower' | 'upper'>,
  better: ExperimentMetric['better'],
): { readonly lower: number; readonly upper: number } {
  const lower = effect.lower ?? Number.NEGATIVE_INFINITY;
  const upper = effect.upper ?? Number.POSITIVE_INFINITY;
  return better === 'higher' ? { lower, upper } : { lower: -upper, upper: -lower };
}
