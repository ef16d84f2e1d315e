import { words } from './words.ts';

/** Superlatives with the family they belong to, so that `strongest` is proved by a fact that ranks the `largest rise`. */
export const SUPERLATIVES: ReadonlyMap<string, 'most' | 'least'> = new Map([
  ...words(`
    highest largest biggest strongest most fastest dearest priciest top greatest best steepest sharpest longest maximum
    peak record leading foremost hottest newest latest
  `).map((word): [string, 'most'] => [word, 'most']),
  ...words(`
    lowest smallest weakest least slowest cheapest bottom worst shortest minimum fewest coldest oldest mildest earliest
  `).map((word): [string, 'least'] => [word, 'least']),
]);

/** Ordinals with their place. */
export const ORDINALS: ReadonlyMap<string, number> = new Map(
  ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'].map((word, index) => [
    word,
    index + 1,
  ]),
);
