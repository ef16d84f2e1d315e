import type { ForecastAccuracy, ForecastVerdict } from '@pa/engines/forecasting';
import { table } from '../output/table.ts';

/** The verdict on forecasts as text for a person. */
export function renderForecastVerdict(verdict: ForecastVerdict): string {
  const { model, baselines, byHorizon, againstBestNaive, hasSkill, scaledCrps } = verdict;
  const head = ['', 'series', 'sMAPE', 'MASE', 'OWA'];
  const rows = [line('combination', model), ...baselines.map(({ name, accuracy }) => line(name, accuracy))];
  const levels = model.intervals.map(({ level }) => `in ${Math.round(100 * level)} %`);
  const horizonHead = ['months ahead', 'sMAPE', 'MASE', 'OWA', ...levels];
  const horizons = byHorizon.map(({ from, to, accuracy }) => [
    from === to ? String(from) : `${from} to ${to}`,
    accuracy.smape.toFixed(3),
    accuracy.mase.toFixed(3),
    accuracy.owa.toFixed(3),
    ...accuracy.intervals.map(({ coverage }) => `${(100 * coverage).toFixed(1)} %`),
  ]);
  const intervals = model.intervals.map(
    ({ level, coverage, msis }) =>
      `${Math.round(100 * level)} % intervals hold ${(100 * coverage).toFixed(2)} % of the values, MSIS ${msis.toFixed(3)}`,
  );
  const { name, meanDifference, pValue } = againstBestNaive;
  return [
    table(rows, { head, right: head.slice(1) }),
    table(horizons, { head: horizonHead, right: horizonHead.slice(1) }),
    [...intervals, `CRPS over the scale of MASE ${scaledCrps.toFixed(4)}`].join('\n'),
    `Against the best naive method (${name}): mean scaled error ${meanDifference > 0 ? '+' : ''}${meanDifference.toFixed(4)}, Diebold-Mariano p ${pValue < 0.001 ? '< 0.001' : pValue.toFixed(3)}. ${hasSkill ? 'The model has skill.' : 'NO SKILL: not for advice.'}`,
  ].join('\n\n');
}

function line(name: string, { seriesCount, smape, mase, owa }: ForecastAccuracy): readonly string[] {
  return [name, String(seriesCount), smape.toFixed(3), mase.toFixed(3), owa.toFixed(4)];
}
