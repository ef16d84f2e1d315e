import type { Vehicle } from '../../vehicle.ts';
import { compileLine, type CompiledLine } from '../compile-line.ts';
import { findImpliedLine, findLine, indexLineNames, type FoundLine } from '../find-line.ts';
import { findWording } from '../find-wording.ts';
import { generationsOfYear } from '../fit-generation.ts';
import { matchTrim } from '../match-trim.ts';
import type { Generation } from '../model-line.ts';
import { readWords } from '../read-words.ts';
import { porscheLines } from './porsche-lines.ts';
import { splitPorscheWords } from './split-porsche-words.ts';

const LINES: readonly CompiledLine[] = porscheLines.map(compileLine);
const LINE_NAMES = indexLineNames(LINES);

/** `Spyder` is a trim at Porsche and `cab` a body. */
const KEPT_WORDS: ReadonlySet<string> = new Set(['spyder']);
const CAB = /^cab$/;

/** The Porsche model line that words name, or `null`. */
export function findPorscheLine(words: readonly string[]): FoundLine | null {
  return findLine(words, LINE_NAMES);
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
function copyOf(
  model: string,
  car: Pick<Vehicle, 'body' | 'transmission'> & { readonly words: readonly string[]; readonly found: FoundLine },
): Omit<Vehicle, 'make'> {
  const { body, transmission, words, found } = car;
  const unknownWords = words.filter((_, at) => at < found.at || at >= found.at + found.length);
  return { model: `${model} Replica`, generation: null, trim: null, body, transmission, unknownWords };
}

/**
 * Reads the words of a Porsche text. `null` where no model line is named or implied. A trim that was not sold in the
 * model year leaves the generation `null`: year and words contradict each other and neither is believed.
 */
export function parsePorsche(
  textWords: readonly string[],
  options: { readonly modelYear: number | null },
): Omit<Vehicle, 'make'> | null {
  const { modelYear } = options;
  const allWords = splitPorscheWords(textWords);
  const read = readWords(allWords, { keep: KEPT_WORDS });
  const cabAt = read.body === null ? read.rest.findIndex((word) => CAB.test(word)) : -1;
  const words = read.rest.filter((_, at) => at !== cabAt);
  const namedBody = cabAt >= 0 ? 'cabriolet' : read.body;
  const found = findPorscheLine(words) ?? findImpliedLine(allWords, LINES);
  if (found === null) return null;

  const { line } = found.compiled;
  if (found.copied) return copyOf(line.model, { words, body: namedBody, transmission: read.transmission, found });
  const used: boolean[] = words.map(() => false);
  const named = namedGenerations(words, found, used);
  if (found.at >= 0) take(used, found.at, found.length);
  const evidence = { modelYear, manualGears: read.manualGears, named };
  const core = withoutMarks(words, { used, found });
  const matched = matchTrim(core.words, {
    compiled: found.compiled,
    evidence: { ...evidence, body: namedBody, nameAt: core.nameAt, markedAt: core.markedAt },
  });
  if (matched !== null) {
    for (let offset = 0; offset < matched.length; offset += 1) {
      const at = core.positions[matched.at + offset];
      if (at !== undefined) used[at] = true;
    }
  }
  const generation = only(matched === null ? generationsOfYear(line.generations, evidence) : matched.generations);
  const body = line.body ?? matched?.trim.body ?? namedBody ?? line.usualBody ?? null;
  return {
    model: line.model,
    generation: generation?.name ?? null,
    trim: matched?.trim.name ?? null,
    body,
    transmission: read.transmission ?? (generation?.automaticOnly === true ? 'automatic' : null),
    unknownWords: words.filter((_, at) => used[at] !== true),
  };
}
