import { compileMake } from '../parse-by-lines.ts';
import { porscheLines } from './porsche-lines.ts';
import { splitPorscheWords } from './split-porsche-words.ts';

/** How Porsche texts are read. `Spyder` is a trim at Porsche, and `cab` a body. */
export const porscheRules = compileMake({
  make: 'Porsche',
  lines: porscheLines,
  splitWords: splitPorscheWords,
  ownWords: { keep: new Set(['spyder']) },
  spareBody: { word: 'cab', body: 'cabriolet' },
});
