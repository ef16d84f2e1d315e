import type { ModelLine } from '../model-line.ts';

/** The 924, first of the transaxle cars. */
export const porsche924: ModelLine = {
  model: '924',
  names: ['924', '931'],
  usualBody: 'coupe',
  generations: [{ name: '924', words: [], years: [1976, 1988] }],
  trims: [
    { name: 'Base', words: ['', 'base'], made: { '924': [1976, 1985] } },
    { name: 'Turbo', words: ['turbo', '931', '931 turbo'], made: { '924': [1979, 1984] } },
    { name: 'S', words: ['s'], made: { '924': [1986, 1988] } },
    { name: 'Carrera GT', words: ['carrera gt'], made: { '924': [1980, 1981] } },
    { name: 'Carrera GTS', words: ['carrera gts'], made: { '924': [1981, 1981] } },
    { name: 'Carrera GTR', words: ['carrera gtr'], made: { '924': [1981, 1982] } },
  ],
};
