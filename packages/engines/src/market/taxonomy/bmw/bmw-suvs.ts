import { STILL_MADE, type ModelLine } from '../model-line.ts';
import { numberedLine } from './numbered-line.ts';

/** The X cars, and the `X5 M` and its like as lines of their own. */
export const bmwSuvs: readonly ModelLine[] = [
  numberedLine({
    model: 'X1',
    names: ['x1'],
    body: 'suv',
    generations: [
      { name: 'E84', words: ['e84'], years: [2009, 2015] },
      { name: 'F48', words: ['f48'], years: [2016, 2022] },
      { name: 'U11', words: ['u11'], years: [2023, STILL_MADE] },
    ],
    trims: [
      { words: 'xdrive28i', made: { E84: [2012, 2015], F48: true, U11: true } },
      { words: 'sdrive28i', made: { E84: [2012, 2015], F48: true } },
      { words: 'xdrive35i', made: { E84: [2012, 2015] } },
    ],
  }),
  numberedLine({
    model: 'X3',
    names: ['x3'],
    body: 'suv',
    drive: 'all-wheel',
    generations: [
      { name: 'E83', words: ['e83'], years: [2004, 2010] },
      { name: 'F25', words: ['f25'], years: [2011, 2017] },
      { name: 'G01', words: ['g01'], years: [2018, 2024] },
    ],
    trims: [
      { words: '2.5i', made: { E83: [2004, 2006] } },
      { words: '3.0i', made: { E83: [2004, 2010] } },
      { words: '3.0si', made: { E83: [2007, 2008] } },
      { words: 'xdrive30i', made: { E83: [2009, 2010], G01: true } },
      { words: 'xdrive28i', made: { F25: true } },
      { words: 'xdrive35i', made: { F25: true } },
      { words: 'm40i', name: 'M40i', made: { G01: true } },
    ],
  }),
  numberedLine({
    model: 'X5',
    names: ['x5'],
    body: 'suv',
    drive: 'all-wheel',
    generations: [
      { name: 'E53', words: ['e53'], years: [2000, 2006] },
      { name: 'E70', words: ['e70'], years: [2007, 2013] },
      { name: 'F15', words: ['f15'], years: [2014, 2018] },
      { name: 'G05', words: ['g05'], years: [2019, STILL_MADE] },
    ],
    trims: [
      { words: '3.0i', made: { E53: true } },
      { words: '4.4i', made: { E53: true } },
      { words: '4.6is', made: { E53: [2002, 2003] } },
      { words: '4.8is', made: { E53: [2004, 2006] } },
      { words: '3.0si', made: { E70: [2007, 2008] } },
      { words: '4.8i', made: { E70: [2007, 2008] } },
      { words: 'xdrive30i', made: { E70: [2009, 2010] } },
      { words: 'xdrive48i', made: { E70: [2009, 2010] } },
      { words: 'xdrive35d', made: { E70: [2009, 2013], F15: true } },
      { words: 'xdrive35i', made: { E70: [2011, 2013], F15: true } },
      { words: 'xdrive50i', made: { E70: [2011, 2013], F15: true, G05: [2019, 2020] } },
      { words: 'xdrive40i', made: { G05: true } },
      { words: 'xdrive40e', made: { F15: [2016, 2018] } },
      { words: 'xdrive45e', made: { G05: [2021, 2023] } },
      { words: ['m50i'], name: 'M50i', made: { G05: [2020, 2023] } },
    ],
  }),
  numberedLine({
    model: 'X6',
    names: ['x6'],
    body: 'suv',
    drive: 'all-wheel',
    generations: [
      { name: 'E71', words: ['e71'], years: [2008, 2014] },
      { name: 'F16', words: ['f16'], years: [2015, 2019] },
      { name: 'G06', words: ['g06'], years: [2020, STILL_MADE] },
    ],
    trims: [
      { words: 'xdrive35i', made: { E71: true, F16: true } },
      { words: 'xdrive50i', made: { E71: true, F16: true } },
    ],
  }),
  ...(
    [
      ['X3 M', ['x3 m'], 'F97', [2020, 2024]],
      ['X4 M', ['x4 m'], 'F98', [2020, 2025]],
    ] as const
  ).map(([model, names, generation, years]) =>
    numberedLine({
      model,
      names,
      body: 'suv',
      drive: 'all-wheel',
      generations: [{ name: generation, words: [generation.toLowerCase()], years }],
      trims: [
        { words: ['base', ''], made: { [generation]: true } },
        { words: 'competition', made: { [generation]: true } },
      ],
    }),
  ),
  ...(
    [
      ['X5 M', ['x5 m'], ['E70', 'F85', 'F95']],
      ['X6 M', ['x6 m'], ['E71', 'F86', 'F96']],
    ] as const
  ).map(([model, names, [first, second, third]]) =>
    numberedLine({
      model,
      names,
      body: 'suv',
      drive: 'all-wheel',
      generations: [
        { name: first, words: [first.toLowerCase()], years: [2010, 2014] },
        { name: second, words: [second.toLowerCase()], years: [2015, 2019] },
        { name: third, words: [third.toLowerCase()], years: [2020, STILL_MADE] },
      ],
      trims: [
        { words: ['base', ''], made: { [first]: true, [second]: true, [third]: true } },
        { words: 'competition', made: { [third]: true } },
      ],
    }),
  ),
];
