import type { TagTone } from '../../components/tag.tsx';
import type { Anomaly, AnomalySeverity, AnomalyStatus, AnomalyType } from '../../api/answers.ts';

/** Severities, worst first. */
export const SEVERITIES: readonly AnomalySeverity[] = ['critical', 'high', 'medium', 'low'];

export const SEVERITY_NAMES: Readonly<Record<AnomalySeverity, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

export const SEVERITY_TONES: Readonly<Record<AnomalySeverity, TagTone>> = {
  critical: 'red',
  high: 'orange',
  medium: 'yellow',
  low: 'neutral',
};

export const TYPE_NAMES: Readonly<Record<AnomalyType, string>> = {
  undervalued: 'Undervalued',
  overvalued: 'Overvalued',
  unusual_options: 'Unusual options',
  data_quality: 'Data quality',
};

export const STATUS_NAMES: Readonly<Record<AnomalyStatus, string>> = {
  active: 'Open',
  resolved: 'Resolved',
  false_positive: 'False positive',
};

export const PRICE_KIND_NAMES: Readonly<Record<Anomaly['price']['kind'], string>> = {
  ask: 'Asking price',
  sold: 'Sold for',
  bid: 'Highest bid',
  wholesale: 'Dealer price',
};
