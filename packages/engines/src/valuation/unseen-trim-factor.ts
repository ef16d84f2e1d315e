import { textHash } from '../statistics/text-hash.ts';
import { SEGMENT_DEPTH } from './effect-group.ts';
import type { EffectVocabulary } from './effect-vocabulary.ts';
import type { EncodedSales } from './encoded-sales.ts';
import { noiseSpreadOf, thinnessFactors } from './prediction-spread.ts';
import { spreadGrowth } from './spread-growth.ts';
import type { SpreadParameters } from './spread-model.ts';
import { spreadsOf } from './spread-model.ts';

/** One trim in so many is held back. */
const HELD_ONE_IN = 5;
/** A trim that sells often must not speak for all. */
const MOST_SALES_OF_A_TRIM = 20;
/** Fewer held trims tell nothing. */
const FEWEST_TRIMS = 8;
const LARGEST_FACTOR = 3;
/** Trims differ much in how far they lie off: the factor counts as if so many more had said that nothing grew. */
const SHRINKAGE = 5;

/** The sales that count when a drawn fifth of the trims is held back: 1, or 0 for those held and for those not `drawn`. */
export function withoutDrawnTrims({ segments, saleCount }: EncodedSales, drawn?: Uint8Array): Uint8Array {
  const names = segments.names[SEGMENT_DEPTH - 1]!;
  const isHeld = Uint8Array.from(names, (name) => (textHash(`held trim ${name}`) % HELD_ONE_IN === 0 ? 1 : 0));
  const ids = segments.ids[SEGMENT_DEPTH - 1]!;
  return Uint8Array.from({ length: saleCount }, (_, row) =>
    drawn?.[row] === 0 || (ids[row]! >= 0 && isHeld[ids[row]!] === 1) ? 0 : 1,
  );
}

/**
 * The factor by which a car of a trim that was never sold lies farther from its value than its spread says: how far trims
 * differ within their generation is known too well where most trims stand in one generation alone. Sales of the trims that
 * `included` holds back are valued without one of their kind, and the quantiles of their scores compared with those of
 * sales that were left out. From 1 to 3; 1 where fewer than 8 trims were held back.
 */
export function unseenTrimFactor(
  encoded: EncodedSales,
  options: {
    readonly included: Uint8Array;
    readonly vocabulary: EffectVocabulary;
    readonly logPrices: Float64Array;
    /** log price minus that of the fit without the held trims, all sales. */
    readonly residuals: Float64Array;
    readonly variances: readonly number[];
    readonly spread: SpreadParameters;
    /** Scores of left-out sales, in units of their spread. */
    readonly scores: Float64Array;
  },
): number {
  const { included, residuals, spread } = options;
  const { segments } = encoded;
  const predicted = options.logPrices.map((value, row) => value - residuals[row]!);
  const kinds = spreadsOf(spread, { table: segments, predicted });
  const factors = thinnessFactors(encoded, { ...options, noiseSpread: noiseSpreadOf(spread) });
  const held = withoutDrawnTrims(encoded);
  const ids = segments.ids[SEGMENT_DEPTH - 1]!;
  const counts = new Map<number, number>();
  const scores: number[] = [];
  for (let row = 0; row < encoded.saleCount; row++) {
    if (held[row] === 1) continue;
    const count = counts.get(ids[row]!) ?? 0;
    counts.set(ids[row]!, count + 1);
    if (count < MOST_SALES_OF_A_TRIM) scores.push(Math.abs(residuals[row]!) / (kinds[row]! * factors[row]!));
  }
  if (counts.size < FEWEST_TRIMS || !included.includes(1)) return 1;
  return spreadGrowth(scores, {
    usual: options.scores,
    witnesses: counts.size,
    shrinkage: SHRINKAGE,
    largest: LARGEST_FACTOR,
  });
}
