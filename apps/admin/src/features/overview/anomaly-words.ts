import type { TagTone } from '../../components/tag.tsx';
import type { Anomaly, AnomalyCause, AnomalySeverity, AnomalyStatus, AnomalyType } from '../../api/answers.ts';

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

export const CAUSE_NAMES: Readonly<Record<AnomalyCause, string>> = {
  bargain: 'Bargain',
  stated_flaw: 'Flaw in its text',
  overpriced: 'Overpriced',
  scam: 'Words of a fraud',
  typo: 'Slip of a digit',
  miles_as_kilometres: 'Miles or kilometres',
  wrong_currency: 'Other currency',
  rare_car: 'Rare options',
  stale_listing: 'On offer for long',
  duplicate: 'Offered twice',
  relisted: 'Offered again',
  bad_row: 'Broken row',
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
