import { STILL_MADE, type ModelLine } from '../model-line.ts';
import { numberedLine } from './numbered-line.ts';

/** The Z cars. The `M Coupe` and `M Roadster` of 1998 to 2002 are Z3s; their second engine, the S54, is a trim of its own. */
export const bmwRoadsters: readonly ModelLine[] = [
  numberedLine({
    model: 'Z1',
    names: ['z1'],
    body: 'roadster',
    generations: [{ name: 'Z1', words: [], years: [1989, 1991] }],
    trims: [{ words: ['base', ''], made: { Z1: true } }],
  }),
  numberedLine({
    model: 'Z3',
    names: ['z3', 'm'],
    usualBody: 'roadster',
    generations: [{ name: 'Z3', words: ['e36/7', 'e36/8'], years: [1996, 2002] }],
    trims: [
      { words: ['1.9', '1.9i'], made: { Z3: [1996, 1999] } },
      { words: ['2.0', '2.0i'], made: { Z3: [1999, 2000] } },
      { words: ['2.3', '2.3i'], made: { Z3: [1999, 2000] } },
      { words: ['2.5', '2.5i'], name: '2.5i', made: { Z3: [1999, 2002] } },
      { words: ['2.8', '2.8i'], made: { Z3: [1997, 2000] } },
      { words: ['3.0', '3.0i'], name: '3.0i', made: { Z3: [2001, 2002] } },
      { words: 'm', name: 'M', made: { Z3: [1997, 2000] } },
      { words: ['m s54', 'm'], name: 'M S54', made: { Z3: [2001, 2002] } },
    ],
  }),
  numberedLine({
    model: 'Z4',
    names: ['z4'],
    usualBody: 'roadster',
    generations: [
      { name: 'E8x', words: ['e85', 'e86', 'e8x'], years: [2003, 2008] },
      { name: 'E89', words: ['e89'], years: [2009, 2016] },
      { name: 'G29', words: ['g29'], years: [2019, STILL_MADE] },
    ],
    trims: [
      { words: ['2.5', '2.5i'], name: '2.5i', made: { E8x: [2003, 2005] } },
      { words: ['3.0', '3.0i'], name: '3.0i', made: { E8x: [2003, 2008] } },
      { words: '3.0si', made: { E8x: [2006, 2008] } },
      { words: 'm', name: 'M', made: { E8x: [2006, 2008] } },
      { words: 'sdrive28i', made: { E89: [2012, 2016] } },
      { words: 'sdrive30i', made: { E89: [2009, 2011], G29: true } },
      { words: 'sdrive35i', made: { E89: true } },
      { words: 'sdrive35is', made: { E89: [2011, 2016] } },
      { words: 'm40i', name: 'M40i', made: { G29: [2020, STILL_MADE] } },
    ],
  }),
  numberedLine({
    model: 'Z8',
    names: ['z8'],
    body: 'roadster',
    generations: [{ name: 'E52', words: ['e52'], years: [2000, 2003] }],
    trims: [{ words: ['base', ''], made: { E52: true } }],
  }),
];
