import type { Vehicle } from '../vehicle.ts';
import { UNKNOWN_NAME } from './canonical-make.ts';
import { driveOf } from './drive-words.ts';
import { readMarks } from './marks/read-marks.ts';
import { spellModel } from './model-spelling.ts';
import { readWords } from './read-words.ts';
import { spellWords } from './spell-word.ts';
import { TWO_WORD_MODELS } from './two-word-models.ts';

const MODELS = new Map<string, (readonly string[])[]>();
for (const model of TWO_WORD_MODELS) {
  const words = model.split(' ');
  const first = words[0] ?? '';
  MODELS.set(
    first,
    [...(MODELS.get(first) ?? []), words].sort((a, b) => b.length - a.length),
  );
}

/** Words that describe one car and no trim of the factory; the trim ends before them. */
const MARKS = new Set([
  'project',
  'race',
  'track',
  'rally',
  'conversion',
  'converted',
  'edition',
  'package',
  'for',
  'with',
  'w',
  'by',
  'and',
  '&',
  'modified',
  'custom',
  'tribute',
  'replica',
  'clone',
  'recreation',
  'engine',
  'wheels',
  'kit',
  'restomod',
  'swap',
  'final',
  'individual',
  'tool',
  'hardtop',
  'sidecar',
  'trailer',
  'style',
  'powered',
  'style',
  'parts',
  'euro',
  'ex',
  'no',
  'body',
  'shell',
  '4x4',
  '4x2',
  '4wd',
  '2wd',
  'awd',
  'rwd',
  'fwd',
  '2-door',
  '4-door',
]);
const LONGEST_TRIM = 2;

function isMark(word: string): boolean {
  return MARKS.has(word) || word.startsWith('w/') || word.endsWith('-style') || word.endsWith('-powered');
}

/** How many of the first words are the model: those of a known name, else one. */
export function modelLength(words: readonly string[]): number {
  const model = MODELS.get(words[0] ?? '')?.find((known) => known.every((word, at) => words[at] === word));
  return model?.length ?? Math.min(1, words.length);
}

/**
 * Reads a text of a make without rules: the model is its first word (or a known name of several), the trim the words
 * that follow, two at most, up to a mark of the single car. There is no generation.
 */
export function parseOtherMake(givenWords: readonly string[], make = UNKNOWN_NAME): Omit<Vehicle, 'make'> {
  const textWords = spellModel(make, givenWords);
  const read = readWords(textWords);
  const length = modelLength(textWords);
  const afterModel = readWords(textWords.slice(length));
  const words = afterModel.rest;
  let end = 0;
  while (end < words.length && end < LONGEST_TRIM && !isMark(words[end] ?? '')) end += 1;
  const unknown = new Set(afterModel.positions.slice(end).map((at) => at + length));
  return {
    model: length === 0 ? UNKNOWN_NAME : spellWords(textWords.slice(0, length)),
    generation: null,
    trim: end === 0 ? null : spellWords(words.slice(0, end)),
    body: read.body,
    transmission: read.transmission,
    gearbox: read.gearbox,
    gears: read.gears,
    drive: driveOf(textWords),
    ...readMarks(textWords, (at) => unknown.has(at)),
  };
}
