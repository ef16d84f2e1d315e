import type { ModelLine } from '../model-line.ts';

/** The Boxster, sold as 718 Boxster from model year 2017 (type 982). The `718 Spyder` belongs to it. */
export const porscheBoxster: ModelLine = {
  model: 'Boxster',
  names: ['boxster', '718 boxster', '718 spyder', '986'],
  body: 'roadster',
  generations: [
    { name: '986', words: ['986'], years: [1997, 2004], manualGears: [5, 6] },
    { name: '987.1', words: ['987', '987.1'], years: [2005, 2008], manualGears: [5, 6] },
    { name: '987.2', words: ['987', '987.2'], years: [2009, 2012], manualGears: [6] },
    { name: '981', words: ['981'], years: [2013, 2016], manualGears: [6] },
    { name: '982', words: ['982', '718'], years: [2017, 2025], manualGears: [6] },
  ],
  trims: [
    {
      name: 'Base',
      words: ['', 'base'],
      made: {
        '986': [1997, 2004],
        '987.1': [2005, 2008],
        '987.2': [2009, 2012],
        '981': [2013, 2016],
        '982': [2017, 2025],
      },
    },
    {
      name: 'S',
      words: ['s'],
      made: {
        '986': [2000, 2004],
        '987.1': [2005, 2008],
        '987.2': [2009, 2012],
        '981': [2013, 2016],
        '982': [2017, 2025],
      },
    },
    { name: 'T', words: ['t'], made: { '982': [2019, 2023] } },
    { name: 'GTS', words: ['gts'], made: { '981': [2015, 2016], '982': [2018, 2019] } },
    { name: 'GTS 4.0', words: ['gts 4.0', 'gts 4.0l', 'gts'], made: { '982': [2020, 2025] } },
    { name: 'RS 60 Spyder', words: ['rs 60 spyder', 'rs60 spyder', 'rs 60'], made: { '987.1': [2008, 2008] } },
    { name: 'Spyder', words: ['spyder'], made: { '987.2': [2011, 2012], '981': [2016, 2016], '982': [2020, 2023] } },
    { name: 'Spyder RS', words: ['spyder rs'], made: { '982': [2024, 2025] } },
    { name: '25 Years', words: ['25 years', '25 years edition'], made: { '982': [2021, 2022] } },
  ],
};
