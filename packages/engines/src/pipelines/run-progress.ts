/** The seven steps of a daily run, in their order. */
export const DAILY_STEPS = [
  'collect',
  'analyse',
  'validate',
  'store',
  'value_options',
  'refresh_cache',
  'notify',
] as const;

export type DailyStep = (typeof DAILY_STEPS)[number];

/** Figures of a step by name, such as `sales` or `predictions`. */
export type StepCounts = Readonly<Record<string, number>>;

/** What a step did. `market` is the key of the market the step worked on, `null` where it works on all. */
export interface StepReport {
  readonly step: DailyStep;
  readonly market: string | null;
  /** `skipped` where an earlier run of the day had done it on the same input; the counts are those of that run. */
  readonly status: 'done' | 'skipped';
  readonly counts: StepCounts;
  /** Time spent by this run: near zero for a skipped step. */
  readonly durationMs: number;
}

/** How a run goes on, for a display. */
export type RunProgress =
  | { readonly type: 'step_started'; readonly step: DailyStep; readonly market: string | null }
  | {
      readonly type: 'step_advanced';
      readonly step: DailyStep;
      readonly market: string | null;
      /** What is counted, such as `sales`. */
      readonly unit: string;
      readonly done: number;
      /** `null` where the end is not known. */
      readonly total: number | null;
    }
  | ({ readonly type: 'step_finished' } & StepReport);
