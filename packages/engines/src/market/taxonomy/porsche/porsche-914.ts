import type { ModelLine } from '../model-line.ts';

/** The 914. The six-cylinder 914/6 is trim `6`; a four without a named engine is `Base`. */
export const porsche914: ModelLine = {
  model: '914',
  names: ['914'],
  body: 'targa',
  generations: [{ name: '914', words: [], years: [1970, 1976] }],
  trims: [
    { name: 'Base', words: ['', 'base', '4'], made: { '914': [1970, 1976] } },
    { name: '1.7', words: ['1.7', '1.7l'], made: { '914': [1970, 1973] } },
    { name: '1.8', words: ['1.8', '1.8l'], made: { '914': [1974, 1976] } },
    { name: '2.0', words: ['2.0', '2.0l'], made: { '914': [1973, 1976] } },
    { name: '6', words: ['6'], made: { '914': [1970, 1972] } },
  ],
};
