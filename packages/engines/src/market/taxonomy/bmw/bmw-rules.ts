import { compileMake } from '../parse-by-lines.ts';
import { bmwLines } from './bmw-lines.ts';
import { splitBmwWords } from './split-bmw-words.ts';

/** How BMW texts are read. Motorcycles have no rules: their model is the first word. */
export const bmwRules = compileMake({
  make: 'BMW',
  lines: bmwLines,
  splitWords: splitBmwWords,
  ownWords: {},
});
