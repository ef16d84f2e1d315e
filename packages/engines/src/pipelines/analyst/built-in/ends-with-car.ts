import type { NamePhrases } from './name-phrases.ts';

const KIND =
  /^(?:cars?|ones|models?|examples?|coupes?|cabs?|cabriolets?|cabrios?|convertibles?|targas?|roadsters?|spyders?|manuals?|automatics?)$/;
const MOST_WORDS = 2;

/** True where the last words of a text name a car or a kind of car: `the median of Turbo S`, `of white coupes`. */
export function endsWithCar(text: string, phrases: NamePhrases): boolean {
  const words = text.trim().split(' ');
  if (KIND.test(words.at(-1) ?? '')) return true;
  for (let count = 1; count <= MOST_WORDS; count += 1) {
    const name = words.slice(-count).join(' ');
    if (phrases.has(name) || phrases.has(name.replace(/s$/, ''))) return true;
  }
  return false;
}

/** True where the first words of a text name a car or a kind of car. */
export function startsWithCar(text: string, phrases: NamePhrases): boolean {
  const words = text.trim().split(' ');
  if (KIND.test(words[0] ?? '')) return true;
  for (let count = 1; count <= MOST_WORDS; count += 1) {
    const name = words.slice(0, count).join(' ');
    if (phrases.has(name) || phrases.has(name.replace(/s$/, ''))) return true;
  }
  return false;
}
