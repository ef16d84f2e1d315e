import { canonicalMake } from './canonical-make.ts';
import { rulesOf } from './make-rules.ts';
import { STILL_MADE, type ModelLine } from './model-line.ts';

/** A generation as a picker shows it. */
export interface GenerationName {
  readonly name: string;
  readonly firstModelYear: number;
  /** `null` while it is still made. */
  readonly lastModelYear: number | null;
}

/** A trim as a picker shows it. */
export interface TrimName {
  readonly name: string;
  /** Generations it was made in, oldest first. */
  readonly generations: readonly string[];
}

/** The model lines that the taxonomy knows of a make, in any spelling; empty for a make without rules. */
export function linesOf(make: string): readonly ModelLine[] {
  return rulesOf(canonicalMake(make))?.lines ?? [];
}

function lineOf(make: string, model: string): ModelLine | undefined {
  const wanted = model.trim().toLowerCase();
  return linesOf(make).find((line) => line.model.toLowerCase() === wanted);
}

/** Canonical model names of a make; empty for a make without rules. */
export function listModels(make: string): readonly string[] {
  return linesOf(make).map((line) => line.model);
}

/** Generations of a model, oldest first; empty for an unknown model. */
export function listGenerations(make: string, model: string): readonly GenerationName[] {
  return (lineOf(make, model)?.generations ?? []).map(({ name, years }) => ({
    name,
    firstModelYear: years[0],
    lastModelYear: years[1] === STILL_MADE ? null : years[1],
  }));
}

/** Trims of a model in the order of its table, each once; empty for an unknown model. */
export function listTrims(make: string, model: string): readonly TrimName[] {
  const line = lineOf(make, model);
  return line === undefined ? [] : trimNames(line);
}

/** Trims of a model line, each once, with every generation that any of its entries names. */
export function trimNames(line: ModelLine): readonly TrimName[] {
  const made = new Map<string, Set<string>>();
  for (const trim of line.trims) {
    const names = made.get(trim.name) ?? new Set();
    for (const generation of Object.keys(trim.made)) names.add(generation);
    made.set(trim.name, names);
  }
  const order = line.generations.map((generation) => generation.name);
  return [...made].map(([name, names]) => ({ name, generations: order.filter((generation) => names.has(generation)) }));
}
