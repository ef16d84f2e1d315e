export * from './index-forecast.ts';
export type { IndexObservation } from '../market/index-observation.ts';
export { fitMarketIndices, MINIMUM_INDEX_SALES } from './fit-market-indices.ts';
export { forecastIndex, MINIMUM_INDEX_MONTHS } from './forecast-index.ts';
