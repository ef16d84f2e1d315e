import { STILL_MADE, type Trim } from '../model-line.ts';

/**
 * Road trims of the later 911s. The four-wheel-drive and Targa cars kept the old body a model year longer than the
 * Carrera when 996 became 997 and 997 became 991, and the Turbos (own file) longer still.
 */
export const porsche911Water: readonly Trim[] = [
  {
    name: 'Carrera',
    words: ['carrera', 'carrera 2', 'c2'],
    made: {
      '993': [1995, 1998],
      '996.1': [1999, 2001],
      '996.2': [2002, 2004],
      '997.1': [2005, 2008],
      '997.2': [2009, 2011],
      '991.1': [2012, 2016],
      '991.2': [2017, 2019],
      '992.1': [2020, 2024],
      '992.2': [2025, STILL_MADE],
    },
  },
  {
    name: 'Carrera',
    words: ['', 'carrera'],
    onlyBody: 'targa',
    made: { '993': [1996, 1998], '996.2': [2002, 2005] },
  },
  {
    name: 'Carrera 4',
    words: ['carrera 4', 'c4', '4'],
    made: {
      '964': [1989, 1994],
      '993': [1995, 1998],
      '996.1': [1999, 2001],
      '996.2': [2002, 2005],
      '997.1': [2006, 2008],
      '997.2': [2009, 2012],
      '991.1': [2013, 2016],
      '991.2': [2017, 2019],
      '992.1': [2020, 2024],
    },
  },
  {
    name: 'Carrera S',
    words: ['carrera s', 'carrera 2s', 'carrera 2 s', 'c2s', 's'],
    made: {
      '993': [1997, 1998],
      '997.1': [2005, 2008],
      '997.2': [2009, 2011],
      '991.1': [2012, 2016],
      '991.2': [2017, 2019],
      '992.1': [2020, 2024],
      '992.2': [2025, STILL_MADE],
    },
  },
  {
    name: 'Carrera 4S',
    words: ['carrera 4s', 'carrera 4 s', 'c4s', '4s', '4 s'],
    made: {
      '993': [1996, 1998],
      '996.2': [2002, 2005],
      '997.1': [2006, 2008],
      '997.2': [2009, 2012],
      '991.1': [2013, 2016],
      '991.2': [2017, 2019],
      '992.1': [2020, 2024],
      '992.2': [2025, STILL_MADE],
    },
  },
  {
    name: 'Carrera T',
    words: ['carrera t', 't'],
    made: { '991.2': [2018, 2019], '992.1': [2023, 2024], '992.2': [2025, STILL_MADE] },
  },
  {
    name: 'Carrera GTS',
    words: ['carrera gts', 'gts'],
    made: {
      '997.2': [2011, 2012],
      '991.1': [2015, 2016],
      '991.2': [2017, 2019],
      '992.1': [2022, 2024],
      '992.2': [2025, STILL_MADE],
    },
  },
  {
    name: 'Carrera 4 GTS',
    words: ['carrera 4 gts', 'c4 gts', '4 gts'],
    made: {
      '997.2': [2012, 2012],
      '991.1': [2015, 2016],
      '991.2': [2017, 2019],
      '992.1': [2022, 2024],
      '992.2': [2025, STILL_MADE],
    },
  },
  {
    name: 'Targa 4',
    words: ['4', 'carrera 4'],
    onlyBody: 'targa',
    made: {
      '997.1': [2007, 2008],
      '997.2': [2009, 2012],
      '991.1': [2014, 2016],
      '991.2': [2017, 2019],
      '992.1': [2021, 2024],
    },
  },
  {
    name: 'Targa 4S',
    words: ['4s', '4 s', 'carrera 4s', 'carrera 4 s'],
    onlyBody: 'targa',
    made: {
      '997.1': [2007, 2008],
      '997.2': [2009, 2012],
      '991.1': [2014, 2016],
      '991.2': [2017, 2019],
      '992.1': [2021, 2024],
      '992.2': [2026, STILL_MADE],
    },
  },
  {
    name: 'Targa 4 GTS',
    words: ['4 gts', 'carrera 4 gts'],
    onlyBody: 'targa',
    made: { '991.1': [2015, 2016], '991.2': [2017, 2019], '992.1': [2022, 2024], '992.2': [2025, STILL_MADE] },
  },
  {
    name: 'Speedster',
    words: ['', 'carrera'],
    onlyBody: 'speedster',
    made: { 'G-Series': [1988, 1989], '964': [1993, 1994], '997.2': [2010, 2011], '991.2': [2019, 2019] },
  },
  {
    name: '40th Anniversary',
    words: ['40th anniversary', '40th anniversary edition', '40 jahre', '40 years'],
    body: 'coupe',
    made: { '996.2': [2003, 2005] },
  },
  {
    name: '50th Anniversary',
    words: ['50th anniversary', '50th anniversary edition', '50 jahre'],
    body: 'coupe',
    made: { '991.1': [2013, 2014] },
  },
  {
    name: 'Edition 50 Years',
    words: ['edition 50 years', 'edition 50 years porsche design'],
    made: { '992.1': [2022, 2022] },
  },
  { name: 'R', words: ['r'], body: 'coupe', made: { 'F-Series': [1967, 1969], '991.1': [2016, 2016] } },
  { name: 'S/T', words: ['s/t', 'st'], body: 'coupe', made: { 'F-Series': [1970, 1972], '992.1': [2024, 2025] } },
  {
    name: 'Sport Classic',
    words: ['sport classic'],
    body: 'coupe',
    made: { '997.2': [2010, 2010], '992.1': [2023, 2024] },
  },
  { name: 'Dakar', words: ['dakar'], body: 'coupe', made: { '992.1': [2023, 2025] } },
];
