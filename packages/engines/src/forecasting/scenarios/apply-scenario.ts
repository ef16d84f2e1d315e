import type { IndexForecast } from '../index-forecast.ts';

/** A what-if: changes that are fully there at the end of the path and grow evenly until then. */
export interface Scenario {
  readonly name: string;
  /** Change of the interest rate in percentage points. */
  readonly ratePoints: number;
  /** Change of supply as a share: 0.1 is ten percent more cars on offer. */
  readonly supplyChange: number;
}

/** How prices answer, stated with every scenario. */
export interface ScenarioElasticities {
  /** Change of the log price for one percentage point of interest. */
  readonly rate: number;
  /** Change of the log price for one unit of log supply. */
  readonly supply: number;
}

/** Assumptions and not estimates: callers with better ones give their own. */
export const DEFAULT_ELASTICITIES: ScenarioElasticities = { rate: -0.01, supply: -0.2 };

/** Nothing changes: the forecast itself. */
export const BASE_SCENARIO: Scenario = { name: 'base', ratePoints: 0, supplyChange: 0 };

/**
 * A forecast under a scenario: growth and all bounds of each step times the effect of the changes so far, which grow
 * evenly to the last step. The base case is the forecast itself, to the bit.
 */
export function applyScenario(
  forecast: IndexForecast,
  options: { readonly scenario: Scenario; readonly elasticities?: ScenarioElasticities },
): IndexForecast {
  const { scenario, elasticities = DEFAULT_ELASTICITIES } = options;
  const full = elasticities.rate * scenario.ratePoints + elasticities.supply * Math.log1p(scenario.supplyChange);
  if (full === 0) return forecast;
  const last = forecast.steps.length;
  return {
    ...forecast,
    steps: forecast.steps.map((step, index) => {
      const factor = Math.exp((full * (index + 1)) / last);
      return {
        ...step,
        growth: step.growth * factor,
        intervals: step.intervals.map((interval) => ({
          ...interval,
          lower: interval.lower * factor,
          upper: interval.upper * factor,
        })),
      };
    }),
  };
}
