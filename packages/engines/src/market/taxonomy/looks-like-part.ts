import { makeAt } from './canonical-make.ts';
import { splitWords } from './split-words.ts';

const PARTS = new Set([
  'engine',
  'engines',
  'transaxle',
  'transmission',
  'gearbox',
  'wheels',
  'wheel',
  'seats',
  'seat',
  'kit',
  'kits',
  'sign',
  'signs',
  'literature',
  'decklid',
  'hood',
  'bumper',
  'bumpers',
  'hardtop',
  'shell',
  'chairs',
  'go-kart',
  'flat-six',
  'exhaust',
  'carburetors',
  'toolkit',
  'luggage',
  'suitcase',
  'poster',
  'posters',
  'model',
  'jack',
  'sculpture',
  'clock',
  'manual',
  'manuals',
  'brochures',
  'memorabilia',
  'headlights',
  'spoiler',
  'brakes',
  'calipers',
  'steering',
  'radio',
  'dashboard',
  'gauges',
  'helmet',
  'system',
  'bodywork',
  'banner',
  'windshield',
  'display',
  'pump',
]);
/** A remark such as `(19 inch wheels)` says what is on the car. */
const IN_BRACKETS = /\([^)]*\)/g;
const BEFORE_EXTRAS = new Set(['w', 'with', 'for']);
const AND = new Set(['and', '&', 'plus', 'collection', 'set']);

/**
 * True where a text names a thing for a car rather than a car: it ends in a part, alone or in a list, or says for which
 * make it is. `911 Turbo w/Tool Kit` is a car, and so is one that is sold for charity.
 */
export function looksLikePart(text: string): boolean {
  const words = splitWords(text.replace(IN_BRACKETS, ' '));
  const forAt = words.indexOf('for');
  if (forAt > 0 && (makeAt(words, forAt + 1) !== null || makeAt(words, forAt + 2) !== null)) return true;
  const ends = words.findIndex((word, at) => at > 0 && (BEFORE_EXTRAS.has(word) || word.startsWith('w/')));
  const thing = ends > 0 ? words.slice(0, ends) : words;
  return thing.some(
    (word, at) => at > 0 && PARTS.has(word) && (at === thing.length - 1 || AND.has(thing[at + 1] ?? '')),
  );
}
