import { alertText, type CostAlert, type CostGroup, type DailyCost, type MonthForecast } from '@pa/cost';
import type { DayRange } from '../http/day-range.ts';
import type { CostAccounts } from '../ports/cost-accounts.ts';

const DAY_MS = 86_400_000;
const USERS_SHOWN = 50;

/** What the calls of a period cost, by everything that is asked for. */
export async function costBreakdown(
  ledger: CostAccounts['ledger'],
  period: { readonly from: number; readonly to: number },
) {
  const by = (dimension: Parameters<CostAccounts['ledger']['costs']>[0]['by']) =>
    ledger.costs({ from: period.from, to: period.to, by: dimension });
  const [byFeature, byModel, byPromptVersion, byUser] = await Promise.all([
    by('feature'),
    by('servedModel'),
    by('promptVersion'),
    by('userId'),
  ]);
  return {
    totalNanoUsd: byModel.reduce((sum, { costNanoUsd }) => sum + costNanoUsd, 0n).toString(),
    callCount: byModel.reduce((sum, { callCount }) => sum + callCount, 0),
    unpricedCallCount: byModel.reduce((sum, { unpricedCallCount }) => sum + unpricedCallCount, 0),
    byFeature: byFeature.map(toGroup),
    byModel: byModel.map(toGroup),
    byPromptVersion: byPromptVersion.map(toGroup),
    byUser: byUser.slice(0, USERS_SHOWN).map(toGroup),
  };
}

/** Every day of the range with what it cost. */
export function everyDay(daily: readonly DailyCost[], { from, to }: DayRange) {
  const groups = Map.groupBy(daily, ({ day }) => day);
  const days = [];
  for (let at = from; at < to; at += DAY_MS) {
    const day = new Date(at).toISOString().slice(0, 10);
    const own = groups.get(day) ?? [];
    days.push({
      day,
      costNanoUsd: own.reduce((sum, { costNanoUsd }) => sum + costNanoUsd, 0n).toString(),
      callCount: own.reduce((sum, { callCount }) => sum + callCount, 0),
    });
  }
  return days;
}

export function toForecastBody(forecast: MonthForecast) {
  const { month, spentNanoUsd, status } = forecast;
  const about = { month, status, spentNanoUsd: spentNanoUsd.toString() };
  if (forecast.status !== 'ok') {
    const { foundDays, neededDays } = forecast;
    const none = { expectedNanoUsd: null, lowerNanoUsd: null, upperNanoUsd: null, confidenceLevel: null };
    return { ...about, ...none, foundDays, neededDays };
  }
  return {
    ...about,
    expectedNanoUsd: forecast.expectedNanoUsd.toString(),
    lowerNanoUsd: forecast.lowerNanoUsd.toString(),
    upperNanoUsd: forecast.upperNanoUsd.toString(),
    confidenceLevel: forecast.confidenceLevel,
    foundDays: forecast.historyDays,
    neededDays: null,
  };
}

export function toAlertBody(alert: CostAlert) {
  const { alertId, kind, raisedAt } = alert;
  return { id: alertId, kind, text: alertText(alert), raisedAt: new Date(raisedAt).toISOString() };
}

function toGroup({ costNanoUsd, ...group }: CostGroup) {
  return { ...group, costNanoUsd: costNanoUsd.toString() };
}
