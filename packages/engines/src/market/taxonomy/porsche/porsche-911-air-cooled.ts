import type { Trim } from '../model-line.ts';

/** Road trims that only air-cooled 911s had (1964 to 1998). */
export const porsche911Air: readonly Trim[] = [
  { name: 'Base', words: ['', 'base'], made: { 'F-Series': [1964, 1968], 'G-Series': [1974, 1977] } },
  { name: 'L', words: ['l'], made: { 'F-Series': [1967, 1968] } },
  { name: 'T', words: ['t'], made: { 'F-Series': [1968, 1973] } },
  { name: 'E', words: ['e'], made: { 'F-Series': [1969, 1973] } },
  { name: 'S', words: ['s'], made: { 'F-Series': [1967, 1973], 'G-Series': [1974, 1977] } },
  { name: 'SC', words: ['sc'], made: { 'G-Series': [1978, 1983] } },
  { name: 'SC RS', words: ['sc rs'], made: { 'G-Series': [1984, 1984] }, body: 'coupe' },
  {
    name: '2.7 RS',
    words: ['2.7 rs', 'rs 2.7', 'carrera rs', 'carrera rs 2.7', 'carrera rs 2.7l', 'carrera 2.7 rs', 'rs'],
    made: { 'F-Series': [1973, 1973] },
    body: 'coupe',
  },
  {
    name: '3.0 RS',
    words: ['3.0 rs', 'rs 3.0', 'carrera rs', 'carrera rs 3.0', 'carrera 3.0 rs'],
    made: { 'G-Series': [1974, 1975] },
    body: 'coupe',
  },
  { name: 'Carrera', words: ['carrera', 'carrera 2.7', 'carrera 3.0'], made: { 'G-Series': [1974, 1977] } },
  { name: 'Carrera', words: ['carrera', 'carrera 3.2'], made: { 'G-Series': [1984, 1989] } },
  {
    name: 'Club Sport',
    words: ['club sport', 'carrera club sport', 'carrera cs'],
    made: { 'G-Series': [1987, 1989] },
  },
  { name: 'Carrera 2', words: ['carrera 2', 'carrera', 'c2'], made: { '964': [1990, 1994] } },
  {
    name: 'America Roadster',
    words: ['america'],
    onlyBody: 'roadster',
    body: 'cabriolet',
    made: { '964': [1992, 1993] },
  },
  { name: 'RS America', words: ['rs america', 'carrera rs america'], body: 'coupe', made: { '964': [1993, 1994] } },
  {
    name: 'Carrera RS',
    words: ['carrera rs', 'rs'],
    body: 'coupe',
    made: { '964': [1991, 1992], '993': [1995, 1996] },
  },
  { name: 'Carrera RS 3.8', words: ['carrera rs 3.8', 'rs 3.8'], body: 'coupe', made: { '964': [1993, 1993] } },
];
