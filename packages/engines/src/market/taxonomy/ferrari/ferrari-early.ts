import type { ModelLine } from '../model-line.ts';
import { ferrariLine } from './ferrari-line.ts';

/** The Dino, and the V12 cars to 1976. */
export const ferrariEarly: readonly ModelLine[] = [
  ferrariLine({
    model: 'Dino',
    names: ['dino', 'dino 206', 'dino 246', '246', '206'],
    series: { 'Dino 206': [1967, 1969], 'Dino 246': [1969, 1974] },
    seriesWords: { 'Dino 206': ['dino 206', '206'], 'Dino 246': ['dino 246', '246'] },
    trims: [
      { name: '206 GT', words: ['gt', '206 gt'], body: 'coupe', made: { 'Dino 206': [1967, 1969] } },
      { name: '246 GT', words: ['gt', '246 gt'], body: 'coupe', made: { 'Dino 246': [1969, 1974] } },
      { name: '246 GTS', words: ['gts', '246 gts'], body: 'targa', made: { 'Dino 246': [1972, 1974] } },
      {
        name: '246 GTS Chairs and Flares',
        words: ['gts chairs flares', '246 gts chairs flares', '246 gts chairs and flares', 'gts chairs and flares'],
        body: 'targa',
        made: { 'Dino 246': [1973, 1974] },
      },
      {
        name: '246 GT Chairs and Flares',
        words: ['gt chairs flares', '246 gt chairs flares', '246 gt chairs and flares', 'gt chairs and flares'],
        body: 'coupe',
        made: { 'Dino 246': [1973, 1974] },
      },
    ],
  }),
  ferrariLine({
    model: '250',
    names: ['250'],
    usualBody: 'coupe',
    series: { '250': [1952, 1964] },
    trims: [
      { name: 'GT', words: ['gt'] },
      {
        name: 'GT Pinin Farina',
        words: ['gt pinin farina', 'gt series i pinin farina'],
        made: { '250': [1958, 1960] },
      },
      { name: 'GT Ellena', words: ['gt ellena'], made: { '250': [1957, 1958] } },
      { name: 'GT Lusso', words: ['gt lusso', 'gt/l lusso', 'gt/l'], made: { '250': [1962, 1964] } },
      { name: 'GTE', words: ['gte', 'gte 2+2', 'gt 2+2', 'gt/e'], made: { '250': [1960, 1963] } },
      {
        name: 'GT California Spider',
        words: ['gt lwb california spider', 'gt swb california spider', 'gt california spider'],
        body: 'roadster',
        made: { '250': [1957, 1963] },
      },
      { name: 'GTO', words: ['gto'], made: { '250': [1962, 1964] } },
    ],
  }),
  ferrariLine({
    model: '275',
    names: ['275'],
    series: { '275': [1964, 1968] },
    trims: [
      { name: 'GTB', body: 'coupe' },
      { name: 'GTB/4', body: 'coupe', made: { '275': [1966, 1968] } },
      { name: 'GTS', body: 'roadster' },
    ],
  }),
  ferrariLine({
    model: '330',
    names: ['330'],
    series: { '330': [1963, 1968] },
    trims: [
      { name: 'America', body: 'coupe', made: { '330': [1963, 1964] } },
      { name: 'GT 2+2', words: ['gt 2+2', 'gt', 'gt series i'], body: 'coupe', made: { '330': [1963, 1968] } },
      { name: 'GTC', body: 'coupe', made: { '330': [1966, 1968] } },
      { name: 'GTS', body: 'roadster', made: { '330': [1966, 1968] } },
      { name: 'GTO', body: 'coupe', made: { '330': [1962, 1965] } },
    ],
  }),
  ferrariLine({
    model: '365',
    names: ['365', 'gtb/4 daytona'],
    series: { '365': [1966, 1976] },
    trims: [
      { name: 'GT 2+2', words: ['gt 2+2', 'gt'], body: 'coupe', made: { '365': [1967, 1971] } },
      {
        name: 'GTB/4 Daytona',
        words: ['gtb/4 daytona berlinetta', 'gtb/4 daytona', 'gtb/4', 'daytona'],
        body: 'coupe',
        made: { '365': [1968, 1974] },
      },
      { name: 'GTS/4 Daytona', words: ['gts/4 daytona', 'gts/4'], body: 'roadster', made: { '365': [1969, 1974] } },
      { name: 'GTC', body: 'coupe', made: { '365': [1968, 1970] } },
      { name: 'GTC/4', body: 'coupe', made: { '365': [1971, 1973] } },
      { name: 'GT4 2+2', body: 'coupe', made: { '365': [1972, 1976] } },
    ],
  }),
  ferrariLine({
    model: '212',
    names: ['212'],
    series: { '212': [1951, 1953] },
    trims: [{ name: 'Inter' }, { name: 'Export' }],
  }),
  ferrariLine({
    model: '500 Mondial',
    names: ['500 mondial'],
    body: 'roadster',
    series: { '500 Mondial': [1953, 1956] },
  }),
];
