import { fitDampedTrend } from './damped-trend.ts';
import type { SeriesForecast } from './series-forecast.ts';
import { fitTheta } from './theta-forecast.ts';

/** The mean of Theta and the damped trend: two methods whose errors differ, which is why their mean beats both. */
export function fitThetaDampedMean(series: ArrayLike<number>): SeriesForecast {
  const theta = fitTheta(series);
  const damped = fitDampedTrend(series);
  return {
    method: 'mean of theta and damped trend',
    parameters: {},
    forecast: (horizon) => {
      const path = theta.forecast(horizon);
      const other = damped.forecast(horizon);
      return path.map((value, index) => (value + other[index]!) / 2);
    },
  };
}
