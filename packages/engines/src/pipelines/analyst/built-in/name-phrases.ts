import { MAKE_NAMES } from '../../../market/taxonomy/make-names.ts';
import { slug } from '../../../market/segment.ts';
import type { KnownModel, MarketVocabulary } from './market-vocabulary.ts';

/** What some words of a text may be a name of. */
export type NameMeaning =
  | { readonly kind: 'make'; readonly make: string }
  | { readonly kind: 'model'; readonly model: KnownModel }
  /** As people say it: `991` for both of its phases. */
  | { readonly kind: 'generation'; readonly generation: string }
  | { readonly kind: 'trim'; readonly trim: string };

/** Words of a name, joined by blanks, with what they may mean. */
export type NamePhrases = ReadonlyMap<string, readonly NameMeaning[]>;

const NICKNAMES: readonly (readonly [string, string])[] = [
  ['c2', 'carrera 2'],
  ['c4', 'carrera 4'],
  ['c2s', 'carrera s'],
  ['c4s', 'carrera 4s'],
  ['gt3rs', 'gt3 rs'],
  ['gt2rs', 'gt2 rs'],
  ['gt4rs', 'gt4 rs'],
  ['911sc', 'sc'],
  ['tts', 'turbo s'],
  ['gts4.0', 'gts 4.0'],
  ['tt', 'turbo'],
];

const PHRASES = new WeakMap<MarketVocabulary, NamePhrases>();

/** Everything that the cars of a market are called, by the words that say it; made once for a vocabulary. */
export function namePhrases(vocabulary: MarketVocabulary): NamePhrases {
  const known = PHRASES.get(vocabulary) ?? phrasesOf(vocabulary);
  PHRASES.set(vocabulary, known);
  return known;
}

function phrasesOf({ makes, models }: MarketVocabulary): NamePhrases {
  const phrases = new Map<string, NameMeaning[]>();
  const add = (name: string, meaning: NameMeaning): void => {
    const phrase = slug(name).replaceAll('-', ' ');
    if (phrase === '') return;
    const meanings = phrases.get(phrase) ?? [];
    if (!meanings.some((known) => JSON.stringify(known) === JSON.stringify(meaning))) meanings.push(meaning);
    phrases.set(phrase, meanings);
  };
  for (const make of makes) add(make, { kind: 'make', make });
  for (const [make, ...aliases] of MAKE_NAMES) {
    if (makes.includes(make)) for (const alias of aliases) add(alias, { kind: 'make', make });
  }
  for (const model of models) {
    add(model.model, { kind: 'model', model });
    for (const generation of model.generations.keys()) {
      if (slug(generation) === slug(model.model)) continue;
      add(generation, { kind: 'generation', generation });
      const [family, phase] = generation.split('.');
      if (family !== undefined && phase !== undefined && slug(family) !== slug(model.model)) {
        add(family, { kind: 'generation', generation: family });
      }
    }
    for (const trim of model.trims.keys()) add(trim, { kind: 'trim', trim });
  }
  for (const [nickname, name] of NICKNAMES) {
    const meant = phrases.get(name);
    if (meant !== undefined && !phrases.has(nickname)) phrases.set(nickname, meant);
  }
  if (phrases.has('g series')) {
    for (const nickname of ['g body', 'g model', 'g modell', 'impact bumper', 'g bodies']) {
      phrases.set(nickname, phrases.get('g series') ?? []);
    }
  }
  // The first 911 Turbo: a generation and a trim in one name.
  const [series, turbo] = [phrases.get('g series'), phrases.get('turbo')];
  if (series !== undefined && turbo !== undefined && !phrases.has('930')) phrases.set('930', [...series, ...turbo]);
  if (phrases.has('982')) phrases.set('718', phrases.get('982') ?? []);
  return phrases;
}
