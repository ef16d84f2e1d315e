import type { ModelLine } from '../model-line.ts';

/** The four-cylinder sister of the early 911, and its one-year return as the 912E. */
export const porsche912: ModelLine = {
  model: '912',
  names: ['912'],
  generations: [
    { name: 'F-Series', words: ['f-series'], years: [1965, 1969] },
    { name: 'G-Series', words: ['g-series'], years: [1976, 1976] },
  ],
  trims: [
    { name: 'Base', words: ['', 'base'], made: { 'F-Series': [1965, 1969] } },
    { name: 'E', words: ['e', ''], made: { 'G-Series': [1976, 1976] } },
  ],
};
