import type { AccuracyReport, AccuracyRow } from '@pa/engines/forecasting';
import { formatCount } from '../output/format-value.ts';
import { table } from '../output/table.ts';

/** The accuracy of a ledger as text for a person. */
export function renderAccuracy(report: AccuracyReport): string {
  const { settledCount, openCount, overall, byHorizon, byPriceBand, bySegment, misses } = report;
  const count = `${formatCount(settledCount)} predictions settled, ${formatCount(openCount)} open.`;
  if (settledCount === 0) return `${count} Nothing has come due yet: no accuracy is claimed.`;
  return [
    `${count}${report.synthetic ? ' SYNTHETIC: made-up sample data.' : ''}`,
    rowsTable([overall, ...byHorizon]),
    `By predicted price\n${rowsTable(byPriceBand)}`,
    `By segment\n${rowsTable(bySegment)}`,
    `Largest misses\n${misses
      .slice(0, 5)
      .map(({ segment, horizon, targetDate, error }) => `${percent(error)}  ${segment} ${horizon}, for ${targetDate}`)
      .join('\n')}`,
    ...(report.attribution === null ? [] : [missSentence(report.attribution)]),
    uniformitySentence(report.uniformity),
    skillSentence(report),
  ].join('\n\n');
}

/** Whether the predictions were worth more than the price of the day, and whether they still are, in a sentence each. */
export function skillSentence({ skill, decaySince }: AccuracyReport): string {
  const { hasSkill, meanDifference, pValue } = skill;
  const verdict = hasSkill
    ? `Better than today's price as the forecast (Diebold-Mariano p ${pValue < 0.001 ? '< 0.001' : pValue.toFixed(3)}).`
    : `No skill over today's price as the forecast is shown (mean error ${meanDifference > 0 ? '+' : ''}${(100 * meanDifference).toFixed(2)} points, p ${pValue.toFixed(3)}).`;
  return decaySince === null ? verdict : `${verdict} ALARM: worse than before since ${decaySince}.`;
}

/** What the misses came from, in a sentence. */
export function missSentence({ count, parts }: NonNullable<AccuracyReport['attribution']>): string {
  const signed = (share: number): string => `${share > 0 ? '+' : ''}${(100 * share).toFixed(1)}`;
  const words = parts.map(({ part, mean, medianSize }) => `${part} ${signed(mean)} (${(100 * medianSize).toFixed(1)})`);
  return `Log points of the miss against prices paid, mean (median size) of ${formatCount(count)}: ${words.join(', ')}.`;
}

/** Whether actual prices fell evenly over the predicted distributions, in a sentence. */
export function uniformitySentence({ distance, pValue, independentCount }: AccuracyReport['uniformity']): string {
  const verdict =
    pValue < 0.05 ? 'The distributions do not hold what they state' : 'Nothing speaks against the distributions';
  return `${verdict} (Kolmogorov-Smirnov distance ${distance.toFixed(3)}, p ${pValue < 0.001 ? '< 0.001' : pValue.toFixed(3)}, counted as ${formatCount(independentCount)} independent days).`;
}

function rowsTable(rows: readonly AccuracyRow[]): string {
  const head = [
    '',
    'n',
    'median error',
    'naive',
    'within 5 %',
    '10 %',
    '20 %',
    'bias',
    'in 50 %',
    'in 80 %',
    'in 90 %',
    'stars',
  ];
  return table(
    rows.map(({ name, count, medianError, naiveMedianError, within5, within10, within20, bias, coverage, stars }) => [
      name,
      formatCount(count),
      percent(medianError),
      percent(naiveMedianError),
      percent(within5),
      percent(within10),
      percent(within20),
      `${bias > 0 ? '+' : ''}${percent(bias)}`,
      ...[0.5, 0.8, 0.9].map((level) => {
        const observed = coverage.find(({ confidenceLevel }) => confidenceLevel === level);
        return observed === undefined ? '-' : percent(observed.share);
      }),
      stars === null ? '-' : '*'.repeat(stars),
    ]),
    { head, right: head.slice(1, -1) },
  );
}

/** A share in percent with one digit; a dash where there is none. */
export function percent(share: number): string {
  return Number.isNaN(share) ? '-' : `${(100 * share).toFixed(1)} %`;
}
