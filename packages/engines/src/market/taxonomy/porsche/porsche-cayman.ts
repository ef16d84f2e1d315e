import type { ModelLine } from '../model-line.ts';

/** The Cayman, sold as 718 Cayman from model year 2017 (type 982). `718 GT4` belongs to it. */
export const porscheCayman: ModelLine = {
  model: 'Cayman',
  names: ['cayman', '718 cayman', '718 gt4'],
  body: 'coupe',
  generations: [
    { name: '987.1', words: ['987', '987.1'], years: [2006, 2008], manualGears: [5, 6] },
    { name: '987.2', words: ['987', '987.2'], years: [2009, 2012], manualGears: [6] },
    { name: '981', words: ['981'], years: [2013, 2016], manualGears: [6] },
    { name: '982', words: ['982', '718'], years: [2017, 2025], manualGears: [6] },
  ],
  trims: [
    {
      name: 'Base',
      words: ['', 'base'],
      made: { '987.1': [2006, 2008], '987.2': [2009, 2012], '981': [2013, 2016], '982': [2017, 2025] },
    },
    {
      name: 'S',
      words: ['s'],
      made: { '987.1': [2006, 2008], '987.2': [2009, 2012], '981': [2013, 2016], '982': [2017, 2025] },
    },
    { name: 'T', words: ['t'], made: { '982': [2019, 2023] } },
    { name: 'R', words: ['r'], made: { '987.2': [2011, 2012] } },
    { name: 'GTS', words: ['gts'], made: { '981': [2014, 2016], '982': [2018, 2019] } },
    { name: 'GTS 4.0', words: ['gts 4.0', 'gts 4.0l', 'gts'], made: { '982': [2020, 2025] } },
    { name: 'GT4', words: ['gt4'], made: { '981': [2015, 2016], '982': [2019, 2024] } },
    { name: 'GT4 Clubsport', words: ['gt4 club sport'], made: { '981': [2016, 2017], '982': [2018, 2021] } },
    { name: 'GT4 RS', words: ['gt4 rs'], made: { '982': [2022, 2025] } },
    { name: 'GT4 RS Clubsport', words: ['gt4 rs club sport'], made: { '982': [2022, 2025] } },
  ],
};
