import type { ModelLine } from '../model-line.ts';

/** The V10 Carrera GT, type 980. */
export const porscheCarreraGt: ModelLine = {
  model: 'Carrera GT',
  names: ['carrera gt', '980'],
  body: 'roadster',
  generations: [{ name: '980', words: ['980'], years: [2004, 2007] }],
  trims: [{ name: 'Base', words: ['', 'base'], made: { '980': [2004, 2007] } }],
};
