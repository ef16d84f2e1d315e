import type { IsoDate, IsoMonth } from '../market/calendar.ts';
import { addDays } from '../market/calendar.ts';
import type { Sale } from '../market/listing.ts';
import type { EffectVocabulary } from './effect-vocabulary.ts';
import type { EncodedSales } from './encoded-sales.ts';
import { levelAgeFactor } from './level-age.ts';
import { thinnessFactors, noiseSpreadOf } from './prediction-spread.ts';
import { spreadGrowth } from './spread-growth.ts';
import type { SpreadParameters } from './spread-model.ts';
import { spreadsOf } from './spread-model.ts';

/** Refits are so far apart, or farther. */
const SHORTEST_DAYS = 14;
/** So many sales tell the quantiles of a few weeks. */
const FEWEST_SALES = 400;
/** What is fitted before the last weeks must be nearly the whole. */
const LARGEST_SHARE = 0.15;
const LARGEST_FACTOR = 2;
/** A quantile of few scores is uncertain itself: the factor counts as if so many more had said that nothing grew. */
const SHRINKAGE = 300;

/**
 * The first day of the last weeks of the sales, which are in order of day: at least a fortnight with at least 400 sales.
 * `null` where those are more than a seventh of all.
 */
export function lastWeeksOf(sales: readonly Sale[], options: { readonly asOf: IsoDate }): IsoDate | null {
  const enough = sales[sales.length - FEWEST_SALES]?.endedOn;
  if (enough === undefined) return null;
  const fortnight = addDays(options.asOf, 1 - SHORTEST_DAYS);
  const start = enough < fortnight ? enough : fortnight;
  const first = sales.findIndex(({ endedOn }) => endedOn >= start);
  return sales.length - first <= LARGEST_SHARE * sales.length ? start : null;
}

/**
 * The factor by which what comes after a fit lies farther from its values than sales of its own time that were left out
 * of it: the last weeks are valued by a fit of what came before them, and the quantiles of their scores compared with
 * those of the left-out sales. At least 1, at most 2.
 */
export function forwardFactor(
  sales: readonly Sale[],
  options: {
    readonly from: IsoDate;
    readonly encoded: EncodedSales;
    readonly vocabulary: EffectVocabulary;
    readonly logPrices: Float64Array;
    /** log price minus that of the fit of what came before, all sales. */
    readonly residuals: Float64Array;
    readonly paths: ReadonlyMap<string, Float64Array>;
    readonly variances: readonly number[];
    readonly stepVariances: readonly number[];
    readonly firstMonth: IsoMonth;
    readonly lastPeriod: number;
    readonly spread: SpreadParameters;
    /** Scores of left-out sales, in units of their spread. */
    readonly scores: Float64Array;
  },
): number {
  const { encoded, residuals, spread } = options;
  const { segments } = encoded;
  const predicted = options.logPrices.map((value, row) => value - residuals[row]!);
  const kinds = spreadsOf(spread, { table: segments, predicted });
  const included = Uint8Array.from(sales, ({ endedOn }) => (endedOn < options.from ? 1 : 0));
  const factors = thinnessFactors(encoded, { ...options, noiseSpread: noiseSpreadOf(spread), included });
  const before = { ...options, asOf: addDays(options.from, -1) };
  const later: number[] = [];
  for (let row = 0; row < sales.length; row++) {
    if (included[row] === 1) continue;
    const known = kinds[row]! * factors[row]!;
    const age = levelAgeFactor(before, {
      spread: known,
      day: sales[row]!.endedOn,
      segments: segments.ids.flatMap((ids, depth) => segments.names[depth]![ids[row]!] ?? []),
      paths: options.paths,
    });
    later.push(Math.abs(residuals[row]!) / (known * age));
  }
  return spreadGrowth(later, {
    usual: options.scores,
    witnesses: later.length,
    shrinkage: SHRINKAGE,
    largest: LARGEST_FACTOR,
  });
}
