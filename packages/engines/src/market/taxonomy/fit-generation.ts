import type { Body } from '../vehicle.ts';
import type { Generation, ModelYears, Trim } from './model-line.ts';

/** How well a generation fits: 0 not at all, higher is better. */
export const NO_FIT = 0;

/** A car is often named by the year it was built or registered in, which is up to one off its model year. */
const YEAR_SLACK = 1;

function yearFit(years: ModelYears, modelYear: number): number {
  if (modelYear >= years[0] && modelYear <= years[1]) return 4;
  return modelYear >= years[0] - YEAR_SLACK && modelYear <= years[1] + YEAR_SLACK ? 2 : NO_FIT;
}

/** True where a model year is one that the generation was sold in, or next to one. */
export function soldIn(generation: Pick<Generation, 'years'>, modelYear: number): boolean {
  return yearFit(generation.years, modelYear) !== NO_FIT;
}

/**
 * How well a body fits the model year of a generation that did not get all its bodies at once: 1 for a body it never
 * had, which is more likely a slip in the text than in the name.
 */
function bodyFit(generation: Generation, evidence: GenerationEvidence): number {
  const { modelYear, body } = evidence;
  if (generation.bodies === undefined || body === undefined || body === null) return 4;
  const years = generation.bodies[body];
  if (years === undefined) return 1;
  return modelYear === null ? 4 : Math.max(1, yearFit(years, modelYear));
}

/** What is known of a car when its generation is looked for. */
export interface GenerationEvidence {
  readonly modelYear: number | null;
  readonly manualGears: number | null;
  readonly body?: Body | null;
  /** Generations that the text names; empty where it names none. */
  readonly named: ReadonlySet<Generation>;
}

function gearFit(generation: Generation, gears: number | null): number {
  if (gears === null || generation.manualGears === undefined) return 0;
  return generation.manualGears.includes(gears) ? 1 : -3;
}

function best(scored: readonly { readonly generation: Generation; readonly fit: number }[]): readonly Generation[] {
  const top = Math.max(...scored.map((entry) => entry.fit));
  return scored.filter((entry) => entry.fit === top).map((entry) => entry.generation);
}

/**
 * The generations that a trim may be of, best ones only; empty where it was not made then. Without a model year every
 * generation that the trim was made in remains.
 */
export function generationsOfTrim(
  trim: Trim,
  options: { readonly generations: readonly Generation[]; readonly evidence: GenerationEvidence },
): { readonly generations: readonly Generation[]; readonly exact: boolean } {
  const { modelYear, manualGears, named } = options.evidence;
  const scored = [];
  let exact = false;
  for (const generation of options.generations) {
    const years = trim.made[generation.name];
    if (years === undefined || (named.size > 0 && !named.has(generation))) continue;
    const fit = modelYear === null ? 4 : yearFit(years, modelYear);
    if (fit === NO_FIT || (modelYear !== null && !soldIn(generation, modelYear))) continue;
    exact ||= fit === 4;
    const bodied = Math.min(fit, bodyFit(generation, options.evidence));
    scored.push({ generation, fit: bodied + gearFit(generation, manualGears) });
  }
  return { generations: best(scored), exact };
}

/** The generations that a car without a known trim may be of, best ones only. */
export function generationsOfYear(
  generations: readonly Generation[],
  evidence: GenerationEvidence,
): readonly Generation[] {
  const { modelYear, manualGears, named } = evidence;
  const scored = generations
    .filter((generation) => (named.size > 0 ? named.has(generation) : true) && generation.byTrimOnly !== true)
    .map((generation) => ({ generation, fit: modelYear === null ? 4 : yearFit(generation.years, modelYear) }))
    .filter((entry) => entry.fit !== NO_FIT)
    .map(({ generation, fit }) => ({
      generation,
      fit: Math.min(fit, bodyFit(generation, evidence)) + gearFit(generation, manualGears),
    }));
  return best(scored);
}
