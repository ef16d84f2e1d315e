import { STILL_MADE, type ModelLine } from '../model-line.ts';
import { porsche911Air } from './porsche-911-air-cooled.ts';
import { porsche911Motorsport } from './porsche-911-motorsport.ts';
import { porsche911Turbo } from './porsche-911-turbo.ts';
import { porsche911Water } from './porsche-911-water-cooled.ts';

/**
 * The 911. `F-Series` and `G-Series` are the specialists' names of the early cars (long hoods to 1973, impact bumpers
 * from 1974, the 930 included). `.1` and `.2` are the halves before and after a facelift. The 996 Turbo and GT2 never had
 * one, so their generation is plain `996`.
 */
export const porsche911: ModelLine = {
  model: '911',
  names: [
    '911',
    '901',
    '930',
    '964',
    '993',
    '996',
    '996.1',
    '996.2',
    '997',
    '997.1',
    '997.2',
    '991',
    '991.1',
    '991.2',
    '992',
    '992.1',
    '992.2',
  ],
  impliedBy: ['carrera', 'targa', 'turbo', 'turbo s', 'gt2', 'gt3', 'rs america'],
  generations: [
    {
      name: 'F-Series',
      words: ['f-series', 'f series', 'f-model', 'f model', '901', 'longhood', 'long hood', 'long-hood'],
      years: [1964, 1973],
      manualGears: [4, 5],
    },
    {
      name: 'G-Series',
      words: ['g-series', 'g series', 'g-body', 'g body', 'g-model', 'g model', '930'],
      years: [1974, 1989],
      manualGears: [4, 5],
    },
    { name: '964', words: ['964'], years: [1989, 1994], manualGears: [5] },
    { name: '993', words: ['993'], years: [1995, 1998], manualGears: [6] },
    { name: '996', words: ['996', '996.1', '996.2'], years: [2001, 2005], manualGears: [6], byTrimOnly: true },
    { name: '996.1', words: ['996', '996.1'], years: [1999, 2001], manualGears: [6] },
    { name: '996.2', words: ['996', '996.2'], years: [2002, 2005], manualGears: [6] },
    { name: '997.1', words: ['997', '997.1'], years: [2005, 2009], manualGears: [6] },
    { name: '997.2', words: ['997', '997.2'], years: [2009, 2013], manualGears: [6] },
    { name: '991.1', words: ['991', '991.1'], years: [2012, 2016], manualGears: [7] },
    { name: '991.2', words: ['991', '991.2'], years: [2017, 2019], manualGears: [6, 7] },
    { name: '992.1', words: ['992', '992.1'], years: [2020, 2025], manualGears: [6, 7] },
    { name: '992.2', words: ['992', '992.2'], years: [2025, STILL_MADE], manualGears: [6] },
  ],
  trims: [...porsche911Air, ...porsche911Water, ...porsche911Turbo, ...porsche911Motorsport],
};
