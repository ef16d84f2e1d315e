import { segmentOf, slug, type SegmentId } from '../segment.ts';
import { canonicalMake, makeAt, UNKNOWN_NAME } from './canonical-make.ts';
import { MAKE_NAMES } from './make-names.ts';
import { rulesOf } from './make-rules.ts';
import type { ModelLine } from './model-line.ts';
import { trimNames } from './model-names.ts';
import { nearCandidates } from './near-candidates.ts';
import { findNamedLine, type CompiledMake } from './parse-by-lines.ts';
import { readWords } from './read-words.ts';
import { splitWords } from './split-words.ts';
import { vehicleFromColumns } from './vehicle-from-columns.ts';

/** What a person typed to say which cars they mean. */
export interface SegmentWords {
  /** Default `Porsche`. */
  readonly make?: string | undefined;
  readonly model: string;
  readonly generation?: string | undefined;
  readonly trim?: string | undefined;
}

/** The cars that were meant, in canonical names. */
export interface ResolvedSegment {
  readonly status: 'resolved';
  readonly make: string;
  readonly model: string;
  /** `null` where none was named and the trim does not tell. */
  readonly generation: string | null;
  /** `null` where none was named. */
  readonly trim: string | null;
  /** `porsche/911/-/gt3` where a trim is meant in every generation. */
  readonly segment: SegmentId;
  /** Generations that are meant, oldest first: one, or all that had the trim; empty for makes without rules. */
  readonly generations: readonly string[];
}

/** Why words name no segment, with what would. */
export interface UnresolvedSegment {
  /** `unknown`: no such name. `ambiguous`: several, all of them in `candidates`. */
  readonly status: 'unknown' | 'ambiguous';
  readonly field: 'make' | 'model' | 'generation' | 'trim';
  readonly given: string;
  /** Canonical names that come near, best first. */
  readonly candidates: readonly string[];
}

interface NamedLine {
  readonly rules: CompiledMake;
  readonly line: ModelLine;
  readonly generation: string;
  readonly trim: string;
}

function generationsNamed(line: ModelLine, given: string): readonly string[] {
  const wanted = splitWords(given).join(' ');
  return line.generations
    .filter(
      ({ name, words }) =>
        name.toLowerCase() === wanted || words.includes(wanted) || words.includes(`${line.model} ${wanted}`),
    )
    .map(({ name }) => name);
}

/** Finds the model line, and reads generation and trim out of the model where they stand there (`997`, `911 GT3`). */
function nameLine(words: SegmentWords, rules: CompiledMake): NamedLine | null {
  const modelWords = rules.splitWords(splitWords(words.model), null);
  const found = findNamedLine(modelWords, rules);
  if (found === null || found.copied) return null;
  const { line } = found.compiled;
  const name = modelWords.slice(found.at, found.at + found.length);
  const rest = modelWords.filter((_, at) => at < found.at || at >= found.at + found.length);
  let generation = words.generation?.trim() ?? '';
  const inRest: string[] = [];
  for (const word of rest) {
    if (generation === '' && generationsNamed(line, word).length > 0) generation = word;
    else inRest.push(word);
  }
  if (generation === '')
    generation = name.find((word) => word !== slug(line.model) && generationsNamed(line, word).length > 0) ?? '';
  let trim = [...inRest, words.trim?.trim() ?? ''].filter(Boolean).join(' ');
  if (trim === '') trim = name.find((word) => word !== slug(line.model) && found.compiled.vocabulary.has(word)) ?? '';
  return { rules, line, generation, trim };
}

/** Canonical trims that a wording means within some generations; several where it is not enough to tell. */
function trimsNamed(
  line: ModelLine,
  options: { readonly rules: CompiledMake; readonly given: string; readonly generations: readonly string[] },
): readonly string[] {
  const { rules, given, generations } = options;
  const within = line.trims.filter((trim) => generations.some((generation) => Object.hasOwn(trim.made, generation)));
  const exact = within.find((trim) => slug(trim.name) === slug(given));
  if (exact !== undefined) return [exact.name];
  const read = readWords(rules.splitWords(splitWords(given), null), rules.ownWords);
  const wording = read.rest.join(' ');
  const worded = within.filter(
    (trim) => trim.words.includes(wording) && (wording !== '' || trim.onlyBody !== undefined),
  );
  const ofBody = worded.filter((trim) => trim.onlyBody !== undefined && trim.onlyBody === read.body);
  const matching = ofBody.length > 0 ? ofBody : worded.filter((trim) => trim.onlyBody === undefined);
  return [...new Set(matching.map((trim) => trim.name))];
}

function resolveWithinLine(named: NamedLine): ResolvedSegment | UnresolvedSegment {
  const { line, rules } = named;
  const all = line.generations.map(({ name }) => name);
  const meant = named.generation === '' ? all : generationsNamed(line, named.generation);
  if (meant.length === 0) {
    return {
      status: 'unknown',
      field: 'generation',
      given: named.generation,
      candidates: nearCandidates(named.generation, all, all.length),
    };
  }
  let trim: string | null = null;
  let generations = meant;
  if (named.trim !== '') {
    const trims = trimsNamed(line, { rules, given: named.trim, generations: meant });
    const known = trimNames(line).filter((entry) => entry.generations.some((generation) => meant.includes(generation)));
    const first = trims[0];
    if (first === undefined) {
      const candidates = nearCandidates(
        named.trim,
        known.map((entry) => entry.name),
        8,
      );
      return { status: 'unknown', field: 'trim', given: named.trim, candidates };
    }
    if (trims.length > 1) return { status: 'ambiguous', field: 'trim', given: named.trim, candidates: trims };
    const made = known.find((entry) => entry.name === first)?.generations ?? [];
    trim = first;
    generations = meant.filter((generation) => made.includes(generation));
  }
  if (generations.length > 1 && named.generation !== '') {
    return { status: 'ambiguous', field: 'generation', given: named.generation, candidates: generations };
  }
  const names = {
    make: rules.make,
    model: line.model,
    generation:
      generations.length === 1 && (named.generation !== '' || trim !== null) ? (generations[0] ?? null) : null,
    trim,
  };
  return { status: 'resolved', ...names, segment: segmentOf(names), generations };
}

/** Finds the line by its name, else by a generation of it (`997`, `e46`). */
function resolveByRules(words: SegmentWords, rules: CompiledMake): ResolvedSegment | UnresolvedSegment {
  const named = nameLine(words, rules);
  if (named !== null) return resolveWithinLine(named);
  const byGeneration = rules.lines.filter((line) => generationsNamed(line, words.model).length > 0);
  const [first, second] = byGeneration;
  if (first !== undefined && second === undefined) {
    const generation = words.generation ?? words.model;
    return resolveWithinLine({ rules, line: first, generation, trim: words.trim ?? '' });
  }
  const status = first === undefined ? 'unknown' : 'ambiguous';
  const models = (first === undefined ? rules.lines : byGeneration).map((line) => line.model);
  const candidates = first === undefined ? nearCandidates(words.model, models) : models;
  return { status, field: 'model', given: words.model, candidates };
}

/**
 * Turns words such as `model=911&trim=gt3` into canonical names and a segment. Words that nothing is known of, and words
 * that may mean several things, come back as a typed refusal with candidates; it never throws.
 *
 * @example
 * resolveSegment({ model: '911', generation: '997.1', trim: 'carrera s' });
 * // { status: 'resolved', segment: 'porsche/911/997.1/carrera-s', trim: 'Carrera S', ... }
 */
export function resolveSegment(words: SegmentWords): ResolvedSegment | UnresolvedSegment {
  const givenMake = words.make?.trim() ?? '';
  const inModel = makeAt(splitWords(words.model), 0);
  const make = givenMake !== '' ? canonicalMake(givenMake) : (inModel?.make ?? 'Porsche');
  const knownMakes = MAKE_NAMES.map(([name]) => name);
  if (!knownMakes.includes(make)) {
    return { status: 'unknown', field: 'make', given: givenMake, candidates: nearCandidates(givenMake, knownMakes) };
  }
  const model = inModel?.make === make ? splitWords(words.model).slice(inModel.length).join(' ') : words.model;
  const rules = rulesOf(make);
  if (rules !== undefined) return resolveByRules({ ...words, model }, rules);
  const vehicle = vehicleFromColumns({ make, model, trim: words.trim ?? null, modelYear: null });
  if (vehicle.model === UNKNOWN_NAME) return { status: 'unknown', field: 'model', given: words.model, candidates: [] };
  if (words.generation !== undefined && words.generation.trim() !== '') {
    return { status: 'unknown', field: 'generation', given: words.generation, candidates: [] };
  }
  const names = { make, model: vehicle.model, generation: null, trim: vehicle.trim };
  return { status: 'resolved', ...names, segment: segmentOf(names), generations: [] };
}
