import { createHmac } from 'node:crypto';
import type { Experiment, ExperimentArm } from './experiment.ts';

/**
 * The arm of a unit, `null` where it takes no part. The same unit always gets the same: whether it takes part and which arm
 * it gets are two independent hashes, so that raising the share lets units in and moves nobody. The secret keeps units from
 * choosing their arm; whoever changes it starts anew.
 */
export function assignArm(
  experiment: Pick<Experiment, 'key' | 'arms' | 'layer'>,
  options: { readonly unitId: string; readonly exposureShare: number; readonly secret: string },
): ExperimentArm | null {
  const { key, arms, layer } = experiment;
  const { unitId, exposureShare, secret } = options;
  const position = (purpose: string, name: string) => unitPosition([purpose, name, unitId], secret);
  if (layer !== undefined) {
    const place = position('layer', layer.name);
    if (place < layer.from || place >= layer.to) return null;
  }
  if (position('ramp', key) >= exposureShare) return null;
  const total = arms.reduce((sum, arm) => sum + arm.weight, 0);
  let rest = position('arm', key) * total;
  for (const arm of arms) {
    rest -= arm.weight;
    if (rest < 0) return arm;
  }
  return arms.at(-1) ?? null;
}

/** A place in [0, 1) by HMAC-SHA-256, from 48 of its bits; the parts cannot run into each other. */
function unitPosition(parts: readonly string[], secret: string): number {
  return createHmac('sha256', secret).update(JSON.stringify(parts)).digest().readUIntBE(0, 6) / 2 ** 48;
}
