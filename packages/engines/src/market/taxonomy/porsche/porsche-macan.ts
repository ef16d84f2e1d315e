import { STILL_MADE, type ModelLine } from '../model-line.ts';

/** The Macan: type 95B in three steps, then the electric car, which shares only the name. */
export const porscheMacan: ModelLine = {
  model: 'Macan',
  names: ['macan', '95b'],
  body: 'suv',
  generations: [
    { name: '95B.1', words: ['95b', '95b.1'], years: [2014, 2018], automaticOnly: true },
    { name: '95B.2', words: ['95b', '95b.2'], years: [2019, 2021], automaticOnly: true },
    { name: '95B.3', words: ['95b', '95b.3'], years: [2022, 2025], automaticOnly: true },
    {
      name: 'Electric',
      words: ['electric', 'ev', 'bev'],
      years: [2024, STILL_MADE],
      byTrimOnly: true,
      automaticOnly: true,
    },
  ],
  trims: [
    {
      name: 'Base',
      words: ['', 'base'],
      made: { '95B.1': [2014, 2018], '95B.2': [2019, 2021], '95B.3': [2022, 2025] },
    },
    { name: 'Base', words: ['', 'electric'], made: { Electric: [2025, STILL_MADE] } },
    { name: 'S', words: ['s'], made: { '95B.1': [2014, 2018], '95B.2': [2019, 2021], '95B.3': [2022, 2025] } },
    { name: 'S Diesel', words: ['s diesel'], made: { '95B.1': [2014, 2018] } },
    { name: 'T', words: ['t'], made: { '95B.3': [2022, 2025] } },
    { name: 'GTS', words: ['gts'], made: { '95B.1': [2016, 2018], '95B.2': [2020, 2021], '95B.3': [2022, 2025] } },
    {
      name: 'Turbo',
      words: ['turbo'],
      made: { '95B.1': [2014, 2018], '95B.2': [2019, 2021], Electric: [2024, STILL_MADE] },
    },
    { name: '4', words: ['4'], made: { Electric: [2024, STILL_MADE] } },
    { name: '4S', words: ['4s'], made: { Electric: [2024, STILL_MADE] } },
  ],
};
