import type { BacktestScore, IntervalScore, ValueErrors } from '@pa/engines/valuation';
import { formatCount } from '../output/format-value.ts';
import { table } from '../output/table.ts';

/** The score of a backtest as text for a person. */
export function renderBacktest(score: BacktestScore): string {
  const { count, refused, model, intervals, byPriceBand, byMonth, compared } = score;
  const parts = [
    `${formatCount(count)} sold rows, ${formatCount(refused)} refused${refused > 0 ? ` (${percent(refused / count)})` : ''}; a refused row counts as an error of 100 % and as not covered.`,
  ];
  if (count === 0) return parts.join('\n');
  parts.push(
    errorsTable([model, ...compared.map(({ errors }) => errors)]),
    comparisons(score),
    `Intervals: share of prices inside, and median width against the value\n${intervalTable([intervals])}`,
    `By predicted price\n${intervalTable(byPriceBand)}`,
    `By month\n${intervalTable(byMonth)}`,
  );
  return parts.filter((part) => part !== '').join('\n\n');
}

function errorsTable(rows: readonly ValueErrors[]): string {
  const head = ['', 'n', 'median APE', 'MAE', 'within 5 %', '10 %', '20 %', 'bias'];
  return table(
    rows.map((row) => [
      row.name,
      formatCount(row.count),
      percent(row.medianApe),
      formatCount(Math.round(row.meanAbsoluteError)),
      percent(row.within5),
      percent(row.within10),
      percent(row.within20),
      `${row.bias > 0 ? '+' : ''}${percent(row.bias)}`,
    ]),
    { head, right: head.slice(1) },
  );
}

function comparisons({ compared }: BacktestScore): string {
  if (compared.length === 0) return '';
  const head = ['model against', 'n', 'median APE', 'theirs', 'difference in points', '95 %', 'p'];
  const drawn = table(
    compared.map(({ errors, modelErrors, difference }) => [
      errors.name,
      formatCount(errors.count),
      percent(modelErrors.medianApe),
      percent(errors.medianApe),
      points(difference.difference),
      `${points(difference.lower)} to ${points(difference.upper)}`,
      difference.pValue < 0.001 ? '< 0.001' : difference.pValue.toFixed(3),
    ]),
    { head, right: head.slice(1) },
  );
  return `Paired bootstrap on the rows that both answer (below 0: the model is closer)\n${drawn}`;
}

function intervalTable(rows: readonly IntervalScore[]): string {
  const head = ['', 'n', 'median APE', 'in 50 %', 'in 80 %', 'in 90 %', 'width 50 %', 'width 80 %', 'width 90 %'];
  return table(
    rows.map((row) => [
      row.name,
      formatCount(row.count),
      percent(row.medianApe),
      ...row.coverage.map(percent),
      ...row.medianWidth.map(percent),
    ]),
    { head, right: head.slice(1) },
  );
}

function percent(share: number): string {
  return Number.isNaN(share) ? '-' : `${(100 * share).toFixed(2)} %`;
}

function points(difference: number): string {
  return `${difference > 0 ? '+' : ''}${(100 * difference).toFixed(2)}`;
}
