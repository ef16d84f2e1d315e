import type { IsoDate, IsoMonth } from '../market/calendar.ts';
import type { CarDescription } from './car-description.ts';
import { EFFECT_GROUPS } from './effect-group.ts';
import type { EffectVocabulary } from './effect-vocabulary.ts';
import { FIRST_RAMP_COLUMN, INTERCEPT_COLUMN } from './effect-vocabulary.ts';
import type { FitPayload } from './fit-payload.ts';
import { periodOf } from './level-periods.ts';
import type { ValuationContribution } from './valuation.ts';
import { CURVE_POSITIONS, RAMP_COUNT, RAMP_STARTS, VALUE_CURVES, writeRamps } from './value-curve.ts';

/** Name of the contribution that carries the market level of the day. */
export const MARKET_LEVEL = 'market level';

/** Name of the contribution of one day at one seller or in one region: it holds a part of the level of that day. */
export const AUCTION_DAY = 'auction day';

/** One fit, ready to be evaluated. */
export interface HedonicModel {
  readonly coefficients: Float64Array;
  readonly paths: ReadonlyMap<string, Float64Array>;
  readonly rampMeans: readonly number[];
  readonly firstMonth: IsoMonth;
}

/** Turns a fit of a payload, which counts in ten-thousandths, into numbers. */
export function modelFromPayload(
  fit: FitPayload,
  options: { readonly rampMeans: readonly number[]; readonly firstMonth: IsoMonth },
): HedonicModel {
  const numbers = (values: readonly number[]): Float64Array => Float64Array.from(values, (value) => value / 10_000);
  const paths = new Map(Object.entries(fit.paths).map(([segment, path]) => [segment, numbers(path)]));
  return { coefficients: numbers(fit.coefficients), paths, ...options };
}

/** The log value of a car in parts: `base` and the contributions sum to it. Effects without sales contribute nothing. */
export function explainCar(
  model: HedonicModel,
  car: CarDescription,
  options: { readonly vocabulary: EffectVocabulary; readonly valuedOn: IsoDate },
): { readonly logPrice: number; readonly base: number; readonly contributions: readonly ValuationContribution[] } {
  const { coefficients } = model;
  const parts = new Map<string, number>([['segment', 0]]);
  const add = (name: string, effect: number): void => {
    parts.set(name, (parts.get(name) ?? 0) + effect);
  };

  const curves: [age: number, mileage: number, condition: number] = [0, 0, 0];
  const ramps = new Float64Array(RAMP_COUNT);
  VALUE_CURVES.forEach((curve, index) => {
    const first = RAMP_STARTS[index]!;
    if (!writeRamps(index, car.facts[index]!, { out: ramps, offset: first })) return;
    let effect = 0;
    for (let j = first; j < first + curve.knots.length - 1; j++) {
      effect += (ramps[j]! - model.rampMeans[j]!) * coefficients[FIRST_RAMP_COLUMN + j]!;
    }
    curves[CURVE_POSITIONS[curve.name]] = effect;
    add(curve.name, effect);
  });

  for (let k = 0; k < car.keys.length; k++) {
    const group = car.groups[k]!;
    const column = options.vocabulary.column(group, car.keys[k]!);
    if (column < 0) continue;
    const { contribution, curve } = EFFECT_GROUPS[group]!;
    const scale = curve === null ? 1 : curves[CURVE_POSITIONS[curve]];
    add(contribution, coefficients[column]! * scale);
  }
  add(MARKET_LEVEL, marketLevel(model, car.segments, options.valuedOn));

  const base = coefficients[INTERCEPT_COLUMN]!;
  let logPrice = base;
  const contributions: ValuationContribution[] = [];
  for (const [name, logEffect] of parts) {
    logPrice += logEffect;
    contributions.push({ name, logEffect });
  }
  return { logPrice, base, contributions };
}

/** The level of the period of a day: the last known one for later days, the first for earlier ones. */
function marketLevel(model: HedonicModel, segments: readonly string[], day: IsoDate): number {
  const period = periodOf(day, model.firstMonth);
  let level = levelAt(model.paths.get(''), period);
  for (const segment of segments) level += levelAt(model.paths.get(segment), period);
  return level;
}

function levelAt(path: Float64Array | undefined, period: number): number {
  if (path === undefined || path.length === 0) return 0;
  return path[Math.min(path.length - 1, Math.max(0, period))]!;
}
