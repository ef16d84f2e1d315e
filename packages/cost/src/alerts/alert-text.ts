import { usdText } from '../nano-usd.ts';
import type { CostAlert } from './cost-alert.ts';

const HOUR_MS = 3_600_000;

/** An alert as one sentence for people. */
export function alertText(alert: CostAlert): string {
  switch (alert.kind) {
    case 'budget-threshold':
      return `The budget "${alert.budgetId}" has spent $${usdText(alert.spentNanoUsd)} of $${usdText(alert.limitNanoUsd)}, which is ${percent(alert.threshold)} or more.`;
    case 'burn-rate':
      return `The budget "${alert.budgetId}" of $${usdText(alert.limitNanoUsd)} is being spent ${alert.burnRate.toFixed(1)} times as fast as it lasts: $${usdText(alert.spentNanoUsd)} in the last ${alert.overMs === HOUR_MS ? 'hour' : `${alert.overMs / HOUR_MS} hours`}.`;
    case 'unpriced-model':
      return `${alert.model} of ${alert.provider} is called and has no price: add a row for it to the price overlay.`;
    case 'spend-anomaly':
      return `On ${alert.day} ${subject(alert)} cost $${usdText(alert.costNanoUsd)}, where $${usdText(alert.usualNanoUsd)} is usual.`;
  }
}

function subject({ dimension, key }: { readonly dimension: string; readonly key: string | null }): string {
  return key === null ? `what has no ${dimension}` : `${dimension} "${key}"`;
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
