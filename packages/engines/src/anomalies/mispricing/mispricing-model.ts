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
  /** The scores of many cars, in their order: bit for bit those of `score`, and several times faster. */
  scoreAll(cars: readonly (JudgedCar & { readonly logPrice: number })[]): readonly Mispricing[];
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

/** Cars whose rows are laid out together, so that memory does not grow with the input. */
const CARS_AT_A_TIME = 2_048;

/** Puts a model together from its parts. */
export function createMispricingModel(parts: {
  readonly codes: NameCodes;
  readonly level: BoostedTrees;
  readonly spread: BoostedTrees;
  readonly contamination: readonly BoostedTrees[];
  readonly knots: readonly RarityKnot[];
}): MispricingModel {
  const spreadRow = createSpreadRow(parts.codes);
  const scoreAll = (cars: readonly (JudgedCar & { readonly logPrice: number })[]): readonly Mispricing[] => {
    const rows = cars.map((car) => spreadRow(car));
    const columns = toColumns(rows);
    const logSpreads = parts.spread.predict(columns);
    const levels = parts.level.predict(columns);
    const deviations = cars.map((car, row) => ({
      residual: car.logPrice - car.expectedLogPrice,
      levelCorrection: levels[row]!,
      spread: Math.exp(logSpreads[row]!),
    }));
    const tails = toColumns(rows.map((values, row) => contaminationRow(tailFacts(values), deviations[row]!)));
    const logRatios = new Float64Array(cars.length);
    for (const trees of parts.contamination) {
      const predicted = trees.predict(tails);
      for (let row = 0; row < cars.length; row++) logRatios[row]! += predicted[row]! / parts.contamination.length;
    }
    return deviations.map(({ residual, spread }, row) => ({
      score: rarityScore(parts.knots, logRatios[row]!),
      residual,
      localSpread: spread,
      logRatio: logRatios[row]!,
    }));
  };
  return {
    score: (car) => scoreAll([car])[0]!,
    scoreAll: (cars) => {
      const scored: Mispricing[] = [];
      for (let from = 0; from < cars.length; from += CARS_AT_A_TIME) {
        for (const found of scoreAll(cars.slice(from, from + CARS_AT_A_TIME))) scored.push(found);
      }
      return scored;
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

function toColumns(rows: readonly (readonly number[])[]): readonly Float64Array[] {
  const width = rows[0]?.length ?? 0;
  return Array.from({ length: width }, (_, column) => {
    const values = new Float64Array(rows.length);
    for (let row = 0; row < rows.length; row++) values[row] = rows[row]![column]!;
    return values;
  });
}
