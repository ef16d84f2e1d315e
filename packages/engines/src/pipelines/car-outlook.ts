import type { IndexForecast, IndexForecastStep } from '../forecasting/index-forecast.ts';
import {
  applyScenario,
  BASE_SCENARIO,
  DEFAULT_ELASTICITIES,
  type Scenario,
  type ScenarioElasticities,
} from '../forecasting/scenarios/apply-scenario.ts';
import { addMonthsToDay, dayNumber, type IsoDate } from '../market/calendar.ts';
import type { Interval } from '../market/interval.ts';
import { type NotEnoughData, notEnoughData } from '../market/not-enough-data.ts';
import { HORIZON_MONTHS, type TimeHorizon } from '../market/price-prediction.ts';
import { type SegmentId, segmentsOf } from '../market/segment.ts';
import type { CarFacts, FittedValuation, Valuation } from '../valuation/valuation.ts';

/** What a car is expected to be worth later. */
export interface CarOutlook {
  readonly status: 'ok';
  /** The segment whose index is carried ahead: the deepest of the car that has a forecast. */
  readonly segment: SegmentId;
  /** False where the forecast of the index is no better than its last value. */
  readonly hasSkill: boolean;
  readonly distancePerYear: number | null;
  readonly scenario: Scenario;
  /** How prices are assumed to answer to the scenario; no estimate. */
  readonly elasticities: ScenarioElasticities;
  readonly steps: readonly CarOutlookStep[];
}

/** One horizon, whole currency units. Today's value and the three parts sum to the amount. */
export interface CarOutlookStep {
  readonly horizon: TimeHorizon;
  readonly targetDate: IsoDate;
  /** Odometer on that day, in the unit of the car; `null` where today's is not known. */
  readonly mileage: number | null;
  /** Median of the distribution. */
  readonly amount: number;
  /** 50, 80 and 90 % of what such a car sells for then. */
  readonly intervals: readonly Interval[];
  /** What the car loses by getting older, by being driven on, and what the market and the scenario add. */
  readonly parts: { readonly age: number; readonly mileage: number; readonly market: number };
}

export interface CarOutlookOptions {
  readonly valuation: FittedValuation;
  /** Forecasts of the indices by segment. */
  readonly forecasts: Readonly<Record<SegmentId, IndexForecast>>;
  /** The value of the car on the day of the fit. */
  readonly now: Valuation;
  readonly horizons: readonly TimeHorizon[];
  /** In the unit of the car. Default: as much a year as so far. */
  readonly distancePerYear?: number | undefined;
  /** Default: nothing changes. */
  readonly scenario?: Scenario | undefined;
  readonly elasticities?: ScenarioElasticities | undefined;
}

/**
 * Carries the value of one car ahead: it gets older, is driven on, and the index of its segment moves as forecast. What is
 * not known of the car and what is not known of the index are taken as independent: each bound lies as far from the
 * median as the root of the sum of both squares, on the log scale. The base case is the forecast itself.
 */
export function carOutlook(car: CarFacts, options: CarOutlookOptions): CarOutlook | NotEnoughData {
  const { valuation, forecasts, now, scenario = BASE_SCENARIO, elasticities = DEFAULT_ELASTICITIES } = options;
  const segment = segmentsOf(car.vehicle)
    .toReversed()
    .find((candidate) => forecasts[candidate] !== undefined);
  if (segment === undefined)
    return notEnoughData('no forecast of an index that speaks of the car', { found: 0, needed: 1 });
  const forecast = forecasts[segment]!;
  const { asOf } = valuation;
  const distancePerYear = options.distancePerYear ?? yearlyDistance(car, asOf);
  const steps: CarOutlookStep[] = [];
  for (const horizon of options.horizons) {
    const months = HORIZON_MONTHS[horizon];
    const reached = { ...forecast, steps: forecast.steps.slice(0, months) };
    const step = applyScenario(reached, { scenario, elasticities }).steps[months - 1];
    if (step === undefined) {
      return notEnoughData(`months in the index forecast for ${horizon}`, {
        found: forecast.steps.length,
        needed: months,
      });
    }
    const targetDate = addMonthsToDay(asOf, months);
    const years = (dayNumber(targetDate) - dayNumber(asOf)) / 365.25;
    const mileage =
      car.mileage === null || distancePerYear === null ? null : Math.round(car.mileage + distancePerYear * years);
    const older = valuation.value(car, { valuedOn: targetDate });
    const drivenOn = valuation.value({ ...car, mileage }, { valuedOn: targetDate });
    if (older.status !== 'ok') return older;
    if (drivenOn.status !== 'ok') return drivenOn;
    const amount = Math.round(drivenOn.amount * step.growth);
    steps.push({
      horizon,
      targetDate,
      mileage,
      amount,
      intervals: now.intervals.map((interval) => spreadAhead(interval, { now, step, amount })),
      parts: {
        age: older.amount - now.amount,
        mileage: drivenOn.amount - older.amount,
        market: amount - drivenOn.amount,
      },
    });
  }
  return { status: 'ok', segment, hasSkill: forecast.hasSkill, distancePerYear, scenario, elasticities, steps };
}

function spreadAhead(
  { confidenceLevel, lower, upper }: Interval,
  { now, step, amount }: { readonly now: Valuation; readonly step: IndexForecastStep; readonly amount: number },
): Interval {
  const growth = step.intervals.find((interval) => interval.confidenceLevel === confidenceLevel);
  const below = Math.hypot(
    Math.log(now.amount / lower),
    growth === undefined ? 0 : Math.log(step.growth / growth.lower),
  );
  const above = Math.hypot(
    Math.log(upper / now.amount),
    growth === undefined ? 0 : Math.log(growth.upper / step.growth),
  );
  return {
    confidenceLevel,
    lower: Math.round(amount * Math.exp(-below)),
    upper: Math.round(amount * Math.exp(above)),
  };
}

/** As much a year as in the years so far; `null` where odometer or age are not known. */
function yearlyDistance({ mileage, modelYear }: CarFacts, asOf: IsoDate): number | null {
  if (mileage === null || modelYear === null) return null;
  return Math.round(mileage / Math.max(1, Number(asOf.slice(0, 4)) - modelYear));
}
