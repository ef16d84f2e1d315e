import { percent } from '../../format/percent.ts';
import type { FanChartPoint } from './fan-chart-series.ts';
import classes from './forecast-panel.module.css';
import { HORIZON_NAMES, type Horizon } from './horizon.ts';

export interface ForecastFiguresProps {
  readonly points: readonly FanChartPoint[];
  readonly horizon: Horizon;
  readonly formatValue: (value: number) => string;
}

/** The three figures people look for first: now, then, and how sure. They are the ends of the drawn lines. */
export function ForecastFigures({ points, horizon, formatValue }: ForecastFiguresProps) {
  const now = points.findLast((point) => point.observed !== null)?.observed;
  const last = points.at(-1);
  if (now === undefined || now === null || !last?.bands || last.median === null) return null;
  const change = last.median / now - 1;
  return (
    <dl className={classes.figures} style={{ marginTop: 0 }}>
      <div className={classes.figure}>
        <dt>Now</dt>
        <dd>{formatValue(now)}</dd>
      </div>
      <div className={classes.figure}>
        <dt>In {HORIZON_NAMES[horizon]}</dt>
        <dd>
          {formatValue(last.median)}
          <span className={classes.change} style={{ color: change < 0 ? 'var(--loss)' : 'var(--gain)' }}>
            {percent(change, { signed: true, digits: 1 })}
          </span>
        </dd>
      </div>
      <div className={classes.figure}>
        <dt>80% interval</dt>
        <dd>
          {formatValue(last.bands[80].lower)} – {formatValue(last.bands[80].upper)}
        </dd>
      </div>
    </dl>
  );
}
