import type { AccuracyReport } from '@pa/engines/forecasting';

const SIZE = 260;
const EDGE = 40;

/** Observed against stated coverage as a drawing; on the diagonal every interval holds what it promises. */
export function calibrationPlot(points: AccuracyReport['calibration']): string {
  const x = (share: number): string => (EDGE + share * SIZE).toFixed(1);
  const y = (share: number): string => (EDGE / 2 + (1 - share) * SIZE).toFixed(1);
  const words = points
    .map(
      ({ confidenceLevel, share, count }) =>
        `${(100 * confidenceLevel).toFixed(0)} % intervals held ${(100 * share).toFixed(1)} % of ${count}`,
    )
    .join('; ');
  const axis = [0, 0.5, 1]
    .map(
      (tick) =>
        `<text x="${x(tick)}" y="${(SIZE + EDGE).toFixed(1)}" text-anchor="middle">${100 * tick} %</text><text x="${EDGE - 6}" y="${y(tick)}" text-anchor="end" dominant-baseline="middle">${100 * tick} %</text>`,
    )
    .join('');
  const marks = points
    .map(({ confidenceLevel, share }) => `<circle cx="${x(confidenceLevel)}" cy="${y(share)}" r="5" fill="#0b62d6"/>`)
    .join('');
  return `<svg width="${SIZE + 2 * EDGE}" height="${SIZE + EDGE + 12}" role="img" aria-label="${words}" font-size="11" fill="#1b1f27">
<rect x="${x(0)}" y="${y(1)}" width="${SIZE}" height="${SIZE}" fill="none" stroke="#d9dde5"/>
<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#8a93a5" stroke-dasharray="4 4"/>
${axis}${marks}
</svg>
<p class="note">${words}.</p>`;
}
