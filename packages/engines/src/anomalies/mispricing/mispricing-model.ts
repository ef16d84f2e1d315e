import { type BoostedTrees, boostedTreesFromPayload } from '../../statistics/boosted-trees/index.ts';
import { StatisticalInputError } from '../../statistics/input-error.ts';
import { contaminationRow } from './contamination.ts';
import type { JudgedCar } from './judged-sale.ts';
import { MISPRICING_VERSION, mispricingPayload } from './mispricing-payload.ts';
import { type RarityKnot, rarityScore } from './rarity-scale.ts';
import { createSpreadRow, type NameCodes, tailFacts } from './spread-columns.ts';

/** How odd a price is. */
export interface Mispricing {
  /** Counts typical residuals of ordinary cars: half of them score below 1. Never negative, higher is odder. */
  readonly score: number;
  /** log(price / expected price): below 0 is cheap. */
  readonly residual: number;
  /** The typical absolute log residual of this very car. */
  readonly localSpread: number;
  /** Log of the density of mispriced cars over that of ordinary ones at this residual. */
  readonly logRatio: number;
}

/** What a fit learnt of how prices scatter. Immutable. */
export interface MispricingModel {
  score(car: JudgedCar & { readonly logPrice: number }): Mispricing;
  /** Plain JSON that `mispricingModelFromPayload` turns back into an equal model. */
  toPayload(): unknown;
}

/** Reads what `toPayload` gave, also after a way through JSON. Anything else is refused: fit again. */
export function mispricingModelFromPayload(payload: unknown): MispricingModel {
  const parsed = mispricingPayload.safeParse(payload);
  if (!parsed.success) {
    throw new StatisticalInputError(
      `The stored scatter of prices cannot be read as version ${MISPRICING_VERSION}: fit it again (${parsed.error.issues[0]?.message ?? 'unknown form'}).`,
    );
  }
  const { codes, level, spread, contamination, knots } = parsed.data;
  return createMispricingModel({
    codes,
    level: boostedTreesFromPayload(level),
    spread: boostedTreesFromPayload(spread),
    contamination: contamination.map(boostedTreesFromPayload),
    knots,
  });
}

/** Puts a model together from its parts. */
export function createMispricingModel(parts: {
  readonly codes: NameCodes;
  readonly level: BoostedTrees;
  readonly spread: BoostedTrees;
  readonly contamination: readonly BoostedTrees[];
  readonly knots: readonly RarityKnot[];
}): MispricingModel {
  const spreadRow = createSpreadRow(parts.codes);
  return {
    score: (car) => {
      const residual = car.logPrice - car.expectedLogPrice;
      const values = spreadRow(car);
      const localSpread = Math.exp(parts.spread.predictRow(values));
      const levelCorrection = parts.level.predictRow(values);
      const row = contaminationRow(tailFacts(values), { residual, levelCorrection, spread: localSpread });
      let logRatio = 0;
      for (const trees of parts.contamination) logRatio += trees.predictRow(row) / parts.contamination.length;
      return { score: rarityScore(parts.knots, logRatio), residual, localSpread, logRatio };
    },
    toPayload: () => ({
      version: MISPRICING_VERSION,
      codes: parts.codes,
      level: parts.level.toPayload(),
      spread: parts.spread.toPayload(),
      contamination: parts.contamination.map((trees) => trees.toPayload()),
      knots: parts.knots,
    }),
  };
}
