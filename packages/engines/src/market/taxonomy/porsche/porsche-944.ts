import type { ModelLine } from '../model-line.ts';

/** The 944; 951 is the factory number of the Turbo. */
export const porsche944: ModelLine = {
  model: '944',
  names: ['944', '951'],
  usualBody: 'coupe',
  generations: [{ name: '944', words: [], years: [1982, 1991] }],
  trims: [
    { name: 'Base', words: ['', 'base'], made: { '944': [1982, 1989] } },
    { name: 'S', words: ['s'], made: { '944': [1987, 1988] } },
    { name: 'S2', words: ['s2'], made: { '944': [1989, 1991] } },
    { name: 'Turbo', words: ['turbo', '951', '951 turbo'], made: { '944': [1985, 1991] } },
    { name: 'Turbo S', words: ['turbo s', '951 s'], made: { '944': [1988, 1989] } },
    { name: 'Turbo Cup', words: ['turbo cup'], made: { '944': [1986, 1989] } },
  ],
};
