import type { components } from './schema.d.ts';

type Schemas = components['schemas'];

/** The bodies of the API as this app uses them; their fields are described in the OpenAPI document. */
export type Overview = Schemas['Overview'];
export type Anomaly = Schemas['Anomaly'];
export type AnomalyDetail = Schemas['AnomalyDetail'];
export type AnomalyList = Schemas['AnomalyList'];
export type AnomalySeverity = Schemas['AnomalySeverity'];
export type AnomalyStatus = Schemas['AnomalyStatus'];
export type AnomalyType = Schemas['AnomalyType'];
export type BudgetChange = Schemas['BudgetChange'];
export type BudgetState = Schemas['BudgetState'];
export type CacheGroup = Schemas['CacheGroup'];
export type CacheReport = Schemas['CacheReport'];
export type ChangeBudgetRequest = Schemas['ChangeBudgetRequest'];
export type CostGroup = Schemas['CostGroup'];
export type Costs = Schemas['Costs'];
export type Insight = Schemas['Insight'];
export type Listing = Schemas['Listing'];
export type Market = Schemas['Market'];
export type MarketIndex = Schemas['MarketIndex'];
export type Prediction = Schemas['Prediction'];
export type Segment = Schemas['Segment'];
export type SegmentList = Schemas['SegmentList'];
export type Comparable = Schemas['Comparable'];
export type LineChoices = Schemas['LineChoices'];
export type ValuationAnswer = Schemas['ValuationAnswer'];
export type ValuationRequest = Schemas['ValuationRequest'];
export type ValueChange = Schemas['ValueChange'];
export type Accuracy = Schemas['AccuracyReport'];
export type AccuracyRow = Schemas['AccuracyRow'];
export type Correlations = Schemas['Correlations'];
export type PairCorrelation = Schemas['PairCorrelation'];
export type SegmentSeason = Schemas['SegmentSeason'];
export type TrackRecordEntry = Schemas['TrackRecordEntry'];
