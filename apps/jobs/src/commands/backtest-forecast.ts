import { resolve } from 'node:path';
import { forecastMany, judgeForecasts } from '@pa/engines/forecasting';
import { readSeries } from '../backtest/read-series.ts';
import { renderForecastVerdict } from '../backtest/render-forecast-verdict.ts';
import { writeJsonLines } from '../backtest/write-json.ts';
import { seconds } from '../output/progress.ts';
import type { CommandContext } from './command-context.ts';

export interface BacktestForecastOptions {
  readonly series: string;
  readonly horizon: number;
  readonly season: number;
  readonly out: string;
}

const LEVELS = [0.8, 0.95];

/** `pa backtest forecast`: forecasts every series of a file from its `train` alone and judges it by `test` where given. */
export function backtestForecast({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: BacktestForecastOptions;
}): void {
  const { terminal, now, folder, signal } = context;
  const { horizon, season } = options;
  const series = readSeries(resolve(folder, options.series));
  const startedAt = now();
  const forecasts = forecastMany(
    series.map(({ train }) => train),
    { horizon, season, levels: LEVELS, onSeries: () => signal.throwIfAborted() },
  );
  const took = now() - startedAt;
  const answered = forecasts.map((forecast) => (forecast.point.every(Number.isFinite) ? forecast : undefined));
  writeJsonLines(
    resolve(folder, options.out),
    series.flatMap(({ id }, index) => {
      const forecast = answered[index];
      if (forecast === undefined) return [];
      const intervals = Object.fromEntries(
        [...forecast.intervals].map(([level, { lower, upper }]) => [
          String(Math.round(100 * level)),
          Array.from(lower, (bound, step) => [bound, upper[step]!]),
        ]),
      );
      return [{ id, point: [...forecast.point], intervals }];
    }),
  );
  terminal.note(
    `${options.out} has ${answered.filter((forecast) => forecast !== undefined).length} of ${series.length} series (${seconds(took)}, ${(series.length / (took / 1000)).toFixed(0)} series/s)`,
  );
  const judged = series.flatMap(({ train, actual, naive2 }, index) => {
    if (actual === undefined || actual.length === 0) return [];
    const steps = actual.slice(0, horizon);
    const outcome = {
      train,
      actual: steps,
      ...(naive2 !== undefined && naive2.length >= steps.length ? { reference: naive2.slice(0, steps.length) } : {}),
    };
    return [{ outcome, forecast: answered[index] }];
  });
  if (judged.length === 0) {
    terminal.result(
      { ...options, seriesCount: series.length, verdict: null },
      () => 'No series has a test to judge by.',
    );
    return;
  }
  const verdict = judgeForecasts(
    judged.map(({ outcome }) => outcome),
    { forecasts: judged.map(({ forecast }) => forecast), season, levels: LEVELS },
  );
  terminal.result({ ...options, seriesCount: series.length, verdict }, () => renderForecastVerdict(verdict));
}
