import { generateMarket } from '../../../synthetic-market/index.ts';
import { repeatsByListing } from '../../duplicates/find-repeated-listings.ts';
import { findCause } from '../find-cause.ts';
import { learnCauseContext } from '../learn-cause-context.ts';

const NAMES: Readonly<Record<string, string>> = { typo_digits: 'typo' };
const AS_OF = '2024-06-30';

/** How prices of the presets lie around their values, on the log scale. */
export const CAUSE_SPREADS = { demo: 0.06, hard: 0.14 } as const;

/** How well the causes that markets were planted with are told, each offer judged at its true value. */
export interface CauseScores {
  /** Mean of the F1 of every planted cause. */
  readonly macroF1: number;
  readonly scores: readonly (readonly [cause: string, f1: number, planted: number])[];
  /** What is said of the cars that are called rare. */
  readonly rareNotes: readonly string[];
}

/** Scores the causes of the planted offers of one or more markets together. */
export function scoreCauses({
  preset,
  seeds,
  offers,
}: {
  readonly preset: keyof typeof CAUSE_SPREADS;
  readonly seeds: readonly number[];
  readonly offers: number;
}): CauseScores {
  const hits = new Map<string, { right: number; said: number; planted: number }>();
  const entry = (cause: string) => {
    const known = hits.get(cause) ?? { right: 0, said: 0, planted: 0 };
    hits.set(cause, known);
    return known;
  };
  const rareNotes: string[] = [];
  for (const seed of seeds) {
    const market = generateMarket({ preset, seed, endsOn: AS_OF, months: 12, activeListings: offers });
    const context = learnCauseContext(market.listings);
    const candidates = market.listings.filter(({ status }) => status !== 'sold');
    const repeats = repeatsByListing(candidates);
    for (const listing of candidates) {
      const truth = market.truth.listings.get(listing.id)!;
      const { price } = listing;
      if (truth.anomaly === null || price === null || listing.status !== 'active') continue;
      const residual = Math.log(price.amount) - truth.logValue;
      const offer = { listing, price, residual, localSpread: CAUSE_SPREADS[preset], asOf: AS_OF };
      const { cause, note } = findCause({ ...offer, repeats: repeats.get(listing.id) ?? null }, context);
      const planted = NAMES[truth.anomaly.cause] ?? truth.anomaly.cause;
      if (cause === 'rare_car') rareNotes.push(note);
      entry(planted).planted++;
      entry(cause).said++;
      if (cause === planted) entry(cause).right++;
    }
  }
  const scores = [...hits]
    .filter(([, { planted }]) => planted > 0)
    .map(([cause, { right, said, planted }]) => [cause, (2 * right) / (said + planted), planted] as const);
  return { macroF1: scores.reduce((sum, [, score]) => sum + score, 0) / scores.length, scores, rareNotes };
}
