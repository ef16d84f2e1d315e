import type { Prediction } from '../../api/answers.ts';
import { money } from '../../format/money.ts';
import { percent } from '../../format/percent.ts';
import type { FanChartPoint } from './fan-chart-series.ts';
import classes from './forecast-panel.module.css';
import { HORIZON_NAMES, type Horizon } from './horizon.ts';

export interface ForecastFiguresProps {
  readonly points: readonly FanChartPoint[];
  readonly horizon: Horizon;
  /** The stored prediction of the segment for this horizon, `null` where there is none. */
  readonly prediction: Prediction | null;
  readonly formatValue: (value: number) => string;
}

/**
 * The figures people look for first: the price now, what the market does to it, and what the car will bring when it is
 * older by then. Market and car differ, so both are named.
 */
export function ForecastFigures({ points, horizon, prediction, formatValue }: ForecastFiguresProps) {
  const now = points.findLast((point) => point.observed !== null)?.observed ?? null;
  const last = points.at(-1);
  if (now === null) return null;
  const change = (value: number) => percent(value / now - 1, { signed: true, digits: 1 });
  const interval = prediction?.intervals.find((candidate) => Math.abs(candidate.confidenceLevel - 0.8) < 1e-9);
  const price = (amount: number) => money(amount, { currency: prediction?.market.currency ?? 'USD' });
  return (
    <dl className={classes.figures}>
      <div className={classes.figure}>
        <dt>Now</dt>
        <dd>{formatValue(now)}</dd>
      </div>
      {last?.bands && last.median !== null ? (
        <div className={classes.figure}>
          <dt>Market in {HORIZON_NAMES[horizon]}</dt>
          <dd style={{ color: colorOf(last.median / now - 1) }}>{change(last.median)}</dd>
          <dd className={classes.interval}>
            80%: {change(last.bands[80].lower)} to {change(last.bands[80].upper)}
          </dd>
        </div>
      ) : null}
      {prediction && interval ? (
        <div className={classes.figure}>
          <dt>Same car, {HORIZON_NAMES[horizon]} older</dt>
          <dd>{price(prediction.predictedPrice)}</dd>
          <dd className={classes.interval}>
            80%: {price(interval.lower)} – {price(interval.upper)}
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

/** Green up, red down, and no colour for what rounds to nothing. */
function colorOf(change: number): string {
  if (Math.abs(change) < 0.0005) return 'inherit';
  return change < 0 ? 'var(--loss)' : 'var(--gain)';
}
