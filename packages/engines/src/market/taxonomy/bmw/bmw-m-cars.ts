import { STILL_MADE, type ModelLine } from '../model-line.ts';
import { numberedLine, type NumberedTrim } from './numbered-line.ts';

const BASE = ['base', ''] as const;
const COMPETITION = ['competition', 'competition package', 'zcp', 'competition edition'] as const;

const M3_SPECIALS: readonly NumberedTrim[] = [
  { words: ['evolution ii', 'evo ii'], name: 'Evolution II', made: { E30: [1988, 1988] } },
  { words: ['sport evolution', 'sport evo', 'evolution iii'], made: { E30: [1990, 1990] } },
  { words: 'europameister', made: { E30: [1988, 1989] } },
  { words: 'cecotto', made: { E30: [1989, 1989] } },
  { words: ['evolution', 'evo'], name: 'Evolution', made: { E36: [1996, 1999] } },
  { words: ['gt', 'gt imola'], name: 'GT', made: { E36: [1995, 1996] } },
  { words: ['lightweight', 'ltw'], made: { E36: [1995, 1995] }, marks: ['lightweight'] },
  { words: 'csl', name: 'CSL', made: { E46: [2003, 2004] } },
  {
    words: ['lime rock park edition', 'lime rock park', 'lime rock'],
    name: 'Lime Rock Park Edition',
    made: { E9x: [2013, 2013] },
  },
  {
    words: [
      'frozen edition',
      'frozen grey edition',
      'frozen gray edition',
      'frozen silver edition',
      'frozen black edition',
    ],
    made: { E9x: [2011, 2013] },
  },
  { words: 'gts', name: 'GTS', made: { E9x: [2010, 2011] } },
  { words: 'crt', name: 'CRT', made: { E9x: [2011, 2012] } },
  { words: ['30 jahre', '30 jahre edition'], name: '30 Jahre', made: { F8x: [2016, 2017] } },
  { words: ['edition 50 jahre', '50 jahre'], name: 'Edition 50 Jahre', made: { G8x: [2023, 2023] } },
];

const M5_SPECIALS: readonly NumberedTrim[] = [
  { words: ['30 jahre', '30 jahre edition'], name: '30 Jahre', made: { F10: [2014, 2015] } },
  { words: ['pure metal silver edition', 'pure metal silver'], name: 'Pure Metal Silver', made: { F10: [2016, 2016] } },
  { words: ['edition 35 jahre', '35 jahre'], name: 'Edition 35 Jahre', made: { F90: [2020, 2020] } },
  { words: 'first edition', made: { F90: [2018, 2018] } },
  { words: 'cs', name: 'CS', made: { F90: [2022, 2022] } },
];

/** Competition cars from 2021 on drive all wheels where the text says `xDrive`, which the words of a text tell. */
export const bmwMCars: readonly ModelLine[] = [
  numberedLine({
    model: 'M1',
    names: ['m1'],
    body: 'coupe',
    generations: [{ name: 'E26', words: ['e26'], years: [1978, 1981] }],
    trims: [{ words: BASE, made: { E26: true } }],
  }),
  numberedLine({
    model: 'M2',
    names: ['m2'],
    body: 'coupe',
    generations: [
      { name: 'F87', words: ['f87'], years: [2016, 2021] },
      { name: 'G87', words: ['g87'], years: [2023, STILL_MADE] },
    ],
    trims: [
      { words: BASE, made: { F87: [2016, 2018], G87: true } },
      { words: COMPETITION, made: { F87: [2019, 2021] } },
      { words: 'performance edition', made: { F87: [2017, 2018] } },
      { words: 'cs', name: 'CS', made: { F87: [2020, 2021] } },
      {
        words: ['cs racing', 'cs racing club sport'],
        name: 'CS Racing',
        made: { F87: [2020, 2022] },
        marks: ['race-car'],
      },
    ],
  }),
  numberedLine({
    model: 'M3',
    names: ['m3'],
    generations: [
      { name: 'E30', words: ['e30'], years: [1986, 1991] },
      { name: 'E36', words: ['e36'], years: [1993, 1999] },
      { name: 'E46', words: ['e46'], years: [2001, 2006] },
      { name: 'E9x', words: ['e90', 'e92', 'e93', 'e9x'], years: [2007, 2013] },
      { name: 'F8x', words: ['f80', 'f8x'], years: [2014, 2018] },
      { name: 'G8x', words: ['g80', 'g81', 'g8x'], years: [2021, STILL_MADE] },
    ],
    trims: [
      { words: BASE, made: { E30: true, E36: true, E46: true, E9x: true, F8x: true, G8x: true } },
      { words: COMPETITION, made: { E46: [2004, 2006], E9x: [2010, 2013], F8x: [2016, 2018], G8x: true } },
      {
        words: ['competition xdrive', 'xdrive competition'],
        name: 'Competition xDrive',
        made: { G8x: true },
        drive: 'all-wheel',
      },
      { words: 'cs', name: 'CS', made: { F8x: [2018, 2018], G8x: [2023, STILL_MADE] } },
      ...M3_SPECIALS,
    ],
  }),
  numberedLine({
    model: 'M4',
    names: ['m4'],
    usualBody: 'coupe',
    generations: [
      { name: 'F8x', words: ['f82', 'f83', 'f8x'], years: [2014, 2020] },
      { name: 'G8x', words: ['g82', 'g83', 'g8x'], years: [2021, STILL_MADE] },
    ],
    trims: [
      { words: BASE, made: { F8x: true, G8x: true } },
      { words: COMPETITION, made: { F8x: [2016, 2020], G8x: true } },
      {
        words: ['competition xdrive', 'xdrive competition'],
        name: 'Competition xDrive',
        made: { G8x: true },
        drive: 'all-wheel',
      },
      { words: ['competition xdrive kith edition', 'kith edition'], name: 'Kith Edition', made: { G8x: [2021, 2022] } },
      { words: 'cs', name: 'CS', made: { F8x: [2018, 2020] } },
      { words: 'csl', name: 'CSL', made: { G8x: [2022, 2023] } },
      { words: 'gts', name: 'GTS', made: { F8x: [2016, 2016] } },
      { words: ['gt4', 'gt4 design masterpiece'], name: 'GT4', made: { F8x: [2018, 2020] }, marks: ['race-car'] },
      { words: ['m heritage edition', 'heritage edition'], name: 'Heritage Edition', made: { F8x: [2019, 2020] } },
    ],
  }),
  numberedLine({
    model: 'M5',
    names: ['m5'],
    usualBody: 'sedan',
    generations: [
      { name: 'E28', words: ['e28'], years: [1985, 1988] },
      { name: 'E34', words: ['e34'], years: [1989, 1995] },
      { name: 'E39', words: ['e39'], years: [1998, 2003] },
      { name: 'E6x', words: ['e60', 'e61', 'e6x'], years: [2005, 2010], manualGears: [6] },
      { name: 'F10', words: ['f10'], years: [2012, 2017] },
      { name: 'F90', words: ['f90'], years: [2018, 2023] },
      { name: 'G9x', words: ['g90', 'g99', 'g9x'], years: [2025, STILL_MADE] },
    ],
    trims: [
      { words: BASE, made: { E28: true, E34: true, E39: true, E6x: true, F10: true, F90: true, G9x: true } },
      { words: COMPETITION, made: { F10: [2014, 2017], F90: [2019, 2023] } },
      ...M5_SPECIALS,
    ],
  }),
  numberedLine({
    model: 'M6',
    names: ['m6', 'm635csi'],
    usualBody: 'coupe',
    generations: [
      { name: 'E24', words: ['e24'], years: [1984, 1989] },
      { name: 'E6x', words: ['e63', 'e64', 'e6x'], years: [2006, 2010] },
      { name: 'F1x', words: ['f06', 'f12', 'f13', 'f1x'], years: [2012, 2018] },
    ],
    trims: [
      { words: BASE, made: { E24: [1987, 1989], E6x: true, F1x: true } },
      { words: 'm635csi', made: { E24: [1984, 1989] }, body: 'coupe' },
      { words: COMPETITION, made: { F1x: [2014, 2018] } },
    ],
  }),
  numberedLine({
    model: 'M8',
    names: ['m8'],
    drive: 'all-wheel',
    generations: [{ name: 'F9x', words: ['f91', 'f92', 'f93', 'f9x'], years: [2019, STILL_MADE] }],
    trims: [
      { words: BASE, made: { F9x: true } },
      { words: COMPETITION, made: { F9x: true } },
    ],
  }),
];
