import { STILL_MADE, type ModelLine, type ModelYears } from '../model-line.ts';

const FIRST: ModelYears = [2010, 2013];
const FIRST_FACELIFT: ModelYears = [2014, 2016];
const SECOND: ModelYears = [2017, 2020];
const SECOND_FACELIFT: ModelYears = [2021, 2023];
const THIRD: ModelYears = [2024, STILL_MADE];

/** The Panamera. `Executive` (long wheelbase) stays among the unknown words: it is no trim of its own. */
export const porschePanamera: ModelLine = {
  model: 'Panamera',
  names: ['panamera', '970', '971'],
  usualBody: 'sedan',
  generations: [
    { name: '970.1', words: ['970', '970.1', 'g1'], years: FIRST },
    { name: '970.2', words: ['970', '970.2', 'g1'], years: FIRST_FACELIFT, automaticOnly: true },
    { name: '971.1', words: ['971', '971.1', 'g2'], years: SECOND, automaticOnly: true },
    { name: '971.2', words: ['971', '971.2', 'g2'], years: SECOND_FACELIFT, automaticOnly: true },
    { name: '976', words: ['976', '972', 'g3'], years: THIRD, automaticOnly: true },
  ],
  trims: [
    {
      name: 'Base',
      words: ['', 'base', 'v6'],
      made: { '970.1': FIRST, '970.2': FIRST_FACELIFT, '971.1': SECOND, '971.2': SECOND_FACELIFT, '976': THIRD },
    },
    {
      name: '4',
      words: ['4'],
      made: { '970.1': FIRST, '970.2': FIRST_FACELIFT, '971.1': SECOND, '971.2': SECOND_FACELIFT, '976': THIRD },
    },
    { name: 'S', words: ['s'], made: { '970.1': FIRST, '970.2': FIRST_FACELIFT } },
    {
      name: '4S',
      words: ['4s', '4 s'],
      made: { '970.1': FIRST, '970.2': FIRST_FACELIFT, '971.1': SECOND, '971.2': SECOND_FACELIFT, '976': THIRD },
    },
    {
      name: 'GTS',
      words: ['gts'],
      made: {
        '970.1': [2012, 2013],
        '970.2': FIRST_FACELIFT,
        '971.1': [2018, 2020],
        '971.2': SECOND_FACELIFT,
        '976': THIRD,
      },
    },
    { name: 'Turbo', words: ['turbo'], made: { '970.1': FIRST, '970.2': FIRST_FACELIFT, '971.1': SECOND } },
    {
      name: 'Turbo S',
      words: ['turbo s'],
      made: { '970.1': [2011, 2013], '970.2': FIRST_FACELIFT, '971.2': SECOND_FACELIFT },
    },
    { name: 'Diesel', words: ['diesel'], made: { '970.1': [2011, 2013], '970.2': FIRST_FACELIFT } },
    { name: '4S Diesel', words: ['4s diesel'], made: { '971.1': SECOND } },
    { name: 'S Hybrid', words: ['s hybrid', 'hybrid', 's e-hybrid'], made: { '970.1': [2011, 2013] } },
    { name: 'S E-Hybrid', words: ['s e-hybrid', 'e-hybrid', 's hybrid'], made: { '970.2': FIRST_FACELIFT } },
    {
      name: '4 E-Hybrid',
      words: ['4 e-hybrid', 'e-hybrid'],
      made: { '971.1': SECOND, '971.2': SECOND_FACELIFT, '976': THIRD },
    },
    { name: '4S E-Hybrid', words: ['4s e-hybrid'], made: { '971.2': SECOND_FACELIFT, '976': THIRD } },
    { name: 'Turbo E-Hybrid', words: ['turbo e-hybrid'], made: { '976': THIRD } },
    {
      name: 'Turbo S E-Hybrid',
      words: ['turbo s e-hybrid'],
      made: { '971.1': [2018, 2020], '971.2': SECOND_FACELIFT, '976': THIRD },
    },
  ],
};
