import type { ModelLine } from '../model-line.ts';

/** The last of the four-cylinder transaxle cars. */
export const porsche968: ModelLine = {
  model: '968',
  names: ['968'],
  generations: [{ name: '968', words: [], years: [1992, 1995] }],
  trims: [
    { name: 'Base', words: ['', 'base'], made: { '968': [1992, 1995] } },
    { name: 'Club Sport', words: ['club sport', 'cs'], body: 'coupe', made: { '968': [1993, 1995] } },
    { name: 'Turbo S', words: ['turbo s'], body: 'coupe', made: { '968': [1993, 1994] } },
    { name: 'Turbo RS', words: ['turbo rs'], body: 'coupe', made: { '968': [1993, 1994] } },
  ],
};
