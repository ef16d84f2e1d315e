import { InvalidInputError } from '../errors.ts';
import type { IsoDate } from '../market/calendar.ts';
import type { Sale } from '../market/listing.ts';
import { smoothLocalLevel } from '../statistics/local-level.ts';
import { robustWeight } from '../statistics/robust-weight.ts';
import { segmentsOf } from '../market/segment.ts';
import { dataHashOf } from './data-hash.ts';
import type { FitPayload, ValuationPayload } from './fit-payload.ts';
import { valuationPayload } from './fit-payload.ts';
import { valuationFromPayload } from './fitted-valuation.ts';
import { periodOf } from './level-periods.ts';
import { screenSales } from './sale-screen.ts';
import type { FittedValuation, Valuation } from './valuation.ts';

/** Median absolute deviation of Student t errors with 4 degrees of freedom, in units of their scale. */
const MEDIAN_ABSOLUTE_T4 = 0.7407;
/** What is not known of a level on the day of the fit, in variances of one of its steps. */
const PRIOR_STEPS = 2;

/** Multiples of the fitted step variance that are tried: a market may begin to move faster than it did before. */
const FASTER = [1, 10, 100, 1_000, 10_000];
const LARGEST_STEP = 0.01;

/** What one new sale says of the level: its log price beyond its value, and how precisely. */
interface Surprise {
  readonly names: readonly string[];
  readonly period: number;
  readonly weight: number;
  remaining: number;
}

/**
 * Takes in the sales since the fit without fitting again: the market level and those of its segments follow them by the
 * Kalman filter, faster than before where that is more likely, while curves, effects and intervals stay as they were fitted. Sales that ended on or before the day of
 * the fit are passed over, so that none counts twice. Milliseconds; refit now and then. An `asOf` before that of the
 * valuation is an `InvalidInputError`, sales of another market a `MixedMarketError`.
 *
 * @example
 * const today = updateValuation(valuation, { sales: soldToday, asOf: '2024-10-01' });
 */
export function updateValuation(
  valuation: FittedValuation,
  options: { readonly sales: Iterable<Sale>; readonly asOf: IsoDate },
): FittedValuation {
  if (options.asOf < valuation.asOf) {
    throw new InvalidInputError(
      `A valuation of ${valuation.asOf} cannot be brought back to ${options.asOf}: fit one on the sales up to that day.`,
    );
  }
  const stored = valuationPayload.parse(valuation.toPayload());
  const screened = screenSales(options.sales, { asOf: options.asOf, market: valuation.market });
  const fresh = screened.sales.filter(({ endedOn }) => endedOn > valuation.asOf);
  const surprises = fresh.flatMap((sale) => surpriseOf(sale, { valuation, stored }));
  const lastPeriod = surprises.reduce((last, { period }) => Math.max(last, period), stored.lastPeriod);
  const shifts = levelShifts(surprises, { stored, periodCount: lastPeriod - stored.lastPeriod + 1 });
  const pathLength = periodOf(options.asOf, stored.firstMonth) + 1;
  const shifted = (fit: FitPayload): FitPayload => shiftPaths(fit, { shifts, from: stored.lastPeriod, pathLength });
  return valuationFromPayload({
    ...stored,
    asOf: options.asOf,
    saleCount: stored.saleCount + fresh.length,
    dataHash: fresh.length === 0 ? stored.dataHash : dataHashOf(fresh, stored.dataHash),
    lastPeriod,
    full: shifted(stored.full),
    folds: stored.folds.map(shifted),
  });
}

function surpriseOf(
  sale: Sale,
  { valuation, stored }: { readonly valuation: FittedValuation; readonly stored: ValuationPayload },
): readonly Surprise[] {
  const value = valuation.value(sale, { valuedOn: sale.endedOn });
  if (value.status !== 'ok') return [];
  const remaining = Math.log(sale.price.amount) - logValueOf(value);
  const scale = value.logSpread / MEDIAN_ABSOLUTE_T4;
  return [
    {
      names: ['', ...segmentsOf(sale.vehicle)],
      period: periodOf(sale.endedOn, stored.firstMonth),
      weight: robustWeight(remaining, { scale }) / (scale * scale),
      remaining,
    },
  ];
}

function logValueOf({ baseLogPrice, contributions }: Valuation): number {
  return contributions.reduce((sum, { logEffect }) => sum + logEffect, baseLogPrice);
}

/** By how much each path departs from its last level, period by period from that of the last sale of the fit on. */
function levelShifts(
  surprises: readonly Surprise[],
  { stored, periodCount }: { readonly stored: ValuationPayload; readonly periodCount: number },
): ReadonlyMap<string, Float64Array> {
  const shifts = new Map<string, Float64Array>();
  stored.stepVariances.forEach((stepVariance, depth) => {
    const groups = Map.groupBy(
      surprises.filter(({ names }) => names[depth] !== undefined && stored.full.paths[names[depth]] !== undefined),
      ({ names }) => names[depth]!,
    );
    for (const [name, rows] of groups) {
      const means = new Float64Array(periodCount);
      const precision = new Float64Array(periodCount);
      for (const { period, weight, remaining } of rows) {
        const at = period - stored.lastPeriod;
        precision[at] = precision[at]! + weight;
        means[at] = means[at]! + weight * remaining;
      }
      for (let at = 0; at < periodCount; at++) if (precision[at]! > 0) means[at] = means[at]! / precision[at]!;
      const candidates = FASTER.map((times) => {
        const step = Math.max(stepVariance, Math.min(LARGEST_STEP, times * stepVariance));
        return smoothLocalLevel({ means, precision, stepVariance: step, priorVariance: PRIOR_STEPS * step });
      });
      const { filtered } = candidates.reduce((best, next) => (next.logLikelihood > best.logLikelihood ? next : best));
      shifts.set(name, filtered);
      for (const row of rows) row.remaining -= filtered[row.period - stored.lastPeriod]!;
    }
  });
  return shifts;
}

/** The paths of a fit, carried on to `pathLength` periods and shifted from period `from` on. */
function shiftPaths(
  fit: FitPayload,
  options: { readonly shifts: ReadonlyMap<string, Float64Array>; readonly from: number; readonly pathLength: number },
): FitPayload {
  const { shifts, from, pathLength } = options;
  const paths = Object.entries(fit.paths).map(([name, path]) => {
    const shift = shifts.get(name);
    const carried = Array.from({ length: Math.max(path.length, pathLength) }, (_, period) => {
      const level = path[Math.min(period, path.length - 1)]!;
      if (shift === undefined || period < from) return level;
      return Math.round(level + 10_000 * shift[Math.min(period - from, shift.length - 1)]!) + 0;
    });
    return [name, carried] as const;
  });
  return { ...fit, paths: Object.fromEntries(paths) };
}
