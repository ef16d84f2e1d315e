import type { ModelLine } from '../model-line.ts';

/** The 959, as Komfort (the usual one) or Sport. */
export const porsche959: ModelLine = {
  model: '959',
  names: ['959'],
  body: 'coupe',
  generations: [{ name: '959', words: [], years: [1986, 1993] }],
  trims: [
    { name: 'Komfort', words: ['komfort', 'comfort', ''], made: { '959': [1986, 1993] } },
    { name: 'Sport', words: ['sport', 's'], made: { '959': [1987, 1988] } },
  ],
};
