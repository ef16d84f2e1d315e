import type { Anomaly } from '../../api/answers.ts';
import { money } from '../../format/money.ts';
import classes from './anomaly-drawer.module.css';
import { rangePositions } from './range-positions.ts';

/** Where the price lies beside its expected range, drawn on a logarithmic scale. */
export function ExpectedRange({ anomaly }: { readonly anomaly: Anomaly }) {
  const { price, expectedLow, expectedPrice, expectedHigh } = anomaly;
  const at = rangePositions({ low: expectedLow, middle: expectedPrice, high: expectedHigh, value: price.amount });
  const share = (position: number) => `${(position * 100).toFixed(2)}%`;
  const text = (amount: number) => money(amount, { currency: price.currency });
  const dot =
    anomaly.type === 'data_quality'
      ? 'var(--mantine-color-text)'
      : anomaly.deviation < 0
        ? 'var(--gain)'
        : 'var(--loss)';
  return (
    <div>
      <div
        className={classes.range}
        role="img"
        aria-label={`${text(price.amount)}, expected ${text(expectedPrice)}, 90 per cent range from ${text(expectedLow)} to ${text(expectedHigh)}`}
      >
        <div className={classes.track} />
        <div className={classes.band} style={{ left: share(at.low), width: share(at.high - at.low) }} />
        <div className={classes.tick} style={{ left: share(at.middle) }} />
        <div className={classes.dot} style={{ left: share(at.value), ['--dot-color' as string]: dot }} />
      </div>
      <div className={classes.ends}>
        <span>Expected {text(expectedPrice)}</span>
        <span>
          90% range {text(expectedLow)} – {text(expectedHigh)}
        </span>
      </div>
    </div>
  );
}
