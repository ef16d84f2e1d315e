import { STILL_MADE, type ModelLine } from '../model-line.ts';
import { ferrariLine } from './ferrari-line.ts';

/** Front-engined V12 cars from the 400 on. */
export const ferrariV12Front: readonly ModelLine[] = [
  ferrariLine({
    model: '400',
    names: ['400', '400i', '400 gt', '400 i'],
    usualBody: 'coupe',
    series: { '400': [1976, 1979], '400i': [1979, 1985] },
    seriesWords: { '400i': ['400i', '400 i'] },
    trims: [
      { name: '400', words: ['', 'gt', '400 gt'], made: { '400': [1976, 1979] } },
      { name: '400i', words: ['', '400i', '400 i', 'gt', '400 gt'], made: { '400i': [1979, 1985] } },
    ],
  }),
  ferrariLine({
    model: '412',
    usualBody: 'coupe',
    series: { '412': [1985, 1989] },
    trims: [{ name: 'Base', words: ['', 'gt', 'base'] }],
  }),
  ferrariLine({
    model: '456',
    names: ['456', '456m'],
    body: 'coupe',
    series: { '456': [1993, 1998], '456M': [1999, 2003] },
    seriesWords: { '456M': ['456m'] },
    trims: [
      { name: 'GT', words: ['gt', ''] },
      { name: 'GTA' },
      {
        name: 'GT Schumacher Edition',
        words: ['gt schumacher edition', 'schumacher edition'],
        made: { '456M': [2001, 2003] },
      },
    ],
  }),
  ferrariLine({
    model: '550',
    names: ['550'],
    series: { '550': [1996, 2001] },
    trims: [
      { name: 'Maranello', words: ['maranello', ''], body: 'coupe' },
      {
        name: 'Barchetta Pininfarina',
        words: ['barchetta pininfarina', 'barchetta'],
        body: 'roadster',
        made: { '550': [2000, 2001] },
      },
    ],
  }),
  ferrariLine({
    model: '575M',
    names: ['575m', '575'],
    series: { '575M': [2002, 2006] },
    trims: [
      { name: 'Maranello', words: ['maranello', ''], body: 'coupe' },
      { name: 'Superamerica', body: 'roadster', made: { '575M': [2005, 2006] } },
      {
        name: 'Superamerica HGTC',
        words: ['superamerica hgtc', 'superamerica gtc'],
        body: 'roadster',
        made: { '575M': [2005, 2006] },
      },
    ],
  }),
  ferrariLine({
    model: '599',
    names: ['599'],
    series: { '599': [2006, 2012] },
    trims: [
      { name: 'GTB Fiorano', words: ['gtb fiorano', 'gtb', ''], body: 'coupe' },
      {
        name: 'GTB Fiorano HGTE',
        words: ['gtb fiorano hgte', 'gtb hgte', 'hgte'],
        body: 'coupe',
        made: { '599': [2009, 2012] },
      },
      { name: 'GTO', body: 'coupe', made: { '599': [2010, 2012] } },
      { name: 'SA Aperta', body: 'roadster', made: { '599': [2011, 2012] } },
      {
        name: 'GTB 60F1',
        words: ['gtb 60f1', 'gtb 60f1 alonso final edition', 'gtb 60f1 gonzalez final edition', '60f1'],
        body: 'coupe',
        made: { '599': [2011, 2012] },
      },
    ],
  }),
  ferrariLine({
    model: '612 Scaglietti',
    names: ['612', '612 scaglietti'],
    body: 'coupe',
    series: { '612': [2004, 2011] },
    trims: [
      { name: 'Base', words: ['base', ''] },
      { name: 'HGTC', words: ['hgtc', 'gtc handling package'], made: { '612': [2006, 2011] } },
      { name: 'HGTS', made: { '612': [2006, 2008] } },
      { name: 'HGT2', made: { '612': [2008, 2011] } },
      { name: 'OTO', made: { '612': [2008, 2011] } },
      { name: 'OTO HGT2', made: { '612': [2008, 2011] } },
    ],
  }),
  ferrariLine({ model: 'FF', body: 'hatchback', drive: 'all-wheel', series: { FF: [2012, 2016] } }),
  ferrariLine({
    model: 'GTC4Lusso',
    body: 'hatchback',
    drive: 'all-wheel',
    series: { GTC4Lusso: [2017, 2020] },
    trims: [
      { name: 'V12', words: ['v12', ''] },
      { name: 'T', drive: 'rear-wheel', made: { GTC4Lusso: [2018, 2020] } },
    ],
  }),
  ferrariLine({
    model: 'F12',
    body: 'coupe',
    series: { F12: [2013, 2017] },
    trims: [
      { name: 'Berlinetta', words: ['berlinetta', ''] },
      { name: 'tdf', made: { F12: [2016, 2017] } },
    ],
  }),
  ferrariLine({
    model: '812',
    series: { '812': [2018, 2024] },
    trims: [
      { name: 'Superfast', words: ['superfast', ''], body: 'coupe' },
      { name: 'GTS', body: 'roadster', made: { '812': [2020, 2024] } },
      { name: 'Competizione', body: 'coupe', made: { '812': [2022, 2024] } },
      {
        name: 'Competizione A',
        words: ['competizione a', 'competizione aperta'],
        body: 'roadster',
        made: { '812': [2022, 2024] },
      },
    ],
  }),
  ferrariLine({ model: 'Purosangue', body: 'suv', drive: 'all-wheel', series: { Purosangue: [2023, STILL_MADE] } }),
];
