import type { ModelLine } from '../model-line.ts';
import { ferrariLine } from './ferrari-line.ts';

/** Mid-engined twelve-cylinder cars, and the limited cars above them. */
export const ferrariFlatTwelve: readonly ModelLine[] = [
  ferrariLine({
    model: 'Berlinetta Boxer',
    names: [
      'berlinetta boxer',
      'bb',
      '512 bb',
      '512 bbi',
      'bb 512',
      'bb 512i',
      '365 gt4 bb',
      '365 gt4/bb',
      '512 bb/lm',
      '512 bb lm',
      '512bbi',
      '512bb',
    ],
    body: 'coupe',
    series: { '365 GT4 BB': [1973, 1976], '512 BB': [1976, 1981], '512 BBi': [1981, 1984] },
    seriesWords: { '365 GT4 BB': ['365 gt4 bb', '365 gt4/bb'], '512 BBi': ['512 bbi', 'bb 512i', '512bbi'] },
    trims: [
      { name: '365 GT4 BB', words: ['365 gt4 bb', '365 gt4/bb', ''], made: { '365 GT4 BB': [1973, 1976] } },
      { name: '512 BB', words: ['512 bb', 'bb 512', '512bb', ''], made: { '512 BB': [1976, 1981] } },
      { name: '512 BBi', words: ['512 bbi', 'bb 512i', '512bbi', '512 bb', ''], made: { '512 BBi': [1981, 1984] } },
      { name: '512 BB LM', words: ['512 bb/lm', '512 bb lm'], made: { '512 BB': [1978, 1982] }, marks: ['race-car'] },
    ],
  }),
  ferrariLine({
    model: 'Testarossa',
    names: ['testarossa', '512 tr', '512tr', 'f512 m', 'f512m'],
    usualBody: 'coupe',
    series: { Testarossa: [1984, 1991], '512 TR': [1991, 1994], 'F512 M': [1994, 1996] },
    seriesWords: { '512 TR': ['512 tr', '512tr'], 'F512 M': ['f512 m', 'f512m'] },
    trims: [
      { name: 'Testarossa', words: ['testarossa', ''], made: { Testarossa: [1984, 1991] } },
      {
        name: 'Testarossa Monospecchio',
        words: ['testarossa monospecchio', 'monospecchio'],
        made: { Testarossa: [1984, 1987] },
      },
      { name: '512 TR', words: ['512 tr', '512tr', ''], made: { '512 TR': [1991, 1994] } },
      { name: 'F512 M', words: ['f512 m', 'f512m', ''], made: { 'F512 M': [1994, 1996] } },
    ],
  }),
  ferrariLine({ model: '288 GTO', names: ['288', '288 gto'], body: 'coupe', series: { '288 GTO': [1984, 1987] } }),
  ferrariLine({ model: 'F40', body: 'coupe', series: { F40: [1987, 1992] } }),
  ferrariLine({ model: 'F50', body: 'targa', series: { F50: [1995, 1997] } }),
  ferrariLine({ model: 'Enzo', body: 'coupe', series: { Enzo: [2002, 2004] } }),
  ferrariLine({
    model: 'LaFerrari',
    series: { LaFerrari: [2013, 2018] },
    trims: [
      { name: 'Coupe', words: ['coupe', ''], body: 'coupe' },
      { name: 'Aperta', body: 'roadster', made: { LaFerrari: [2016, 2018] } },
    ],
  }),
];
