import type { ModelLine } from '../model-line.ts';

/** The 918 Spyder. */
export const porsche918: ModelLine = {
  model: '918',
  names: ['918'],
  body: 'roadster',
  generations: [{ name: '918', words: [], years: [2013, 2015] }],
  trims: [{ name: 'Spyder', words: ['', 'spyder'], made: { '918': [2013, 2015] } }],
};
