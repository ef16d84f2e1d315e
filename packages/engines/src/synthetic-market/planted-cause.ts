import type { AnomalyType } from '../market/anomaly.ts';
import type { Random } from '../statistics/random.ts';
import type { AnomalyCause } from './market-truth.ts';

/** The type under which each cause is to be reported. */
export const TYPE_OF_CAUSE: Readonly<Record<AnomalyCause, AnomalyType>> = {
  bargain: 'undervalued',
  scam: 'undervalued',
  overpriced: 'overvalued',
  stale_listing: 'overvalued',
  rare_car: 'unusual_options',
  typo_digits: 'data_quality',
  miles_as_kilometres: 'data_quality',
  wrong_currency: 'data_quality',
  duplicate: 'data_quality',
  relisted: 'data_quality',
};

const SALE_CAUSES: Readonly<Record<SaleCause, number>> = {
  bargain: 40,
  overpriced: 22,
  rare_car: 12,
  typo_digits: 10,
  miles_as_kilometres: 8,
  wrong_currency: 8,
};

/** In per cent. */
const ACTIVE_CAUSES: Readonly<Record<AnomalyCause, number>> = {
  bargain: 25,
  scam: 12,
  overpriced: 10,
  stale_listing: 14,
  rare_car: 10,
  typo_digits: 8,
  miles_as_kilometres: 6,
  wrong_currency: 5,
  duplicate: 6,
  relisted: 4,
};

/** Causes that a finished sale can have. */
export type SaleCause =
  | 'bargain'
  | 'overpriced'
  | 'rare_car'
  | 'typo_digits'
  | 'miles_as_kilometres'
  | 'wrong_currency';

/** Draws why a sale stands out. Frauds, stale offers and repeated ones are found among running offers only. */
export function drawSaleCause(random: Random): SaleCause {
  return random.choice(Object.keys(SALE_CAUSES) as SaleCause[], Object.values(SALE_CAUSES));
}

/**
 * Deals causes to running offers: the given share of them stands out, each cause in its share of those (largest
 * remainders first), so that even a small market has every kind. `null` for an honest offer.
 */
export function dealActiveCauses(
  random: Random,
  options: { readonly count: number; readonly share: number },
): readonly (AnomalyCause | null)[] {
  const oddCount = Math.round(options.count * options.share);
  const causes = Object.keys(ACTIVE_CAUSES) as AnomalyCause[];
  const exact = causes.map((cause) => ({ cause, wanted: (oddCount * ACTIVE_CAUSES[cause]) / 100 }));
  const dealt = exact.flatMap(({ cause, wanted }) => Array.from({ length: Math.floor(wanted) }, () => cause));
  const byRemainder = exact.toSorted((a, b) => (b.wanted % 1) - (a.wanted % 1));
  const odd = [...dealt, ...byRemainder.map(({ cause }) => cause).slice(0, oddCount - dealt.length)];
  return random.shuffle(Array.from({ length: options.count }, (_, index) => odd[index] ?? null));
}
