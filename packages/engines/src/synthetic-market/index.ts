export { generateMarket } from './generate-market.ts';
export type { GenerateMarketOptions, SyntheticMarket } from './synthetic-market.ts';
export type { LaggedPair, MarketPresetName } from './market-preset.ts';
export type {
  AnomalyCause,
  ListingTruth,
  MarketTruth,
  PlantedAnomaly,
  PlantedFault,
  ValueParts,
} from './market-truth.ts';
export type { IndexTruth, IndexTruthPoint } from './index-path.ts';
export type { VehicleClass } from './vehicle-class.ts';
