import type { ModelLine } from '../model-line.ts';
import { numberedLine } from './numbered-line.ts';

/** The six-cylinder coupes (E9) and sedans (E3) of 1968 to 1977, by their chassis numbers. */
export const bmwNewSix: readonly ModelLine[] = [
  numberedLine({
    model: 'E9',
    names: ['e9', '2800 cs', '2.5 cs', '3.0 cs', '3.0 csi', '3.0 csl'],
    body: 'coupe',
    generations: [{ name: 'E9', words: [], years: [1968, 1975] }],
    trims: [
      { words: '2.5 cs', name: '2.5CS', made: { E9: [1974, 1975] } },
      { words: '2800 cs', name: '2800CS', made: { E9: [1968, 1971] } },
      { words: '3.0 cs', name: '3.0CS', made: { E9: [1971, 1975] } },
      { words: '3.0 csi', name: '3.0CSi', made: { E9: [1971, 1975] } },
      { words: '3.0 csl', name: '3.0CSL', made: { E9: [1971, 1975] } },
    ],
  }),
  numberedLine({
    model: 'E3',
    names: ['e3', 'bavaria', '2500', '2800', '3.0 s', '3.0 si', '3.0 l', '3.3 l', '3.3 li'],
    body: 'sedan',
    generations: [{ name: 'E3', words: [], years: [1968, 1977] }],
    trims: [
      { words: '2500', made: { E3: true } },
      { words: '2800', made: { E3: [1968, 1974] } },
      { words: ['bavaria', '2800 bavaria', '3.0 bavaria'], name: 'Bavaria', made: { E3: [1971, 1974] } },
      { words: '3.0 s', name: '3.0S', made: { E3: [1971, 1977] } },
      { words: '3.0 si', name: '3.0Si', made: { E3: [1971, 1977] } },
      { words: '3.0 l', name: '3.0 L', made: { E3: [1974, 1977] } },
      { words: '3.3 l', name: '3.3 L', made: { E3: [1974, 1977] } },
      { words: '3.3 li', name: '3.3Li', made: { E3: [1975, 1977] } },
    ],
  }),
];
