/** What a day cost, in nano-dollars as a number: a forecast is no booking. */
export interface DailySpend {
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  readonly nanoUsd: number;
}

export interface SpendForecastQuery {
  /** Whole days that are over, oldest first, without gaps: a day without calls is 0. */
  readonly history: readonly DailySpend[];
  /** Days to come, oldest first; the first may have begun. */
  readonly days: readonly {
    readonly day: string /** Share of it that is to come, 0 to 1. */;
    readonly share: number;
  }[];
  /** Such as 0.9. */
  readonly confidenceLevel: number;
}

export type SpendForecast =
  | {
      readonly status: 'ok';
      readonly expectedNanoUsd: number;
      readonly lowerNanoUsd: number;
      readonly upperNanoUsd: number;
    }
  | { readonly status: 'not-enough-data'; readonly foundDays: number; readonly neededDays: number };

/** Tells what days to come will cost together. Bring your own where you know more than the past says. */
export interface SpendForecaster {
  forecast(query: SpendForecastQuery): SpendForecast | Promise<SpendForecast>;
}
