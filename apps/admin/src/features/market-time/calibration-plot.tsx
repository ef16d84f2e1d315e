import type { Accuracy } from '../../api/answers.ts';
import { percent } from '../../format/percent.ts';
import { count } from '../../format/quantity.ts';
import classes from './market-time.module.css';

const SIZE = 220;
const EDGE = 38;

/** Observed against stated coverage; on the diagonal every interval holds what it promises. */
export function CalibrationPlot({ points }: { readonly points: Accuracy['calibration'] }) {
  const x = (share: number): number => EDGE + share * SIZE;
  const y = (share: number): number => 10 + (1 - share) * SIZE;
  const words = points.map(
    ({ confidenceLevel, share, count: n }) =>
      `${percent(confidenceLevel)} intervals held ${percent(share, { digits: 1 })} of ${count(n)}`,
  );
  return (
    <>
      <svg
        viewBox={`0 0 ${SIZE + EDGE + 18} ${SIZE + 40}`}
        width="100%"
        style={{ maxWidth: 340 }}
        role="img"
        aria-label={words.join('; ')}
      >
        <rect x={x(0)} y={y(1)} width={SIZE} height={SIZE} fill="none" stroke="var(--line)" />
        <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} stroke="var(--mantine-color-dimmed)" strokeDasharray="4 4" />
        {[0, 0.5, 1].map((tick) => (
          <g key={tick} fill="var(--mantine-color-dimmed)" fontSize={11}>
            <text x={x(tick)} y={y(0) + 16} textAnchor="middle">
              {percent(tick, { digits: 0 })}
            </text>
            <text x={x(0) - 6} y={y(tick)} textAnchor="end" dominantBaseline="middle">
              {percent(tick, { digits: 0 })}
            </text>
          </g>
        ))}
        {points.map(({ confidenceLevel, share }) => (
          <circle
            key={confidenceLevel}
            cx={x(confidenceLevel)}
            cy={y(share)}
            r={5}
            fill="var(--mantine-color-blue-filled)"
          />
        ))}
      </svg>
      <p className={classes.note}>{words.join('; ')}.</p>
    </>
  );
}
