import { textHash } from '../../statistics/text-hash.ts';
import { contaminationRow, fitContamination } from './contamination.ts';
import type { JudgedCar, JudgedSale } from './judged-sale.ts';
import { fitLevelCorrection, fitLocalSpread } from './local-spread.ts';
import { createMispricingModel, type MispricingModel } from './mispricing-model.ts';
import { rarityKnots } from './rarity-scale.ts';
import { createSpreadRow, learnNames, tailFacts } from './spread-columns.ts';

/** So many sales say how prices scatter; of more a part is drawn. */
const MOST_SALES = 60_000;
const PARTS = 4;

export type { JudgedCar, JudgedSale, MispricingModel };

/**
 * Learns how odd a price is on each kind of car, from sales with the price that was expected of each by a fit that had not
 * seen it. Every sale is judged by trees that have not seen it either, and errors among the sales do little: spreads are
 * learnt on a log scale, and an error is as likely on the mispriced side as on the ordinary one. The same sales in the same
 * order give the same model.
 *
 * @example
 * const model = fitMispricingModel(sales);
 * model.score({ ...car, logPrice: Math.log(9_900) }).score; // 4.2 typical spreads
 */
export function fitMispricingModel(input: readonly JudgedSale[]): MispricingModel {
  const sales = drawPart(
    input.filter(({ logPrice, expectedLogPrice }) => Number.isFinite(logPrice - expectedLogPrice)),
  );
  const codes = learnNames(sales);
  const spreadRow = createSpreadRow(codes);
  const rows = sales.map((sale) => spreadRow(sale));
  const residuals = Float64Array.from(sales, ({ logPrice, expectedLogPrice }) => logPrice - expectedLogPrice);
  const level = fitLevelCorrection(sales, { rows, residuals });
  const spread = fitLocalSpread(sales, { rows, residuals: residuals.map((value, row) => value - level.unseen[row]!) });
  const points = sales.map((sale, row) => ({
    facts: tailFacts(rows[row]!),
    residual: residuals[row]!,
    levelCorrection: level.unseen[row]!,
    spread: Math.exp(spread.unseen[row]!),
    part: textHash(`part ${sale.carKey}`) % PARTS,
  }));
  const contamination = Array.from({ length: PARTS }, (_, part) =>
    fitContamination(
      points.filter((point) => point.part !== part),
      { seed: part + 1 },
    ),
  );
  const unseenLogRatios = Float64Array.from(points, (point) =>
    contamination[point.part]!.predictRow(contaminationRow(point.facts, point)),
  );
  return createMispricingModel({
    codes,
    level: level.trees,
    spread: spread.trees,
    contamination,
    knots: rarityKnots(unseenLogRatios),
  });
}

function drawPart(sales: readonly JudgedSale[]): readonly JudgedSale[] {
  if (sales.length <= MOST_SALES) return sales;
  return sales.filter(({ carKey }) => textHash(`drawn ${carKey}`) / 2 ** 32 < MOST_SALES / sales.length);
}
