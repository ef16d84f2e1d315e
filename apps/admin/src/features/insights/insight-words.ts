import type { Insight } from '../../api/answers.ts';

export const TYPE_NAMES: Readonly<Record<Insight['type'], string>> = {
  market_summary: 'Market summary',
  segment_report: 'Segment report',
  price_prediction: 'Price prediction',
  anomaly: 'Anomaly',
  option_value: 'Option value',
  season: 'Season',
  cross_market: 'Markets compared',
  market_movement: 'Market movement',
  recommendation: 'Investment view',
  data_quality: 'Data quality',
  cost: 'Cost',
  answer: 'Answer',
};

/** Types that the feed can be narrowed to. */
export const FEED_TYPES: readonly Insight['type'][] = [
  'market_summary',
  'segment_report',
  'price_prediction',
  'anomaly',
  'option_value',
  'season',
  'cross_market',
  'market_movement',
  'data_quality',
  'cost',
];
