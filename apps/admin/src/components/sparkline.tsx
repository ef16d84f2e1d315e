export interface SparklineProps {
  /** Oldest first. Fewer than two values draw nothing. */
  readonly values: readonly number[];
  readonly color: string;
}

const WIDTH = 96;
const HEIGHT = 30;

/** The shape of a series without axes: decoration beside a figure, hidden from screen readers. */
export function Sparkline({ values, color }: SparklineProps) {
  if (values.length < 2) return null;
  const lowest = Math.min(...values);
  const span = Math.max(...values) - lowest || 1;
  const points = values.map((value, position) => ({
    x: 3 + (position / (values.length - 1)) * (WIDTH - 6),
    y: HEIGHT - 4 - ((value - lowest) / span) * (HEIGHT - 8),
  }));
  const last = points.at(-1);
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <polyline
        points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
        fill="none"
        stroke={color}
        strokeWidth="1.75"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      {last ? <circle cx={last.x} cy={last.y} r="2.5" fill={color} /> : null}
    </svg>
  );
}
