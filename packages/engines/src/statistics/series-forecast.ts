/** A forecasting method fitted on one series of equally spaced values. */
export interface SeriesForecast {
  readonly method: string;
  /** Parameters that were chosen on the series, by name; empty where the method has none. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Point forecasts of steps 1 to `horizon`. */
  forecast(horizon: number): Float64Array;
}
