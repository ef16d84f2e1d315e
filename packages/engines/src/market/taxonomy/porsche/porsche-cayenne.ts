import { STILL_MADE, type ModelLine } from '../model-line.ts';

/** The Cayenne. 955 and 957 are the halves of the first series (9PA), 958 the second (92A), 9Y0 the third. */
export const porscheCayenne: ModelLine = {
  model: 'Cayenne',
  names: ['cayenne', '955', '957', '958'],
  usualBody: 'suv',
  generations: [
    { name: '955', words: ['955', '9pa', 'e1'], years: [2003, 2006] },
    { name: '957', words: ['957', '9pa', 'e1'], years: [2007, 2010] },
    { name: '958.1', words: ['958', '958.1', '92a', 'e2'], years: [2011, 2014] },
    { name: '958.2', words: ['958', '958.2', '92a', 'e2'], years: [2015, 2018], automaticOnly: true },
    { name: '9Y0.1', words: ['9y0', '9y0.1', '9ya', '9yb', 'e3'], years: [2018, 2023], automaticOnly: true },
    { name: '9Y0.2', words: ['9y0', '9y0.2', '9ya', '9yb', 'e3'], years: [2024, STILL_MADE], automaticOnly: true },
  ],
  trims: [
    {
      name: 'Base',
      words: ['', 'base', 'v6'],
      made: {
        '955': [2003, 2006],
        '957': [2007, 2010],
        '958.1': [2011, 2014],
        '958.2': [2015, 2018],
        '9Y0.1': [2019, 2023],
        '9Y0.2': [2024, STILL_MADE],
      },
    },
    {
      name: 'S',
      words: ['s'],
      made: {
        '955': [2003, 2006],
        '957': [2007, 2010],
        '958.1': [2011, 2014],
        '958.2': [2015, 2018],
        '9Y0.1': [2019, 2023],
        '9Y0.2': [2024, STILL_MADE],
      },
    },
    {
      name: 'GTS',
      words: ['gts'],
      made: {
        '957': [2008, 2010],
        '958.1': [2012, 2014],
        '958.2': [2015, 2018],
        '9Y0.1': [2020, 2023],
        '9Y0.2': [2024, STILL_MADE],
      },
    },
    {
      name: 'Turbo',
      words: ['turbo'],
      made: {
        '955': [2003, 2006],
        '957': [2007, 2010],
        '958.1': [2011, 2014],
        '958.2': [2015, 2018],
        '9Y0.1': [2019, 2023],
      },
    },
    {
      name: 'Turbo S',
      words: ['turbo s'],
      made: { '955': [2006, 2006], '957': [2008, 2010], '958.1': [2013, 2014], '958.2': [2015, 2018] },
    },
    { name: 'Turbo GT', words: ['turbo gt'], made: { '9Y0.1': [2022, 2023], '9Y0.2': [2024, STILL_MADE] } },
    { name: 'Diesel', words: ['diesel'], made: { '957': [2009, 2010], '958.1': [2011, 2014], '958.2': [2015, 2017] } },
    { name: 'S Diesel', words: ['s diesel'], made: { '958.1': [2013, 2014], '958.2': [2015, 2017] } },
    { name: 'S Hybrid', words: ['s hybrid', 'hybrid', 's e-hybrid'], made: { '958.1': [2011, 2014] } },
    {
      name: 'E-Hybrid',
      words: ['e-hybrid', 'hybrid'],
      made: { '9Y0.1': [2018, 2023], '9Y0.2': [2024, STILL_MADE] },
    },
    {
      name: 'S E-Hybrid',
      words: ['s e-hybrid', 's hybrid'],
      made: { '958.2': [2015, 2018], '9Y0.2': [2024, STILL_MADE] },
    },
    { name: 'Turbo E-Hybrid', words: ['turbo e-hybrid'], made: { '9Y0.2': [2024, STILL_MADE] } },
    { name: 'Turbo S E-Hybrid', words: ['turbo s e-hybrid'], made: { '9Y0.1': [2020, 2023] } },
  ],
};
