import type { CarDescription } from './car-description.ts';
import { EFFECT_GROUPS, SEGMENT_DEPTH } from './effect-group.ts';
import type { EffectVocabulary } from './effect-vocabulary.ts';
import type { EncodedSales } from './encoded-sales.ts';
import type { SpreadParameters } from './spread-model.ts';
import { spreadOf } from './spread-model.ts';

/** Half of a normal distribution lies within this many standard deviations. */
const MEDIAN_ABSOLUTE_NORMAL = 0.6745;

/** Effects that stand for themselves; those that bend a curve count by how far a car is from the middle, and stay out. */
const IS_COUNTED = EFFECT_GROUPS.map(({ curve }) => curve === null);

/**
 * The factor by which a car's spread grows because cars like it are thinly sold: an effect that has n sales is only
 * known up to tau^2 / (1 + n tau^2 / noise^2). `ownSales` are taken off the counts: 1 for a sale that is judged
 * as if it had not been there.
 */
export function thinnessFactor(
  car: CarDescription,
  options: {
    readonly vocabulary: EffectVocabulary;
    readonly variances: readonly number[];
    readonly noiseSpread: number;
    readonly ownSales: number;
  },
): number {
  const noise = (options.noiseSpread / MEDIAN_ABSOLUTE_NORMAL) ** 2;
  let unknown = 0;
  for (let k = 0; k < car.keys.length; k++) {
    const group = car.groups[k]!;
    if (!speaksOfSpread(group, options.vocabulary)) continue;
    const variance = options.variances[group]!;
    const count = Math.max(0, options.vocabulary.count(group, car.keys[k]!) - options.ownSales);
    unknown += uncertainty(variance, { count, noise });
  }
  return Math.sqrt(1 + unknown / noise);
}

/**
 * `thinnessFactor` of every sale of a fit, each judged as if it had not been there; with `included` as if only those that
 * it marks with 1 had been.
 */
export function thinnessFactors(
  sales: EncodedSales,
  options: {
    readonly vocabulary: EffectVocabulary;
    readonly variances: readonly number[];
    readonly noiseSpread: number;
    readonly included?: Uint8Array;
  },
): Float64Array {
  const { vocabulary, variances, included } = options;
  const { start, entries } = sales;
  const includedCounts =
    included === undefined ? undefined : countEntries(sales, { included, columnCount: vocabulary.columnCount });
  const noise = (options.noiseSpread / MEDIAN_ABSOLUTE_NORMAL) ** 2;
  const ofColumn = new Float64Array(vocabulary.columnCount);
  const ofGroup = variances.map((variance, group) => (speaksOfSpread(group, vocabulary) ? variance : 0));
  vocabulary.groups.forEach(({ counts }, group) => {
    const variance = ofGroup[group]!;
    counts.forEach((count, key) => {
      const column = vocabulary.starts[group]! + key;
      ofColumn[column] = uncertainty(variance, { count: includedCounts?.[column] ?? count - 1, noise });
    });
  });
  const factors = new Float64Array(sales.saleCount);
  for (let row = 0; row < factors.length; row++) {
    let unknown = 0;
    for (let k = start[row]!; k < start[row + 1]!; k++) {
      const entry = entries[k]!;
      unknown += entry < 0 ? ofGroup[-1 - entry]! : ofColumn[entry]!;
    }
    factors[row] = Math.sqrt(1 + unknown / noise);
  }
  return factors;
}

function countEntries(
  { start, entries, saleCount }: EncodedSales,
  { included, columnCount }: { readonly included: Uint8Array; readonly columnCount: number },
): Int32Array {
  const counts = new Int32Array(columnCount);
  for (let row = 0; row < saleCount; row++) {
    if (included[row] === 0) continue;
    for (let k = start[row]!; k < start[row + 1]!; k++) {
      const column = entries[k]!;
      if (column >= 0) counts[column] = counts[column]! + 1;
    }
  }
  return counts;
}

/**
 * Of a group with one key or none nobody knows how keys differ; a make or model that nobody has seen differs by its
 * prior. Effects that bend a curve do not count.
 */
function speaksOfSpread(group: number, vocabulary: EffectVocabulary): boolean {
  return IS_COUNTED[group]! && (group < SEGMENT_DEPTH || vocabulary.groups[group]!.keys.length >= 2);
}

/** What is not known of an effect after `count` sales. */
function uncertainty(variance: number, { count, noise }: { readonly count: number; readonly noise: number }): number {
  return variance / (1 + (count * variance) / noise);
}

/** The typical absolute log residual of a car: the spread of its kind, wider where its segment is thinly sold. */
export function predictionSpread(
  car: CarDescription,
  options: {
    readonly spread: SpreadParameters;
    readonly logPrice: number;
    readonly vocabulary: EffectVocabulary;
    readonly variances: readonly number[];
    readonly ownSales: number;
  },
): number {
  const kind = spreadOf(options.spread, { segments: car.segments, logPrice: options.logPrice });
  return kind * thinnessFactor(car, { ...options, noiseSpread: noiseSpreadOf(options.spread) });
}

/** The typical absolute log residual of a well-known car. */
export function noiseSpreadOf(spread: SpreadParameters): number {
  return Math.exp(spread.logSpread / 10_000);
}
