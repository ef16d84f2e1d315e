/** Whether forecasts have become worse than they were. */
export interface AccuracyWatch {
  /** Position of the period at which the alarm went off; `null` without one. */
  readonly alarmAt: number | null;
  /** The running sum of what each period was worse than expected, in deviations; an alarm is at or above the limit. */
  readonly path: readonly number[];
  readonly limit: number;
}

/** Deviations of worsening that are forgiven each period, and the sum at which the alarm goes off. */
const ALLOWANCE = 0.75;
const LIMIT = 2;
/** No period adds more than this, so that a single odd one cannot raise the alarm alone. */
const LARGEST_STEP = 1.9;

/**
 * Watches the error of periods against that of a reference by a one-sided cumulative sum (Page 1954) of log errors in
 * their own deviations. A doubling of errors is found within three periods; without a change there is at most one alarm
 * in about 200 periods. Needs 8 reference periods: with fewer there is no alarm. Errors are positive, oldest first.
 */
export function watchAccuracy(
  errors: readonly number[],
  options: { readonly reference: readonly number[] },
): AccuracyWatch {
  const logs = options.reference.filter((error) => error > 0).map(Math.log);
  if (logs.length < 8) return { alarmAt: null, path: errors.map(() => 0), limit: LIMIT };
  const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length;
  const variance = logs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (logs.length - 1);
  // A short reference tells its own spread poorly; a twentieth keeps a very even one from alarming at nothing.
  const deviation = Math.sqrt(variance * (1 + 2 / logs.length)) + 0.05;
  let sum = 0;
  let alarmAt: number | null = null;
  const path = errors.map((error, at) => {
    const worse = (Math.log(Math.max(error, 1e-9)) - mean) / deviation;
    sum = Math.max(0, sum + Math.min(LARGEST_STEP, worse - ALLOWANCE));
    if (sum >= LIMIT && alarmAt === null) alarmAt = at;
    return sum;
  });
  return { alarmAt, path, limit: LIMIT };
}
