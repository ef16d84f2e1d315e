import type { ModelLine } from '../model-line.ts';

/** The 356. The trim is the engine, except where body or fame outweighs it (Speedster, Convertible D, Carrera). */
export const porsche356: ModelLine = {
  model: '356',
  names: ['356'],
  generations: [
    { name: 'Pre-A', words: ['356 pre-a', 'pre-a', '356 pre a'], years: [1948, 1955] },
    { name: 'A', words: ['356 a', '356 t1', '356 t2'], years: [1956, 1959] },
    { name: 'B', words: ['356 b', '356 t5', '356 t6', '356 b t5', '356 b t6'], years: [1960, 1963] },
    { name: 'C', words: ['356 c', '356 sc'], years: [1964, 1965] },
  ],
  trims: [
    { name: '1100', words: ['1100'], made: { 'Pre-A': [1948, 1954] } },
    { name: '1300', words: ['1300'], made: { 'Pre-A': [1951, 1955], A: [1956, 1957] } },
    { name: '1300 Super', words: ['1300 super', '1300s', '1300 s'], made: { 'Pre-A': [1954, 1955], A: [1956, 1957] } },
    { name: '1500', words: ['1500'], made: { 'Pre-A': [1952, 1955] } },
    { name: '1500 Super', words: ['1500 super', '1500s', '1500 s'], made: { 'Pre-A': [1952, 1955] } },
    { name: '1600', words: ['1600', '1600 normal', '1600n', 'normal'], made: { A: [1956, 1959], B: [1960, 1963] } },
    {
      name: '1600 Super',
      words: ['1600 super', '1600s', '1600 s', 'super', 's'],
      made: { A: [1956, 1959], B: [1960, 1963] },
    },
    { name: 'Super 90', words: ['super 90', '1600 super 90', 's90', 's-90', '1600 s90'], made: { B: [1960, 1963] } },
    { name: 'C', words: ['c', '1600c', '1600 c', ''], made: { C: [1964, 1965] } },
    { name: 'SC', words: ['sc', '1600sc', '1600 sc'], made: { C: [1964, 1965] } },
    {
      name: 'Speedster',
      words: ['', '1500', '1600'],
      onlyBody: 'speedster',
      made: { 'Pre-A': [1954, 1955], A: [1956, 1959] },
    },
    {
      name: 'Speedster',
      words: ['1500 super', '1500s', '1600 super', '1600s', 'super'],
      onlyBody: 'speedster',
      made: { 'Pre-A': [1954, 1955], A: [1956, 1959] },
    },
    { name: 'Convertible D', words: ['d', '1600 d'], onlyBody: 'cabriolet', made: { A: [1959, 1959] } },
    {
      name: 'Carrera',
      words: [
        'carrera',
        'carrera gs',
        'carrera gt',
        'carrera 2',
        '1500gs carrera',
        '1600gs carrera',
        '1500 gs carrera',
        '1600 gs carrera',
      ],
      made: { 'Pre-A': [1955, 1955], A: [1956, 1959], B: [1960, 1963], C: [1964, 1964] },
    },
    { name: 'America Roadster', words: ['america'], onlyBody: 'roadster', made: { 'Pre-A': [1952, 1953] } },
  ],
};
