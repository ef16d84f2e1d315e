import { compileMake } from '../parse-by-lines.ts';
import { ferrariLines } from './ferrari-lines.ts';
import { splitFerrariWords } from './split-ferrari-words.ts';

/** How Ferrari texts are read. `Spider` and `Berlinetta` are trims at Ferrari, and `F1` is a gearbox. */
export const ferrariRules = compileMake({
  make: 'Ferrari',
  lines: ferrariLines,
  splitWords: splitFerrariWords,
  ownWords: { keep: new Set(['spider', 'berlinetta']), automatedManual: 'f1' },
});
