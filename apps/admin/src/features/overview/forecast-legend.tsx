import classes from './forecast-panel.module.css';

/** Names the lines and bands of the chart. Their shades add up as the bands of the chart do. */
export function ForecastLegend({
  colors,
}: {
  readonly colors: { readonly observed: string; readonly forecast: string };
}) {
  const entries = [
    { name: 'Observed', color: colors.observed, opacity: 1 },
    { name: 'Median forecast', color: colors.forecast, opacity: 1 },
    { name: '50%', color: colors.forecast, opacity: 0.42 },
    { name: '80%', color: colors.forecast, opacity: 0.24 },
    { name: '90%', color: colors.forecast, opacity: 0.12 },
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
