import type { AnomalyType } from '../../market/anomaly.ts';

/** Why a listing stands out. `bad_row` is a row that cannot be true in another way than the ones with a name. */
export type AnomalyCause =
  | 'bargain'
  /** Cheap for a reason that its own text gives. */
  | 'stated_flaw'
  | 'overpriced'
  | 'scam'
  | 'typo'
  | 'miles_as_kilometres'
  | 'wrong_currency'
  | 'rare_car'
  | 'stale_listing'
  | 'duplicate'
  | 'relisted'
  | 'bad_row';

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
