import { discoveries } from '../../statistics/false-discovery.ts';
import { regressSmall } from '../../statistics/small-regression.ts';
import { studentTwoSidedP } from '../../statistics/student-distribution.ts';
import type { ComparedSeries } from './correlate-markets.ts';

/** What the growth of another series some months before tells of the growth of the target. */
export interface MarketDriver {
  readonly name: string;
  readonly lagMonths: number;
  /** Growth of the target for one percent of growth of the driver, in percent. */
  readonly elasticity: number;
  readonly lower90: number;
  readonly upper90: number;
  readonly pValue: number;
  /** True where it is believed at a false-discovery rate of 10 % over all drivers and lags. */
  readonly significant: boolean;
}

const LAGS = [1, 2, 3];
const MINIMUM_MONTHS = 24;
const Z_90 = 1.6449;

/**
 * Regresses the monthly growth of a target on the growth of each candidate one to three months before, beside the
 * target's own growth of the month before, so that persistence is no driver. Strongest evidence first; candidates that
 * share fewer than 24 months with the target are left out. Past moves together; that is no proof of cause.
 */
export function findDrivers(target: ComparedSeries, candidates: readonly ComparedSeries[]): readonly MarketDriver[] {
  const own = growthByMonth(target);
  const found: Omit<MarketDriver, 'significant'>[] = [];
  for (const candidate of candidates) {
    const growth = growthByMonth(candidate);
    for (const lagMonths of LAGS) {
      const rows: number[][] = [];
      const targets: number[] = [];
      target.months.forEach((month, at) => {
        const value = own.get(month);
        const before = at < 1 ? undefined : own.get(target.months[at - 1]!);
        const driver = at < lagMonths ? undefined : growth.get(target.months[at - lagMonths]!);
        if (value === undefined || before === undefined || driver === undefined) return;
        rows.push([1, before, driver]);
        targets.push(value);
      });
      if (rows.length < MINIMUM_MONTHS) continue;
      const fitted = regressSmall(rows, targets);
      if (fitted === undefined) continue;
      const error = Math.sqrt((fitted.residualSquares / fitted.degreesOfFreedom) * Math.max(0, fitted.inverse[2]![2]!));
      const elasticity = fitted.coefficients[2]!;
      found.push({
        name: candidate.name,
        lagMonths,
        elasticity,
        lower90: elasticity - Z_90 * error,
        upper90: elasticity + Z_90 * error,
        pValue: error > 0 ? studentTwoSidedP(elasticity / error, fitted.degreesOfFreedom) : 1,
      });
    }
  }
  const believed = discoveries(
    found.map(({ pValue }) => pValue),
    { rate: 0.1 },
  );
  return found
    .map((driver, index) => ({ ...driver, significant: believed[index]! }))
    .sort((a, b) => a.pValue - b.pValue);
}

function growthByMonth({ months, levels }: ComparedSeries): ReadonlyMap<string, number> {
  return new Map(months.slice(1).map((month, at) => [month, Math.log(levels[at + 1]! / levels[at]!)]));
}
