import type { ModelLine } from '../model-line.ts';

/** The V8 grand tourer. */
export const porsche928: ModelLine = {
  model: '928',
  names: ['928'],
  body: 'coupe',
  generations: [{ name: '928', words: [], years: [1977, 1995] }],
  trims: [
    { name: 'Base', words: ['', 'base'], made: { '928': [1977, 1982] } },
    { name: 'S', words: ['s', 's2'], made: { '928': [1980, 1986] } },
    { name: 'S4', words: ['s4'], made: { '928': [1987, 1991] } },
    { name: 'Club Sport', words: ['club sport', 'cs'], made: { '928': [1987, 1989] } },
    { name: 'GT', words: ['gt'], made: { '928': [1989, 1991] } },
    { name: 'GTS', words: ['gts'], made: { '928': [1992, 1995] } },
  ],
};
