import type { SpendAnomalyAlert } from '../alerts/cost-alert.ts';
import type { CallLedger, CostDimension } from '../ledger/call-ledger.ts';

const DAY_MS = 86_400_000;
/** Makes the median absolute deviation of a normal distribution its standard deviation. */
const NORMAL_CONSISTENCY = 1.4826;
/** Days that are nearly the same would make every cent an anomaly: the scatter is taken as at least this share of the median. */
const SMALLEST_SCATTER_SHARE = 0.1;

/**
 * What cost far more on a day than on the days before, by the median and the median absolute deviation of those days, so that
 * an earlier peak hides no later one. The limit of 3.5 is that of B. Iglewicz and D. Hoaglin, "How to Detect and Handle
 * Outliers" (1993). Subjects with fewer than `minimumDays` days of cost are not judged.
 */
export async function findSpendAnomalies(
  ledger: Pick<CallLedger, 'dailyCosts'>,
  query: {
    /** `YYYY-MM-DD`, UTC. */
    readonly day: string;
    readonly by: CostDimension;
    /** Epoch milliseconds at which they are raised. */
    readonly at: number;
    /** Default 28. */
    readonly historyDays?: number;
    /** Default 7. */
    readonly minimumDays?: number;
    /** Default 3.5. */
    readonly limit?: number;
    /** What is less is no anomaly, whatever is usual. Default a tenth of a dollar. */
    readonly ignoreBelowNanoUsd?: bigint;
  },
): Promise<readonly SpendAnomalyAlert[]> {
  const { day, by, at, historyDays = 28, minimumDays = 7, limit = 3.5, ignoreBelowNanoUsd = 100_000_000n } = query;
  const end = Date.parse(`${day}T00:00:00Z`);
  const daily = await ledger.dailyCosts({ from: end - historyDays * DAY_MS, to: end + DAY_MS, by });
  const alerts: SpendAnomalyAlert[] = [];
  for (const [key, costs] of Map.groupBy(daily, (each) => each.key)) {
    const today = costs.find((each) => each.day === day);
    const before = costs.filter((each) => each.day !== day);
    if (today === undefined || before.length < minimumDays || today.costNanoUsd < ignoreBelowNanoUsd) continue;
    // Days without a call count as 0 from the first day on that had one.
    const firstDay = Date.parse(`${before[0]?.day}T00:00:00Z`);
    const dayCount = Math.round((end - firstDay) / DAY_MS);
    const values = [
      ...before.map((each) => Number(each.costNanoUsd)),
      ...Array.from({ length: dayCount - before.length }, () => 0),
    ];
    const usual = median(values);
    const scatter = NORMAL_CONSISTENCY * median(values.map((value) => Math.abs(value - usual)));
    const robustZ = (Number(today.costNanoUsd) - usual) / Math.max(scatter, usual * SMALLEST_SCATTER_SHARE, 1);
    if (robustZ < limit) continue;
    alerts.push({
      kind: 'spend-anomaly',
      alertId: `spend-anomaly/${by}/${key ?? ''}/${day}`,
      raisedAt: at,
      day,
      dimension: by,
      key,
      costNanoUsd: today.costNanoUsd,
      usualNanoUsd: BigInt(Math.round(usual)),
      robustZ,
    });
  }
  return alerts.sort((left, right) => right.robustZ - left.robustZ);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length >> 1;
  const [lower = 0, upper = 0] = sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1);
  return (lower + upper) / 2;
}
