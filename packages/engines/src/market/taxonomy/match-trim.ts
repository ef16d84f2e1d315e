import type { Body } from '../vehicle.ts';
import type { CompiledLine, TrimWording } from './compile-line.ts';
import { isCopyAt } from './copy-words.ts';
import { generationsOfTrim, type GenerationEvidence } from './fit-generation.ts';
import type { Generation, ModelLine, ModelYears, Trim } from './model-line.ts';

/** The trim that a text names, with what it tells of the generation. */
export interface MatchedTrim {
  readonly trim: Trim;
  /** Empty where the trim was not made in the model year: the text contradicts itself. */
  readonly generations: readonly Generation[];
  /** Position and number of its words; length 0 where the text names no trim and the line has one for that case. */
  readonly at: number;
  readonly length: number;
}

interface Candidate extends MatchedTrim {
  readonly exact: boolean;
  readonly score: number;
}

/** What is known of a text when its trim is looked for. */
export interface TrimEvidence extends GenerationEvidence {
  readonly body: Body | null;
  /** Position of the name of the line; words before it are no likely trim. */
  readonly nameAt: number;
  /** Positions of words that already name the generation, such as the `C` of `356 C`; they are a trim only if no other is. */
  readonly markedAt: ReadonlySet<number>;
}

function candidateOf(
  wording: TrimWording,
  options: { readonly at: number; readonly compiled: CompiledLine; readonly evidence: TrimEvidence },
): Candidate | null {
  const { trim, words } = wording;
  const { at, compiled, evidence } = options;
  if (trim.onlyBody !== undefined && trim.onlyBody !== evidence.body) return null;
  const { generations, exact } = generationsOfTrim(trim, { generations: compiled.line.generations, evidence });
  let score = words.length * 2 + (trim.onlyBody === undefined ? 0 : 1);
  if (generations.length === 0) score -= 100;
  else if (!exact) score -= 0.5;
  if (at < evidence.nameAt && words.length > 0) score -= 6;
  if (words.length > 0 && words.every((_, offset) => evidence.markedAt.has(at + offset))) score -= 0.75;
  return { trim, generations, at, length: words.length, exact, score };
}

function within(inner: ModelYears, outer: ModelYears): boolean {
  return inner[0] <= outer[0] + 1 && inner[1] >= outer[1] - 1;
}

/** True where a car that no word gives a trim must be of this one: it was the trim for that at all times in question. */
function isSilentTrim(
  candidate: Candidate,
  options: { readonly line: ModelLine; readonly evidence: TrimEvidence },
): boolean {
  const { line, evidence } = options;
  const { modelYear, named } = evidence;
  if (candidate.generations.length === 0) return false;
  if (modelYear === null) {
    return line.generations
      .filter((generation) => (named.size > 0 ? named.has(generation) : generation.byTrimOnly !== true))
      .every(({ name, years }) => within(candidate.trim.made[name] ?? [0, 0], years));
  }
  const beyondLine = !line.generations.some(({ years }) => modelYear >= years[0] && modelYear <= years[1]);
  return candidate.exact || beyondLine;
}

/**
 * The best trim: one that was made in the model year before one that was not, then the longest wording, then the first.
 * A line's trim for texts that name none comes last, and only in the very years it was sold in (a year beyond the whole
 * line aside). `null` where nothing fits.
 */
export function matchTrim(
  words: readonly string[],
  options: { readonly compiled: CompiledLine; readonly evidence: TrimEvidence },
): MatchedTrim | null {
  const { compiled, evidence } = options;
  let chosen: Candidate | null = null;
  for (let at = 0; at < words.length; at += 1) {
    for (const wording of compiled.wordings.get(words[at] ?? '') ?? []) {
      if (wording.words.some((word, offset) => words[at + offset] !== word)) continue;
      if (isCopyAt(words, at + wording.words.length)) continue;
      const candidate = candidateOf(wording, { at, compiled, evidence });
      if (candidate !== null && (chosen === null || candidate.score > chosen.score)) chosen = candidate;
    }
  }
  if (chosen !== null) return chosen;
  for (const wording of compiled.wordings.get('') ?? []) {
    const candidate = candidateOf(wording, { at: 0, compiled, evidence });
    if (candidate === null || !isSilentTrim(candidate, { line: compiled.line, evidence })) continue;
    if (chosen === null || candidate.score > chosen.score) chosen = candidate;
  }
  return chosen;
}
