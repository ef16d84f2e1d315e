import { STILL_MADE, type ModelLine } from '../model-line.ts';
import { ferrariLine, type FerrariTrim } from './ferrari-line.ts';

const QV = ['quattrovalvole', 'qv'] as const;
const withQv = (name: string): readonly string[] => QV.map((word) => `${name} ${word}`);

const TRIMS_308: readonly FerrariTrim[] = [
  { name: 'GTB Vetroresina', body: 'coupe', made: { Carburettor: [1975, 1977] } },
  { name: 'GTB', body: 'coupe', made: { Carburettor: [1975, 1980] } },
  { name: 'GTS', body: 'targa', made: { Carburettor: [1977, 1980] } },
  { name: 'GTBi', body: 'coupe', words: ['gtbi', 'gtb'], made: { Injection: [1980, 1982] } },
  { name: 'GTSi', body: 'targa', words: ['gtsi', 'gts'], made: { Injection: [1980, 1982] } },
  {
    name: 'GTB Quattrovalvole',
    body: 'coupe',
    words: [...withQv('gtb'), ...withQv('gtbi'), 'gtb', 'gtbi'],
    made: { Quattrovalvole: [1983, 1985] },
  },
  {
    name: 'GTS Quattrovalvole',
    body: 'targa',
    words: [...withQv('gts'), ...withQv('gtsi'), 'gts', 'gtsi'],
    made: { Quattrovalvole: [1983, 1985] },
  },
];

/** The V8 cars to 1999. The series of the 308 are those of its engine. */
const EARLY_V8: readonly ModelLine[] = [
  ferrariLine({
    model: '208',
    names: ['208', 'gtb turbo', 'gts turbo'],
    series: { '208': [1980, 1982], Turbo: [1982, 1989] },
    trims: [
      { name: 'GTB', body: 'coupe', made: { '208': [1980, 1982] } },
      { name: 'GTS', body: 'targa', made: { '208': [1980, 1982] } },
      { name: 'GTB Turbo', body: 'coupe', made: { Turbo: [1982, 1989] } },
      { name: 'GTS Turbo', body: 'targa', made: { Turbo: [1983, 1989] } },
    ],
  }),
  ferrariLine({
    model: '308',
    series: { Carburettor: [1975, 1980], Injection: [1980, 1982], Quattrovalvole: [1983, 1985] },
    trims: TRIMS_308,
  }),
  ferrariLine({
    model: '308 GT4',
    names: ['308 gt4', 'dino 308 gt4', 'dino 208 gt4', '208 gt4'],
    body: 'coupe',
    series: { '308 GT4': [1973, 1980] },
    trims: [
      { name: 'Dino 308 GT4', words: ['dino 308 gt4'] },
      { name: 'Dino 208 GT4', words: ['dino 208 gt4', '208 gt4'] },
      { name: 'GT4', words: ['308 gt4', 'gt4'] },
    ],
  }),
  ferrariLine({
    model: '328',
    series: { '328': [1985, 1989] },
    trims: [
      { name: 'GTB', body: 'coupe' },
      { name: 'GTS', body: 'targa' },
    ],
  }),
  ferrariLine({
    model: 'Mondial',
    series: {
      'Mondial 8': [1980, 1982],
      'Mondial Quattrovalvole': [1982, 1985],
      'Mondial 3.2': [1985, 1989],
      'Mondial T': [1989, 1993],
    },
    seriesWords: { 'Mondial Quattrovalvole': QV, 'Mondial 3.2': ['3.2'] },
    trims: [
      { name: '8', words: ['8', ''], body: 'coupe', made: { 'Mondial 8': [1980, 1982] } },
      { name: 'Quattrovalvole', words: [...QV, ''], made: { 'Mondial Quattrovalvole': [1982, 1985] } },
      { name: '3.2', words: ['3.2', ''], made: { 'Mondial 3.2': [1985, 1989] } },
      { name: 'T', words: ['t', ''], made: { 'Mondial T': [1989, 1993] } },
      { name: 'T Valeo', words: ['t valeo', 't valeo transmission'], made: { 'Mondial T': [1991, 1993] } },
    ],
  }),
  ferrariLine({
    model: '348',
    series: { '348': [1989, 1995] },
    trims: [
      { name: 'TB', words: ['tb', 'gtb'], body: 'coupe' },
      { name: 'TS', words: ['ts', 'gts'], body: 'targa' },
      { name: 'TB Serie Speciale', body: 'coupe', made: { '348': [1992, 1993] } },
      { name: 'TS Serie Speciale', body: 'targa', made: { '348': [1992, 1993] } },
      { name: 'Spider', words: ['spider', 'spyder'], body: 'roadster', made: { '348': [1993, 1995] } },
      { name: 'Challenge', body: 'coupe', made: { '348': [1993, 1995] }, marks: ['race-car'] },
    ],
  }),
  ferrariLine({
    model: 'F355',
    names: ['f355', '355'],
    series: { F355: [1994, 1999] },
    trims: [
      { name: 'Berlinetta', words: ['berlinetta', 'gtb', 'coupe'], body: 'coupe' },
      { name: 'Berlinetta', words: [''], onlyBody: 'coupe', body: 'coupe' },
      { name: 'GTS', body: 'targa' },
      { name: 'Spider', words: ['spider', 'spyder'], body: 'roadster', made: { F355: [1995, 1999] } },
      { name: 'Spider Serie Fiorano', body: 'roadster', made: { F355: [1999, 1999] } },
      { name: 'Challenge', body: 'coupe', made: { F355: [1995, 1999] }, marks: ['race-car'] },
    ],
  }),
];

/** The V8 cars from 1999. */
const LATE_V8: readonly ModelLine[] = [
  ferrariLine({
    model: '360',
    names: ['360', '360 modena'],
    impliedBy: ['challenge stradale', 'modena'],
    series: { '360': [1999, 2005] },
    trims: [
      { name: 'Modena', words: ['modena', 'coupe', ''], body: 'coupe' },
      { name: 'Spider', words: ['spider', 'spyder'], body: 'roadster', made: { '360': [2000, 2005] } },
      { name: 'Challenge Stradale', body: 'coupe', made: { '360': [2003, 2005] } },
      {
        name: 'Challenge',
        words: ['challenge', 'modena challenge'],
        body: 'coupe',
        made: { '360': [2000, 2005] },
        marks: ['race-car'],
      },
    ],
  }),
  ferrariLine({
    model: 'F430',
    names: ['f430', '430', '430 scuderia'],
    series: { F430: [2005, 2009] },
    trims: [
      { name: 'Berlinetta', words: ['berlinetta', ''], body: 'coupe' },
      { name: 'Spider', words: ['spider', 'spyder'], body: 'roadster' },
      { name: 'Scuderia', words: ['scuderia', '430 scuderia'], body: 'coupe', made: { F430: [2007, 2009] } },
      {
        name: 'Scuderia Spider 16M',
        words: ['scuderia spider 16m', '430 scuderia spider 16m', 'scuderia 16m', '16m'],
        body: 'roadster',
        made: { F430: [2009, 2009] },
      },
      { name: 'Challenge', body: 'coupe', made: { F430: [2006, 2010] }, marks: ['race-car'] },
    ],
  }),
  ferrariLine({
    model: '458',
    series: { '458': [2010, 2015] },
    trims: [
      { name: 'Italia', words: ['italia', ''], body: 'coupe' },
      { name: 'Spider', words: ['spider', 'spyder'], body: 'roadster', made: { '458': [2011, 2015] } },
      { name: 'Speciale', body: 'coupe', made: { '458': [2013, 2015] } },
      {
        name: 'Speciale A',
        words: ['speciale a', 'speciale aperta', 'aperta'],
        body: 'roadster',
        made: { '458': [2014, 2015] },
      },
      {
        name: 'Challenge',
        words: ['challenge', 'challenge evo'],
        body: 'coupe',
        made: { '458': [2010, 2016] },
        marks: ['race-car'],
      },
    ],
  }),
  ferrariLine({
    model: '488',
    series: { '488': [2015, 2022] },
    trims: [
      { name: 'GTB', words: ['gtb', ''], body: 'coupe' },
      { name: 'Spider', words: ['spider', 'spyder'], body: 'roadster' },
      { name: 'Pista', body: 'coupe', made: { '488': [2018, 2020] } },
      {
        name: 'Pista Spider',
        words: ['pista spider', 'pista aperta'],
        body: 'roadster',
        made: { '488': [2019, 2020] },
      },
      {
        name: 'Challenge',
        words: ['challenge', 'challenge evo'],
        body: 'coupe',
        made: { '488': [2016, 2022] },
        marks: ['race-car'],
      },
    ],
  }),
  ferrariLine({
    model: 'F8',
    names: ['f8', 'f8 tributo'],
    series: { F8: [2020, 2023] },
    trims: [
      { name: 'Tributo', body: 'coupe' },
      { name: 'Spider', body: 'roadster' },
    ],
  }),
  ferrariLine({
    model: '296',
    series: { '296': [2022, STILL_MADE] },
    trims: [
      { name: 'GTB', body: 'coupe' },
      { name: 'GTS', body: 'roadster' },
      { name: 'GTB Assetto Fiorano', body: 'coupe' },
      { name: 'GTS Assetto Fiorano', body: 'roadster' },
      { name: 'Speciale', body: 'coupe', made: { '296': [2025, STILL_MADE] } },
    ],
  }),
  ferrariLine({
    model: 'SF90',
    drive: 'all-wheel',
    series: { SF90: [2020, 2024] },
    trims: [
      { name: 'Stradale', words: ['stradale', ''], body: 'coupe' },
      { name: 'Stradale Assetto Fiorano', words: ['stradale assetto fiorano', 'assetto fiorano'], body: 'coupe' },
      { name: 'Spider', body: 'roadster' },
      { name: 'Spider Assetto Fiorano', body: 'roadster' },
      { name: 'XX Stradale', body: 'coupe', made: { SF90: [2024, 2024] } },
    ],
  }),
  ferrariLine({
    model: 'California',
    body: 'cabriolet',
    series: { California: [2009, 2014], 'California T': [2015, 2017] },
    seriesWords: { 'California T': ['california t'] },
    trims: [
      { name: 'Base', words: ['base', '', '2+2'], made: { California: [2009, 2012] } },
      { name: '30', words: ['30', ''], made: { California: [2013, 2014] } },
      { name: 'T', words: ['t', ''], made: { 'California T': [2015, 2017] } },
    ],
  }),
  ferrariLine({
    model: 'Portofino',
    body: 'cabriolet',
    series: { Portofino: [2018, 2021], 'Portofino M': [2021, 2023] },
    trims: [
      { name: 'Base', words: ['base', ''], made: { Portofino: [2018, 2021] } },
      { name: 'M', made: { 'Portofino M': [2021, 2023] } },
    ],
  }),
  ferrariLine({
    model: 'Roma',
    usualBody: 'coupe',
    series: { Roma: [2020, 2025] },
    trims: [
      { name: 'Coupe', words: ['coupe', ''], body: 'coupe' },
      { name: 'Spider', body: 'cabriolet', made: { Roma: [2024, 2025] } },
    ],
  }),
];

export const ferrariV8: readonly ModelLine[] = [...EARLY_V8, ...LATE_V8];
