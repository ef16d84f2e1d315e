import type { Anomaly } from '../../api/answers.ts';
import { percent } from '../../format/percent.ts';

/** How far the price is from what was expected. Cheap is green, dear is red, a fault of the data has no colour. */
export function Deviation({ anomaly }: { readonly anomaly: Pick<Anomaly, 'deviation' | 'type'> }) {
  const color = anomaly.type === 'data_quality' ? 'inherit' : anomaly.deviation < 0 ? 'var(--gain)' : 'var(--loss)';
  return <span style={{ color, fontWeight: 600 }}>{percent(anomaly.deviation, { signed: true })}</span>;
}
