import { InvalidInputError } from '../../errors.ts';
import { notEnoughData } from '../../market/not-enough-data.ts';
import { segmentsOf } from '../../market/segment.ts';
import type { BoostedTrees } from '../../statistics/boosted-trees/index.ts';
import { boostedTreesFromPayload } from '../../statistics/boosted-trees/index.ts';
import { valuationFromPayload } from '../fitted-valuation.ts';
import { bandsOf } from '../interval-calibration.ts';
import { spreadOf } from '../spread-model.ts';
import type { FittedValuation } from '../valuation.ts';
import { distributionOf } from '../value-distribution.ts';
import { guideFeatures, logValue } from './guide-features.ts';
import type { GuidePayload } from './guide-payload.ts';
import { GUIDED_VERSION, guidePayload } from './guide-payload.ts';
import { hasGuidePrice } from './guided-sale.ts';
import type { GuidedValuation } from './guided-valuation.ts';

/**
 * Makes a guided valuation from what `toPayload` gave and the plain valuation it was learnt with. Anything else is an
 * `InvalidInputError`: learn it again.
 */
export function guidedValuationFromPayload(
  payload: unknown,
  options: { readonly valuation: FittedValuation },
): GuidedValuation {
  const parsed = guidePayload.safeParse(payload);
  if (!parsed.success) {
    throw new InvalidInputError(
      `The stored guided valuation cannot be read as version ${GUIDED_VERSION}: learn it again (${parsed.error.issues[0]?.message ?? 'unknown form'}).`,
    );
  }
  const stored = parsed.data;
  return createGuidedValuation(stored, {
    valuation: options.valuation,
    premium: valuationFromPayload(stored.premium),
    folds: stored.folds.map(boostedTreesFromPayload),
  });
}

/** Puts the parts together: the answer is the mean of the trees of all folds. */
export function createGuidedValuation(
  stored: GuidePayload,
  parts: {
    readonly valuation: FittedValuation;
    readonly premium: FittedValuation;
    readonly folds: readonly BoostedTrees[];
  },
): GuidedValuation {
  const { valuation, premium, folds } = parts;
  return {
    asOf: stored.asOf,
    version: stored.version,
    saleCount: stored.saleCount,
    value: (car, { guidePrice, valuedOn = stored.asOf, evenIfThin = false }) => {
      if (!hasGuidePrice(guidePrice)) return notEnoughData('no guide price', { found: 0, needed: 1 });
      const plain = valuation.value(car, { valuedOn, evenIfThin });
      if (plain.status !== 'ok') return plain;
      const above = premium.value(car, { valuedOn, evenIfThin: true });
      if (above.status !== 'ok') return above;
      const features = guideFeatures({ car, guidePrice, plain, premium: above });
      const logCorrection = folds.reduce((sum, trees) => sum + trees.predictRow(features), 0) / folds.length;
      const logPrice = Math.log(guidePrice) + logCorrection;
      const logSpread = spreadOf(stored.spread, { segments: segmentsOf(car.vehicle), logPrice });
      return {
        status: 'ok',
        valuedOn,
        amount: Math.round(Math.exp(logPrice)),
        intervals: distributionOf(bandsOf(stored.calibration, { logPrice, saleCount: plain.saleCount }), {
          logPrice,
          logSpread,
        }).intervals,
        guidePrice,
        unguidedAmount: Math.round(Math.exp(logValue(plain))),
        logCorrection,
      };
    },
    toPayload: () => stored,
  };
}
