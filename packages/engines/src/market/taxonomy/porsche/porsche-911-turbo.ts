import { STILL_MADE, type Trim } from '../model-line.ts';

/**
 * The turbocharged 911s, which follow a facelift a model year or more after the Carrera: a 2009 Turbo is still a 997.1,
 * a 2013 one a 997.2. There was none in model year 1990.
 */
export const porsche911Turbo: readonly Trim[] = [
  {
    name: 'Turbo',
    words: ['turbo', '930', '930 turbo', 'turbo carrera', '930 turbo carrera', 'carrera turbo'],
    made: {
      'G-Series': [1975, 1989],
      '964': [1991, 1994],
      '993': [1995, 1998],
      '996': [2001, 2005],
      '997.1': [2006, 2009],
      '997.2': [2010, 2013],
      '991.1': [2014, 2016],
      '991.2': [2017, 2019],
      '992.1': [2021, 2025],
      '992.2': [2026, STILL_MADE],
    },
  },
  {
    name: 'Turbo S',
    words: ['turbo s', '930 s'],
    made: {
      'G-Series': [1987, 1989],
      '964': [1992, 1994],
      '993': [1997, 1998],
      '996': [2004, 2005],
      '997.2': [2010, 2013],
      '991.1': [2014, 2016],
      '991.2': [2017, 2019],
      '992.1': [2021, 2025],
      '992.2': [2026, STILL_MADE],
    },
  },
  {
    name: 'GT2',
    words: ['gt2'],
    body: 'coupe',
    made: { '993': [1995, 1998], '996': [2001, 2005], '997.1': [2007, 2009] },
  },
  { name: 'GT2 RS', words: ['gt2 rs'], body: 'coupe', made: { '997.2': [2010, 2012], '991.2': [2018, 2019] } },
  { name: 'GT2 RS Clubsport', words: ['gt2 rs club sport'], body: 'coupe', made: { '991.2': [2019, 2020] } },
];
