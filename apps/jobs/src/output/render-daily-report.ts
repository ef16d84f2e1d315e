import type { Anomaly, DailyRunReport, MarketReport, PricePrediction, StepReport } from '@pa/engines';
import { formatAmount, formatCost, formatCount, formatPrice, formatShare } from './format-value.ts';
import { seconds } from './progress.ts';
import { table } from './table.ts';

const SHOWN = 5;
const LINE_WIDTH = 100;

/** What a daily run found, as short tables for a terminal. */
export function renderDailyReport(report: DailyRunReport): string {
  const parts = report.markets.map(renderMarket);
  if (parts.length === 0) parts.push('No sales are known on this day: import some with "pa import <file>".');
  return [
    ...parts,
    renderSteps(report.steps),
    `Analysis of ${report.asOf}${report.dryRun ? ' (dry run: nothing stored)' : ''} in ${seconds(report.durationMs)}, language models cost ${formatCost(report.llmCostNanoUsd)}.`,
  ].join('\n\n');
}

function renderMarket(market: MarketReport): string {
  const { priceKind, currency } = market.market;
  const label = market.synthetic ? ', SYNTHETIC: made-up sample data' : '';
  const title = `Market ${priceKind}/${currency}: ${formatCount(market.saleCount)} sales${label}`;
  if (market.status === 'not-enough-data') return `${title}\nNot enough data: ${market.reason}`;
  const parts = [
    `${title}, ${formatCount(market.predictionCount)} predictions, ${formatCount(market.anomalyCount)} anomalies`,
  ];
  if (market.topPredictions.length > 0) parts.push(renderPredictions(market.topPredictions.slice(0, SHOWN)));
  if (market.topAnomalies.length > 0) parts.push(renderAnomalies(market.topAnomalies.slice(0, SHOWN)));
  if (market.summary !== null) parts.push(wrap(market.summary.summary));
  return parts.join('\n\n');
}

/** Predictions with today's value, the median and the 80 % interval. */
export function renderPredictions(predictions: readonly PricePrediction[]): string {
  return table(
    predictions.map((prediction) => {
      const { currency } = prediction.market;
      const interval = prediction.intervals.find(({ confidenceLevel }) => confidenceLevel === 0.8);
      return [
        prediction.segment,
        prediction.horizon,
        formatAmount(prediction.currentPrice, currency),
        formatAmount(prediction.predictedPrice, currency),
        interval === undefined
          ? '-'
          : `${formatAmount(interval.lower, currency)} to ${formatAmount(interval.upper, currency)}`,
        formatCount(prediction.saleCount),
        prediction.hasSkill ? 'yes' : 'no',
      ];
    }),
    {
      head: ['segment', 'ahead', 'now', 'predicted', '80 % interval', 'sales', 'beats naive'],
      right: ['now', 'predicted', '80 % interval', 'sales'],
    },
  );
}

/** Anomalies with what was expected and how far off the price is. */
export function renderAnomalies(anomalies: readonly Anomaly[]): string {
  return table(
    anomalies.map((anomaly) => [
      anomaly.listingTitle.slice(0, 44),
      anomaly.cause.replaceAll('_', ' '),
      anomaly.severity,
      formatPrice(anomaly.price),
      formatAmount(anomaly.expectedPrice, anomaly.price.currency),
      formatShare(anomaly.deviation),
    ]),
    { head: ['anomaly', 'cause', 'severity', 'price', 'expected', 'off by'], right: ['price', 'expected', 'off by'] },
  );
}

function renderSteps(steps: readonly StepReport[]): string {
  return table(
    steps.map(({ step, market, status, durationMs, counts }) => [
      step,
      market ?? '',
      status,
      seconds(durationMs),
      Object.entries(counts)
        .map(([name, count]) => `${formatCount(count)} ${name.replaceAll('_', ' ')}`)
        .join(', '),
    ]),
    { head: ['step', 'market', 'status', 'time', 'counts'], right: ['time'] },
  );
}

/** Text broken at spaces so that it fits a terminal. */
export function wrap(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replaceAll(new RegExp(`(.{1,${LINE_WIDTH}})(?:\\s+|$)`, 'g'), '$1\n').trimEnd())
    .join('\n');
}
