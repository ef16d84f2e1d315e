import type { NotEnoughData } from '../../market/not-enough-data.ts';
import { notEnoughData } from '../../market/not-enough-data.ts';
import { segmentsOf } from '../../market/segment.ts';
import type { BoostedTrees } from '../../statistics/boosted-trees/index.ts';
import { fitBoostedTrees } from '../../statistics/boosted-trees/index.ts';
import { SEGMENT_DEPTH } from '../effect-group.ts';
import { fitValuation, MINIMUM_SALES } from '../fit-valuation.ts';
import { calibrateIntervals } from '../interval-calibration.ts';
import { FOLD_COUNT, foldOf } from '../sale-fold.ts';
import { segmentTable } from '../segment-table.ts';
import { fitSpread, spreadsOf } from '../spread-model.ts';
import type { FittedValuation } from '../valuation.ts';
import type { GuideEvidence } from './guide-features.ts';
import { GUIDE_FEATURES, guideFeatures, PREMIUM_AT_PAR } from './guide-features.ts';
import { GUIDED_VERSION } from './guide-payload.ts';
import type { GuidedSale } from './guided-sale.ts';
import { hasGuidePrice } from './guided-sale.ts';
import type { GuidedValuation } from './guided-valuation.ts';
import { createGuidedValuation } from './guided-valuation-from-payload.ts';

const TREES = {
  loss: 'l1',
  treeCount: 250,
  maximumLeaves: 15,
  learningRate: 0.05,
  minimumLeafRows: 40,
  featureShare: 0.6,
  rowShare: 0.7,
} as const;

/**
 * Learns from sales with a guide price how to correct that guide: a hedonic of the premium over it, and l1 trees that
 * weigh premium and plain valuation against the guide by what each is good for (stacking on predictions of sales that
 * their fits had not seen, Wolpert 1992). Refuses below 30 sales with a guide price. `valuation` must have been fitted on
 * these very sales, so that its folds leave out what they must.
 *
 * @example
 * const guided = withGuidePrice(valuation, { sales: [{ sale, guidePrice: 21_500 }] });
 * if ('value' in guided) console.log(guided.value(car, { guidePrice: 20_900 }));
 */
export function withGuidePrice(
  valuation: FittedValuation,
  options: { readonly sales: Iterable<GuidedSale> },
): GuidedValuation | NotEnoughData {
  const known = [...options.sales].flatMap(({ sale, guidePrice }) =>
    hasGuidePrice(guidePrice) ? [{ sale, guidePrice }] : [],
  );
  const premium = fitValuation(
    known.map(({ sale, guidePrice }) => ({
      ...sale,
      price: { ...sale.price, amount: (PREMIUM_AT_PAR * sale.price.amount) / guidePrice },
    })),
    { asOf: valuation.asOf, market: valuation.market },
  );
  if ('status' in premium) return premium;
  const rows = known.flatMap(({ sale, guidePrice }) => {
    const plain = valuation.valueLeftOut(sale);
    const above = premium.valueLeftOut(sale);
    const isRead = sale.knownOn <= valuation.asOf && sale.endedOn <= valuation.asOf && sale.price.amount > 0;
    if (!isRead || plain.status !== 'ok' || above.status !== 'ok') return [];
    const evidence: GuideEvidence = { car: sale, guidePrice, plain, premium: above };
    return [{ sale, guidePrice, features: guideFeatures(evidence), saleCount: plain.saleCount }];
  });
  // The trees draw rows by their place: the order of the input must not matter.
  rows.sort((a, b) => (a.sale.id < b.sale.id ? -1 : a.sale.id > b.sale.id ? 1 : 0));
  if (rows.length < MINIMUM_SALES) {
    return notEnoughData('too few sales with a guide price', { found: rows.length, needed: MINIMUM_SALES });
  }
  const corrections = rows.map(({ sale, guidePrice }) => Math.log(sale.price.amount / guidePrice));
  const folds = rows.map(({ sale }) => foldOf(sale));
  const trees = Array.from({ length: FOLD_COUNT }, (_, fold) => growWithout(fold, { rows, corrections, folds }));

  const unseen = Float64Array.from(rows, ({ features }, row) => trees[folds[row]!]!.predictRow(features));
  const residuals = unseen.map((value, row) => corrections[row]! - value);
  const predicted = unseen.map((value, row) => Math.log(rows[row]!.guidePrice) + value);
  const cars = rows.map(({ sale }) => ({ segments: segmentsOf(sale.vehicle) }));
  const table = segmentTable(cars, { depthCount: SEGMENT_DEPTH });
  const spread = fitSpread(table, { residuals, predicted });
  const spreads = spreadsOf(spread, { table, predicted });
  const scores = residuals.map((value, row) => value / spreads[row]!);
  return createGuidedValuation(
    {
      version: GUIDED_VERSION,
      asOf: valuation.asOf,
      saleCount: rows.length,
      premium: premium.toPayload(),
      folds: trees.map((fold) => fold.toPayload()),
      spread,
      calibration: calibrateIntervals(scores, { predicted, saleCounts: rows.map(({ saleCount }) => saleCount) }),
    },
    { valuation, premium, folds: trees },
  );
}

/** Trees of the corrections of all folds but one. */
function growWithout(
  fold: number,
  data: {
    readonly rows: readonly { readonly features: readonly number[] }[];
    readonly corrections: readonly number[];
    readonly folds: readonly number[];
  },
): BoostedTrees {
  const kept = data.rows.map((_, row) => row).filter((row) => data.folds[row] !== fold);
  const rows = kept.length === 0 ? data.rows.map((_, row) => row) : kept;
  const features = GUIDE_FEATURES.map(({ name, monotone }, index) => ({
    name,
    kind: 'numeric' as const,
    monotone,
    values: Float64Array.from(rows, (row) => data.rows[row]!.features[index]!),
  }));
  const target = Float64Array.from(rows, (row) => data.corrections[row]!);
  return fitBoostedTrees({ features, target }, { ...TREES, seed: fold + 1 }).trees;
}
