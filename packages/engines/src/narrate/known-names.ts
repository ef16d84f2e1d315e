import { MAKE_NAMES } from '../market/taxonomy/make-names.ts';
import { listModels } from '../market/taxonomy/model-names.ts';

/** Words that are names and everyday words at once. */
const EVERYDAY = new Set([
  'mini',
  'smart',
  'indian',
  'genesis',
  'international',
  'cord',
  'alpine',
  'triumph',
  'sunbeam',
  'eagle',
  'mercury',
  'hudson',
  'harley',
  'geo',
  'saturn',
  'noble',
  'rover',
  'land',
  'austin',
  'classic',
  'other',
  'various',
  'unknown',
  'truck',
  'special',
  'model',
  'series',
  'american',
  'motors',
  'general',
  'united',
  'simplex',
  'standard',
  'range',
  'tractor',
  'junior',
  'super',
  'can',
  'am',
  'moto',
  'morgan',
  'star',
  'early',
  'healey',
  'racing',
  'grand',
  'sport',
  'de',
  'and',
  'the',
  'of',
  'others',
  'replica',
  'custom',
  'kit',
  'trailer',
  'boat',
]);

let names: ReadonlySet<string> | null = null;

/** True for a word of letters that the taxonomy knows as a make or as a model, in small letters, such as `cayenne`. */
export function isKnownName(word: string): boolean {
  names ??= new Set(
    [...MAKE_NAMES.map(([make]) => make), ...['Porsche', 'BMW', 'Ferrari'].flatMap((make) => listModels(make))]
      .flatMap((name) => name.toLowerCase().split(/[\s-]+/))
      .filter((part) => /^\p{L}{3,}$/u.test(part) && !EVERYDAY.has(part)),
  );
  return names.has(word);
}
