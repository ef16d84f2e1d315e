/** Kind of the stored valuation of a market: the payload that `valuationFromPayload` reads. */
export const VALUATION_MODEL = 'valuation';

/** Kind of what a market taught about odd prices: the payload that `anomalyJudgeFromPayload` reads. */
export const ANOMALY_JUDGE_MODEL = 'anomaly-judge';

/** Kind of the stored forecasts of a market: a record from segment to `IndexForecast`. */
export const FORECAST_MODEL = 'index-forecasts';

/** Version of the stored forecasts. */
export const FORECAST_MODEL_VERSION = '1';

/** Kind of the segments of a market that got no prediction: a record from segment to `NotEnoughData`. */
export const REFUSAL_MODEL = 'prediction-refusals';

/** Version of the stored refusals. */
export const REFUSAL_MODEL_VERSION = '1';

/** Kind of what the offers of a market tell beside its indices: a record from segment to `SegmentActivity`. */
export const SEGMENT_ACTIVITY = 'segment-activity';

/** Version of the stored activity. */
export const SEGMENT_ACTIVITY_VERSION = '1';

/** Kind of the movements that a market's detectors told: a list of `MarketEvent`, oldest first. */
export const MARKET_EVENTS = 'market-events';

/** Version of the stored movements and of the detectors. */
export const MARKET_EVENTS_VERSION = '1';

/** Kind of the working copy that a daily run keeps between computing and storing; emptied once all is stored. */
export const ANALYSIS_CHECKPOINT = 'market-analysis';
