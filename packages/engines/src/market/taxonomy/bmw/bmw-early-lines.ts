import type { ModelLine } from '../model-line.ts';
import { numberedLine } from './numbered-line.ts';

/** Small cars before the 3 Series: the 02, the New Class, the 700 and the Isetta. */
export const bmwEarlyLines: readonly ModelLine[] = [
  numberedLine({
    model: '2002',
    names: ['2002'],
    generations: [{ name: '02', words: ['e10'], years: [1968, 1976] }],
    trims: [
      { words: ['base', ''], made: { '02': true } },
      { words: 'ti', made: { '02': [1968, 1971] } },
      { words: 'tii', made: { '02': [1971, 1975] } },
      { words: 'turbo', made: { '02': [1973, 1975] } },
    ],
  }),
  numberedLine({
    model: '1600',
    names: ['1600', '1600-2', '1602'],
    generations: [{ name: '02', words: ['e10'], years: [1966, 1975] }],
    trims: [
      { words: ['base', ''], made: { '02': true } },
      { words: ['ti', '1600 ti'], name: 'ti', made: { '02': [1967, 1968] } },
      { words: ['gt', '1600 gt'], name: 'GT', made: { '02': [1967, 1968] }, body: 'coupe' },
    ],
  }),
  numberedLine({
    model: '1502',
    names: ['1502'],
    generations: [{ name: '02', words: ['e10'], years: [1975, 1977] }],
    trims: [{ words: ['base', ''], made: { '02': true } }],
  }),
  numberedLine({
    model: '1802',
    names: ['1802'],
    generations: [{ name: '02', words: ['e10'], years: [1971, 1975] }],
    trims: [{ words: ['base', ''], made: { '02': true } }],
  }),
  numberedLine({
    model: 'New Class',
    names: ['2000', '1800', '1500'],
    generations: [{ name: 'New Class', words: ['neue klasse', 'new class'], years: [1962, 1972] }],
    trims: [
      { words: ['1500'], made: { 'New Class': [1962, 1964] }, body: 'sedan' },
      { words: ['1800'], made: { 'New Class': [1963, 1971] }, body: 'sedan' },
      { words: ['1800 ti'], name: '1800 TI', made: { 'New Class': [1964, 1966] }, body: 'sedan' },
      { words: ['2000'], made: { 'New Class': [1966, 1972] }, body: 'sedan' },
      { words: ['2000 ti'], name: '2000 TI', made: { 'New Class': [1966, 1968] }, body: 'sedan' },
      { words: ['2000 tilux'], name: '2000 tilux', made: { 'New Class': [1966, 1970] }, body: 'sedan' },
      { words: ['2000 tii'], name: '2000 tii', made: { 'New Class': [1969, 1972] }, body: 'sedan' },
      { words: ['2000 c'], name: '2000 C', made: { 'New Class': [1965, 1969] }, body: 'coupe' },
      { words: ['2000 cs'], name: '2000 CS', made: { 'New Class': [1965, 1969] }, body: 'coupe' },
    ],
  }),
  numberedLine({
    model: '700',
    names: ['700'],
    generations: [{ name: '700', words: [], years: [1959, 1965] }],
    trims: [
      { words: ['base', ''], made: { '700': true } },
      { words: 'sport', made: { '700': [1960, 1963] } },
    ],
  }),
  numberedLine({
    model: 'Isetta',
    names: ['isetta'],
    generations: [{ name: 'Isetta', words: [], years: [1955, 1962] }],
    trims: [
      { words: '250', made: { Isetta: [1955, 1962] } },
      { words: '300', made: { Isetta: [1956, 1962] } },
      { words: '600', made: { Isetta: [1957, 1959] } },
    ],
  }),
];
