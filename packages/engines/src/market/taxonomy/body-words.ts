import type { Body } from '../vehicle.ts';

/** Wordings that name a body, longest first among those with the same first word. */
const BODY_WORDINGS: readonly (readonly [wording: string, body: Body])[] = [
  ['crew cab', 'truck'],
  ['double cab', 'truck'],
  ['extended cab', 'truck'],
  ['regular cab', 'truck'],
  ['quad cab', 'truck'],
  ['king cab', 'truck'],
  ['mega cab', 'truck'],
  ['club cab', 'truck'],
  ['access cab', 'truck'],
  ['custom cab', 'truck'],
  ['crewmax cab', 'truck'],
  ['cab plus', 'truck'],
  ['supercrew', 'truck'],
  ['supercab', 'truck'],
  ['xtracab', 'truck'],
  ['crewmax', 'truck'],
  ['pickup', 'truck'],
  ['truck', 'truck'],
  ['gran coupe', 'sedan'],
  ['coupe', 'coupe'],
  ['cpe', 'coupe'],
  ['koup', 'coupe'],
  ['fastback', 'coupe'],
  ['berlinetta', 'coupe'],
  ['cabriolet', 'cabriolet'],
  ['cabrio', 'cabriolet'],
  ['convertible', 'cabriolet'],
  ['conv', 'cabriolet'],
  ['drophead', 'cabriolet'],
  ['targa', 'targa'],
  ['speedster', 'speedster'],
  ['roadster', 'roadster'],
  ['spyder', 'roadster'],
  ['spider', 'roadster'],
  ['sedan', 'sedan'],
  ['saloon', 'sedan'],
  ['sdn', 'sedan'],
  ['limousine', 'sedan'],
  ['wagon', 'wagon'],
  ['estate', 'wagon'],
  ['avant', 'wagon'],
  ['turismo', 'wagon'],
  ['hatchback', 'hatchback'],
  ['hatch', 'hatchback'],
  ['suv', 'suv'],
  ['minivan', 'van'],
  ['van', 'van'],
];

const BY_FIRST_WORD = new Map<string, (readonly [words: readonly string[], body: Body])[]>();
for (const [wording, body] of BODY_WORDINGS) {
  const words = wording.split(' ');
  const first = words[0] ?? '';
  BY_FIRST_WORD.set(first, [...(BY_FIRST_WORD.get(first) ?? []), [words, body]]);
}

/** A body wording that begins at a position. */
export interface BodyWording {
  readonly body: Body;
  /** Words it is long. */
  readonly length: number;
}

/** The body named at a position of a text, or `null`. */
export function bodyAt(words: readonly string[], at: number): BodyWording | null {
  for (const [wording, body] of BY_FIRST_WORD.get(words[at] ?? '') ?? []) {
    if (wording.every((word, offset) => words[at + offset] === word)) return { body, length: wording.length };
  }
  return null;
}
