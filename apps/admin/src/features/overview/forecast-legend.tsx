import type { FanChartColors } from './fan-chart-option.ts';
import classes from './forecast-panel.module.css';

/** Names the lines and bands of the chart, in exactly their colours. */
export function ForecastLegend({ colors }: { readonly colors: FanChartColors }) {
  const entries = [
    { name: 'Observed', color: colors.observed, opacity: 1 },
    { name: 'Forecast', color: colors.forecast, opacity: 1 },
    ...([50, 80, 90] as const).map((level) => ({
      name: `${level}%`,
      color: colors.forecast,
      opacity: colors.bandOpacity[level],
    })),
  ];
  return (
    <ul className={classes.legend} aria-label="Legend">
      {entries.map((entry) => (
        <li key={entry.name}>
          <span className={classes.swatch} style={{ background: entry.color, opacity: entry.opacity }} />
          {entry.name}
        </li>
      ))}
    </ul>
  );
}
