import { STILL_MADE, type Trim } from '../model-line.ts';

/** The GT3 road cars and the factory's customer racing cars. */
export const porsche911Motorsport: readonly Trim[] = [
  {
    name: 'GT3',
    words: ['gt3'],
    body: 'coupe',
    made: {
      '996.1': [1999, 2001],
      '996.2': [2003, 2005],
      '997.1': [2006, 2009],
      '997.2': [2010, 2012],
      '991.1': [2014, 2016],
      '991.2': [2017, 2019],
      '992.1': [2021, 2024],
      '992.2': [2025, STILL_MADE],
    },
  },
  {
    name: 'GT3 Touring',
    words: ['gt3 touring', 'gt3 with touring'],
    body: 'coupe',
    made: { '991.2': [2018, 2019], '992.1': [2021, 2024], '992.2': [2025, STILL_MADE] },
  },
  {
    name: 'GT3 RS',
    words: ['gt3 rs'],
    body: 'coupe',
    made: {
      '996.2': [2003, 2005],
      '997.1': [2006, 2009],
      '997.2': [2010, 2012],
      '991.1': [2015, 2016],
      '991.2': [2018, 2019],
      '992.1': [2023, 2025],
    },
  },
  { name: 'GT3 RS 4.0', words: ['gt3 rs 4.0', 'gt3 rs 4.0l'], body: 'coupe', made: { '997.2': [2011, 2012] } },
  {
    name: 'GT3 Cup',
    marks: ['race-car'],
    words: ['gt3 cup'],
    body: 'coupe',
    made: {
      '996.1': [1998, 2001],
      '996.2': [2002, 2005],
      '997.1': [2006, 2009],
      '997.2': [2010, 2013],
      '991.1': [2014, 2016],
      '991.2': [2017, 2020],
      '992.1': [2021, 2025],
    },
  },
  {
    name: 'GT3 R',
    marks: ['race-car'],
    words: ['gt3 r'],
    body: 'coupe',
    made: {
      '996.1': [1999, 2001],
      '997.2': [2010, 2013],
      '991.1': [2015, 2017],
      '991.2': [2018, 2020],
      '992.1': [2021, 2025],
    },
  },
  {
    name: 'GT3 RSR',
    marks: ['race-car'],
    words: ['gt3 rsr'],
    body: 'coupe',
    made: { '996.2': [2004, 2005], '997.1': [2006, 2008], '997.2': [2009, 2012] },
  },
  {
    name: 'RSR',
    marks: ['race-car'],
    words: ['rsr', 'carrera rsr'],
    body: 'coupe',
    made: { 'F-Series': [1973, 1973], 'G-Series': [1974, 1977] },
  },
  {
    name: 'Carrera Cup',
    marks: ['race-car'],
    words: ['carrera cup'],
    body: 'coupe',
    made: { '964': [1990, 1993], '993': [1994, 1998] },
  },
];
