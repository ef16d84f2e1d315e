import type { ModelLine } from '../model-line.ts';

/** Porsche-Diesel tractors, which turn up in car auctions. Their number of cylinders is the trim. */
export const porscheTractor: ModelLine = {
  model: 'Tractor',
  names: ['tractor', 'diesel tractor'],
  generations: [{ name: 'Diesel', words: ['diesel'], years: [1950, 1963] }],
  trims: [
    { name: 'Junior', words: ['junior'], made: { Diesel: [1952, 1963] } },
    { name: 'Standard', words: ['standard'], made: { Diesel: [1952, 1963] } },
    { name: 'Super', words: ['super'], made: { Diesel: [1952, 1963] } },
    { name: 'Master', words: ['master'], made: { Diesel: [1952, 1963] } },
  ],
};
