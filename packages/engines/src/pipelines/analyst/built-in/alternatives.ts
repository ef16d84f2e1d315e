import type { MetricAlternatives } from '../../../market/ports/market-metrics.ts';
import type { VehicleMention } from './read-vehicles.ts';
import type { Reading } from './reading.ts';

const NAMES = [
  ['make', 'makes'],
  ['model', 'models'],
  ['generation', 'generations'],
  ['trim', 'trims'],
] as const;

/** The car that a question means and the values of which a row has to have one, `blue or green`. */
export function alternativesOf(
  reading: Pick<
    Reading,
    'mentions' | 'bodies' | 'transmissions' | 'colors' | 'regions' | 'sellerTypes' | 'generationsMeant'
  >,
): { readonly mention: VehicleMention | undefined; readonly among: MetricAlternatives } {
  const { mention, among } = unitedMentions(reading.mentions);
  const { bodies, transmissions, colors, regions, sellerTypes, generationsMeant } = reading;
  const properties = { bodies, transmissions, colors, regions, sellerTypes };
  const several = Object.entries(properties).filter(([, values]) => values.length > 1);
  const isOpen = mention?.generation === undefined && among.generations === undefined && generationsMeant.length > 0;
  return {
    mention,
    among: { ...among, ...(isOpen ? { generations: generationsMeant } : {}), ...Object.fromEntries(several) },
  };
}

/**
 * Several cars as one with alternatives, where they differ in one name alone: `GT3s and GT3 RS`. Else the first; what is
 * left out then is asked back. Of two cars of which one is a kind of the other the narrower is meant.
 */
function unitedMentions(mentions: readonly VehicleMention[]): {
  readonly mention: VehicleMention | undefined;
  readonly among: MetricAlternatives;
} {
  const [first, ...others] = mentions;
  if (first === undefined || others.length === 0) return { mention: first, among: {} };
  const narrowest = mentions.find((car) => mentions.every((other) => isKindOf(car, other)));
  if (narrowest !== undefined) return { mention: narrowest, among: {} };
  const differing = NAMES.filter(([name]) => others.some((car) => car[name] !== first[name]));
  const [only] = differing;
  if (only === undefined || differing.length > 1) return { mention: first, among: {} };
  const [name, names] = only;
  const values = mentions.map((car) => car[name]);
  if (values.includes(undefined)) return { mention: first, among: {} };
  const { [name]: _differing, ...common } = first;
  return { mention: common as VehicleMention, among: { [names]: [...new Set(values)] } };
}

function isKindOf(car: VehicleMention, wide: VehicleMention): boolean {
  return NAMES.every(([name]) => wide[name] === undefined || wide[name] === car[name]);
}
