import type { AnomalyCause, AnomalyType } from '../../market/anomaly.ts';

export type { AnomalyCause };

/** The type that a finding of each cause has. */
export const TYPE_OF_CAUSE: Readonly<Record<AnomalyCause, AnomalyType>> = {
  bargain: 'undervalued',
  stated_flaw: 'undervalued',
  scam: 'undervalued',
  overpriced: 'overvalued',
  stale_listing: 'overvalued',
  rare_car: 'unusual_options',
  typo: 'data_quality',
  miles_as_kilometres: 'data_quality',
  wrong_currency: 'data_quality',
  duplicate: 'data_quality',
  relisted: 'data_quality',
  bad_row: 'data_quality',
};
