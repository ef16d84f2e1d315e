// Model lines with the years of them that many options were made for, as `optionRows` reads them.

/** The cars of the water-cooled age. */
export const LATER = [
  '911 1999-',
  'Boxster 1997-',
  'Cayman 2006-',
  'Cayenne 2003-',
  'Panamera 2010-',
  'Macan 2014-',
  'Taycan 2020-',
];

/** The lines with four doors. */
export const LARGE = ['Cayenne 2003-', 'Panamera 2010-', 'Macan 2014-', 'Taycan 2020-'];

/** Every car that was ever made. */
export const EVER = [
  '356 1950-1965',
  '911 1964-',
  '912 1965-1976',
  '914 1970-1976',
  '924 1976-1988',
  '928 1978-1995',
  '944 1982-1991',
  '968 1992-1995',
  ...LATER.slice(1),
];

/** The cars of the last fifteen years. */
export const MODERN = [
  '911 2012-',
  'Boxster Cayman 2013-',
  'Cayenne 2011-',
  'Panamera 2010-',
  'Macan 2014-',
  'Taycan 2020-',
];
