import type { CallLedger } from '../ledger/call-ledger.ts';
import { recentLevelForecaster } from './recent-level-forecaster.ts';
import type { DailySpend, SpendForecaster } from './spend-forecaster.ts';

const DAY_MS = 86_400_000;
const DEFAULT_HISTORY_DAYS = 56;
const DEFAULT_CONFIDENCE = 0.9;

/** What a month in UTC will have cost when it is over. */
export type MonthForecast = {
  /** `YYYY-MM`, UTC. */
  readonly month: string;
  readonly spentNanoUsd: bigint;
} & (
  | {
      readonly status: 'ok';
      readonly expectedNanoUsd: bigint;
      readonly lowerNanoUsd: bigint;
      readonly upperNanoUsd: bigint;
      readonly confidenceLevel: number;
      /** Days of history that it rests on. */
      readonly historyDays: number;
    }
  | { readonly status: 'not-enough-data'; readonly foundDays: number; readonly neededDays: number }
);

/** Forecasts the end of the month that holds `at` from the days before: what is spent already, and what is to come. */
export async function forecastMonth(
  ledger: Pick<CallLedger, 'dailyCosts'>,
  options: {
    /** Epoch milliseconds. */
    readonly at: number;
    readonly forecaster?: SpendForecaster;
    /** Default 56. */
    readonly historyDays?: number;
    /** Default 0.9. */
    readonly confidenceLevel?: number;
  },
): Promise<MonthForecast> {
  const { at, forecaster = recentLevelForecaster(), historyDays = DEFAULT_HISTORY_DAYS } = options;
  const { confidenceLevel = DEFAULT_CONFIDENCE } = options;
  const today = Math.floor(at / DAY_MS) * DAY_MS;
  const date = new Date(today);
  const monthStart = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  const monthEnd = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
  const from = Math.min(monthStart, today - historyDays * DAY_MS);
  const daily = await ledger.dailyCosts({ from, to: today + DAY_MS, by: 'provider' });
  const byDay = new Map<string, bigint>();
  for (const { day, costNanoUsd } of daily) byDay.set(day, (byDay.get(day) ?? 0n) + costNanoUsd);
  let spentNanoUsd = 0n;
  for (const [day, cost] of byDay) if (Date.parse(day) >= monthStart) spentNanoUsd += cost;

  const days = [];
  for (let day = today; day < monthEnd; day += DAY_MS) {
    days.push({ day: dayText(day), share: day === today ? 1 - (at - today) / DAY_MS : 1 });
  }
  const history = wholeDays(byDay, { from: today - historyDays * DAY_MS, to: today });
  const forecast = await forecaster.forecast({ history, days, confidenceLevel });
  const month = dayText(monthStart).slice(0, 7);
  if (forecast.status !== 'ok') return { month, spentNanoUsd, ...forecast };
  const plus = (nanoUsd: number) => spentNanoUsd + BigInt(Math.round(nanoUsd));
  return {
    month,
    spentNanoUsd,
    status: 'ok',
    expectedNanoUsd: plus(forecast.expectedNanoUsd),
    lowerNanoUsd: plus(forecast.lowerNanoUsd),
    upperNanoUsd: plus(forecast.upperNanoUsd),
    confidenceLevel,
    historyDays: history.length,
  };
}

/** Days from the first with a call on: before it there was nothing to cost anything. */
function wholeDays(
  byDay: ReadonlyMap<string, bigint>,
  period: { readonly from: number; readonly to: number },
): readonly DailySpend[] {
  const days: DailySpend[] = [];
  for (let day = period.from; day < period.to; day += DAY_MS) {
    const cost = byDay.get(dayText(day));
    if (cost === undefined && days.length === 0) continue;
    days.push({ day: dayText(day), nanoUsd: Number(cost ?? 0n) });
  }
  return days;
}

function dayText(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
