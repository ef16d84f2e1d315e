export * from './valuation.ts';
export { fitValuation, MINIMUM_SALES } from './fit-valuation.ts';
export type { FitValuationOptions } from './fit-valuation.ts';
export { valuationFromPayload, MINIMUM_MAKE_SALES } from './fitted-valuation.ts';
export { VALUATION_VERSION } from './fit-payload.ts';
export { indexObservations } from './index-observations.ts';
