import { slug } from '../../../market/segment.ts';
import type { MarketVocabulary } from './market-vocabulary.ts';
import type { NamePhrases } from './name-phrases.ts';

/** The car that was spoken of before. */
export interface CarBefore {
  readonly model: string;
  readonly trim?: string;
}

const MOST_WORDS = 8;
const LEADS = '(?:the|an?|about|for|and|in|plain|base|regular|only|just|with)';

/**
 * The end of a trim's name as the whole name, where the car before says of which: `the RS` after a GT3 is the GT3 RS, `an
 * S` after a Macan the Macan S. Short questions alone say so little.
 */
export function readTrimTails(
  text: string,
  options: { readonly before: CarBefore | null; readonly vocabulary: MarketVocabulary; readonly phrases: NamePhrases },
): string {
  const { before, vocabulary, phrases } = options;
  if (before === null || text.trim().split(' ').length > MOST_WORDS) return text;
  const line = vocabulary.models.find(({ model }) => model === before.model);
  if (line === undefined) return text;
  const trims = [...line.trims.keys()].map((trim) => slug(trim).replaceAll('-', ' '));
  return text.replace(new RegExp(`(?<=\\b${LEADS} )[a-z0-9]{1,3}(?= )`, 'g'), (word) => {
    const tail = word.length > 2 && !phrases.has(word) ? word.replace(/s$/, '') : word;
    // A name that the car before does not need is one of its own: `the 996`, `the GT3`.
    if (tail.length > 1 && phrases.has(tail)) return word;
    const own = before.trim === undefined ? '' : `${slug(before.trim).replaceAll('-', ' ')} ${tail}`;
    const ending = trims.filter((trim) => trim.endsWith(` ${tail}`));
    const meant = trims.includes(own)
      ? own
      : trims.includes(tail)
        ? `${slug(line.model)} ${tail}`
        : ending.length === 1
          ? ending[0]!
          : null;
    return meant ?? word;
  });
}
