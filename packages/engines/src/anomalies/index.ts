export { detectAnomalies } from './detect-anomalies.ts';
export type { DetectAnomaliesOptions } from './detect-anomalies.ts';
export type { ExpectedPrice, PricedListing } from './priced-listing.ts';
export { SEVERITY_THRESHOLDS, severityOf } from './anomaly-severity.ts';
export { dataFaults } from './data-fault.ts';
export type { DataFault, DataFaultCode } from './data-fault.ts';
export type { JudgedCar, JudgedSale } from './mispricing/judged-sale.ts';
export { fitMispricingModel } from './mispricing/fit-mispricing-model.ts';
export type { Mispricing, MispricingModel } from './mispricing/mispricing-model.ts';
