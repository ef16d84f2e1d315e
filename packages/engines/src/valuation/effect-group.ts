/** A curve that effects may bend; `VALUE_CURVES` has them in this order. */
export type BentCurve = 'age' | 'mileage' | 'condition';

/** A family of effects that are shrunken together: each has its own variance, estimated from the data. */
export interface EffectGroup {
  readonly name: string;
  /** Under which name the effect is shown as a contribution. */
  readonly contribution: string;
  /** Sales a key needs before it gets an effect of its own. */
  readonly minimumCount: number;
  /** Spread of the effects on the log scale before anything is known about them. */
  readonly priorSpread: number;
  /** Curve that the effect bends: its value multiplies the centred curve and not the constant 1. */
  readonly curve: BentCurve | null;
}

function group(
  name: string,
  contribution: string,
  options: { readonly minimumCount?: number; readonly priorSpread?: number; readonly curve?: BentCurve } = {},
): EffectGroup {
  const { minimumCount = 1, priorSpread = 0.1, curve = null } = options;
  return { name, contribution, minimumCount, priorSpread, curve };
}

/** Depth in the segment path of the first four groups: make, model, generation, trim. */
export const SEGMENT_DEPTH = 4;

/**
 * All groups of the hedonic in their fixed order; the first four are the levels of the segment. Every group after them
 * refines a car within its segment. The order is part of the payload: append only.
 */
export const EFFECT_GROUPS = [
  group('make', 'segment', { priorSpread: 0.6 }),
  group('model', 'segment', { priorSpread: 0.6 }),
  group('generation', 'segment', { priorSpread: 0.4 }),
  group('trim', 'segment', { priorSpread: 0.4 }),
  group('model and year', 'model year', { priorSpread: 0.15 }),
  group('trim and year', 'model year', { priorSpread: 0.1, minimumCount: 2 }),
  group('body', 'body'),
  group('segment and body', 'body', { minimumCount: 2 }),
  group('transmission', 'transmission'),
  group('segment and transmission', 'transmission', { minimumCount: 2 }),
  group('colour', 'colour', { priorSpread: 0.05 }),
  group('segment and colour', 'colour', { priorSpread: 0.05, minimumCount: 3 }),
  group('region', 'region', { priorSpread: 0.05 }),
  group('seller', 'seller', { priorSpread: 0.05, minimumCount: 2 }),
  group('word', 'description', { minimumCount: 3 }),
  group('segment and word', 'description', { priorSpread: 0.2, minimumCount: 2 }),
  group('option', 'options', { priorSpread: 0.05, minimumCount: 3 }),
  group('unknown fact', 'unknown facts'),
  group('age by model', 'age', { priorSpread: 0.3, minimumCount: 5, curve: 'age' }),
  group('age by generation', 'age', { priorSpread: 0.3, minimumCount: 5, curve: 'age' }),
  group('mileage by model', 'mileage', { priorSpread: 0.3, minimumCount: 5, curve: 'mileage' }),
  group('mileage by generation', 'mileage', { priorSpread: 0.3, minimumCount: 5, curve: 'mileage' }),
  group('chassis type', 'chassis number', { priorSpread: 0.15 }),
  group('chassis type and year', 'chassis number', { minimumCount: 2 }),
  group('trim of model', 'segment', { priorSpread: 0.3 }),
  group('trim word', 'segment', { priorSpread: 0.15, minimumCount: 2 }),
  group('plant', 'chassis number', { priorSpread: 0.05, minimumCount: 3 }),
  group('condition by make', 'condition', { priorSpread: 0.3, minimumCount: 5, curve: 'condition' }),
  group('condition by model', 'condition', { priorSpread: 0.3, minimumCount: 5, curve: 'condition' }),
  group('condition by seller', 'condition', { priorSpread: 0.3, minimumCount: 5, curve: 'condition' }),
  group('seller and make', 'seller', { priorSpread: 0.05, minimumCount: 2 }),
  group('seller and model', 'seller', { priorSpread: 0.05, minimumCount: 2 }),
  group('region and year', 'region', { priorSpread: 0.05, minimumCount: 2 }),
  group('region and make', 'region', { priorSpread: 0.05, minimumCount: 2 }),
  group('region and model', 'region', { priorSpread: 0.05, minimumCount: 2 }),
  group('region and body', 'region', { priorSpread: 0.05, minimumCount: 2 }),
  group('region and day', 'auction day', { priorSpread: 0.05, minimumCount: 3 }),
  group('seller and day', 'auction day', { priorSpread: 0.05, minimumCount: 3 }),
] as const satisfies readonly EffectGroup[];

/** Name of a group of the hedonic. */
export type EffectGroupName = (typeof EFFECT_GROUPS)[number]['name'];

const POSITIONS: ReadonlyMap<string, number> = new Map(EFFECT_GROUPS.map((entry, index) => [entry.name, index]));

/** Position of a group in `EFFECT_GROUPS`. */
export function groupIndex(name: string): number {
  return POSITIONS.get(name) ?? -1;
}
