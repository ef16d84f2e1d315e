import type { Body, Vehicle } from '../vehicle.ts';
import { compileLine, type CompiledLine } from './compile-line.ts';
import { driveOf } from './drive-words.ts';
import { findImpliedLine, findLine, indexLineNames, type FoundLine, type LineNames } from './find-line.ts';
import { findWording } from './find-wording.ts';
import { generationsOfYear } from './fit-generation.ts';
import { readMarks, uniteMarks } from './marks/read-marks.ts';
import { matchTrim } from './match-trim.ts';
import type { Generation, ModelLine } from './model-line.ts';
import { readWords, type OwnWords, type ReadWords } from './read-words.ts';

/** What is known of the cars of one make. */
export interface MakeRules {
  /** Canonical spelling. */
  readonly make: string;
  /** Every model line, in the order in which a picker shows them. */
  readonly lines: readonly ModelLine[];
  /** Takes run-together spellings apart and brings the words into the order of the wordings. */
  readonly splitWords: (words: readonly string[], modelYear: number | null) => readonly string[];
  readonly ownWords: OwnWords;
  /** A word that means a body where no other does, such as `cab` at Porsche. */
  readonly spareBody?: { readonly word: string; readonly body: Body };
}

/** Rules of a make, ready for reading. */
export interface CompiledMake extends MakeRules {
  readonly compiled: readonly CompiledLine[];
  readonly names: LineNames;
}

/** Prepares the rules of a make, once. */
export function compileMake(rules: MakeRules): CompiledMake {
  const compiled = rules.lines.map(compileLine);
  return { ...rules, compiled, names: indexLineNames(compiled) };
}

/** The model line of a make that words name, or `null`. */
export function findNamedLine(words: readonly string[], make: CompiledMake): FoundLine | null {
  return findLine(words, make.names);
}

/** Marks the words at a position as understood. */
function take(used: boolean[], at: number, length: number): void {
  for (let offset = 0; offset < length; offset += 1) used[at + offset] = true;
}

function intersection<T>(first: ReadonlySet<T>, second: ReadonlySet<T>): ReadonlySet<T> {
  return new Set([...first].filter((item) => second.has(item)));
}

/** Generations that the text names: those that every mark in it allows, or none where the marks contradict each other. */
function namedGenerations(words: readonly string[], found: FoundLine, used: boolean[]): ReadonlySet<Generation> {
  const byPosition = new Map<number, { length: number; generations: Generation[] }>();
  for (const mark of found.compiled.marks) {
    const at = findWording(words, mark.words);
    if (at < 0) continue;
    const known = byPosition.get(at);
    if (known === undefined || mark.words.length > known.length) {
      byPosition.set(at, { length: mark.words.length, generations: [mark.generation] });
    } else if (mark.words.length === known.length) {
      known.generations.push(mark.generation);
    }
  }
  let named: ReadonlySet<Generation> | null = null;
  for (const [at, mark] of byPosition) {
    take(used, at, mark.length);
    const own: ReadonlySet<Generation> = new Set(mark.generations);
    named = named === null ? own : intersection(named, own);
  }
  return named ?? new Set();
}

/** The words of a text outside the generation marks, so that `Carrera (997.1) 4S` still reads as one wording. */
function withoutMarks(
  words: readonly string[],
  options: { readonly used: readonly boolean[]; readonly found: FoundLine },
): {
  readonly words: readonly string[];
  readonly positions: readonly number[];
  readonly markedAt: ReadonlySet<number>;
  readonly nameAt: number;
} {
  const { used, found } = options;
  const kept: string[] = [];
  const positions: number[] = [];
  const markedAt = new Set<number>();
  let nameAt = 0;
  words.forEach((word, at) => {
    const inName = at >= found.at && at < found.at + found.length;
    if (inName && at === found.at) nameAt = kept.length;
    if (used[at] === true && !inName && !found.compiled.vocabulary.has(word)) return;
    if (used[at] === true && !inName) markedAt.add(kept.length);
    kept.push(word);
    positions.push(at);
  });
  return { words: kept, positions, markedAt, nameAt };
}

/** The one of a list, or `null` where it holds none or several. */
function only<T>(items: readonly T[]): T | null {
  return items.length === 1 ? (items[0] ?? null) : null;
}

/** A replica is a model of its own, so that its prices never meet those of the real car. */
function copyOf(model: string): Pick<Vehicle, 'model' | 'generation' | 'trim'> {
  return { model: `${model} Replica`, generation: null, trim: null };
}

/** Gearbox of a text, with what the generation alone tells. */
function gearboxOf(
  read: ReadWords,
  generation: Generation | null,
): Pick<Vehicle, 'transmission' | 'gearbox' | 'gears'> {
  const transmission = read.transmission ?? (generation?.automaticOnly === true ? 'automatic' : null);
  return { transmission, gearbox: read.gearbox, gears: read.gears };
}

/**
 * Reads the words of a text by the rules of its make. `null` where no model line is named or implied. A trim that was
 * not sold in the model year leaves the generation `null`: year and words contradict each other and neither is believed.
 */
export function parseByLines(
  textWords: readonly string[],
  options: { readonly make: CompiledMake; readonly modelYear: number | null },
): Omit<Vehicle, 'make'> | null {
  const { make, modelYear } = options;
  const allWords = make.splitWords(textWords, modelYear);
  const read = readWords(allWords, make.ownWords);
  const spareAt = read.body === null ? read.rest.findIndex((word) => word === make.spareBody?.word) : -1;
  const words = read.rest.filter((_, at) => at !== spareAt);
  const textPositions = read.positions.filter((_, at) => at !== spareAt);
  const namedBody = spareAt >= 0 ? (make.spareBody?.body ?? null) : read.body;
  const found = findNamedLine(words, make) ?? findImpliedLine(allWords, make.compiled);
  if (found === null) return null;

  const { line } = found.compiled;
  const used: boolean[] = words.map(() => false);
  const leftOver = (): ReturnType<typeof readMarks> => {
    const unknown = new Set(textPositions.filter((_, at) => used[at] !== true));
    return readMarks(allWords, (at) => unknown.has(at));
  };
  if (found.copied) {
    take(used, found.at, found.length);
    const drive = driveOf(allWords);
    return { ...copyOf(line.model), body: namedBody, ...gearboxOf(read, null), drive, ...leftOver() };
  }
  const named = namedGenerations(words, found, used);
  if (found.at >= 0) take(used, found.at, found.length);
  const evidence = { modelYear, manualGears: read.manualGears, named, body: namedBody };
  const core = withoutMarks(words, { used, found });
  const matched = matchTrim(core.words, {
    compiled: found.compiled,
    evidence: { ...evidence, nameAt: core.nameAt, markedAt: core.markedAt },
  });
  if (matched !== null) {
    for (let offset = 0; offset < matched.length; offset += 1) {
      const at = core.positions[matched.at + offset];
      if (at !== undefined) used[at] = true;
    }
  }
  const generation = only(matched === null ? generationsOfYear(line.generations, evidence) : matched.generations);
  const { marks, unknownWords } = leftOver();
  return {
    model: line.model,
    generation: generation?.name ?? null,
    trim: matched?.trim.name ?? null,
    body: line.body ?? matched?.trim.body ?? namedBody ?? line.usualBody ?? null,
    ...gearboxOf(read, generation),
    drive: driveOf(allWords) ?? matched?.trim.drive ?? line.drive ?? null,
    marks: uniteMarks(marks, matched?.trim.marks ?? []),
    unknownWords,
  };
}
