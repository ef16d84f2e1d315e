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
  'v8',
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
]);
const CAR_FOR = new Set(['charity', 'sale', 'parts', 'auction']);
const WITH = new Set(['w', 'with']);
const AND = new Set(['and', '&', 'plus']);

/**
 * True where a text names a thing for a car rather than a car: it ends in a part, alone or
 * in a list, or is `... for` a car. `911 Turbo w/Tool Kit` is a car.
 */
export function looksLikePart(text: string): boolean {
  const words = splitWords(text);
  const forAt = words.indexOf('for');
  if (forAt > 0 && forAt < words.length - 1 && !CAR_FOR.has(words[forAt + 1] ?? '')) return true;
  const attached = words.findIndex((word) => WITH.has(word) || word.startsWith('w/'));
  const thing = attached > 0 ? words.slice(0, attached) : words;
  return thing.some(
    (word, at) => at > 0 && PARTS.has(word) && (at === thing.length - 1 || AND.has(thing[at + 1] ?? '')),
  );
}
