/** What an experiment says so far. `continue`: nothing can be said yet. */
export type Verdict = 'win' | 'lose' | 'equivalent' | 'continue';

/** The effect of an arm on a metric: its mean minus the control's, in the metric's own unit. */
export interface MetricEffect {
  readonly metric: string;
  /** `exact` holds for every number of units, `asymptotic` from some hundred on. */
  readonly method: 'exact' | 'asymptotic';
  /** `null` where an arm has no value. */
  readonly estimate: number | null;
  /** Holds at every look at once; `null` where there is no bound yet. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly controlMean: number | null;
  readonly armMean: number | null;
  /** Units that count, of both arms. */
  readonly units: number;
  /** Units that were due and had no value, by arm; those of a `zero` metric count as 0. */
  readonly missing: { readonly control: number; readonly arm: number };
}

/** Whether a metric became worse than its margin allows. */
export interface GuardrailEffect extends MetricEffect {
  readonly margin: number;
  readonly status: 'non-inferior' | 'harmed' | 'unclear';
}

/** One arm against the control. */
export interface ArmComparison {
  readonly arm: string;
  readonly verdict: Verdict;
  /** Why, one sentence. */
  readonly reason: string;
  /** `proxy` while too few values of the primary metric are known: then the verdict is provisional. */
  readonly basis: 'primary' | 'proxy';
  readonly primary: MetricEffect;
  readonly proxy: MetricEffect | null;
  readonly guardrails: readonly GuardrailEffect[];
}

/** An experiment as it stands. A later one may say otherwise: values come late and are put right. */
export interface ExperimentAnalysis {
  readonly experimentKey: string;
  /** Epoch milliseconds. */
  readonly analysedAt: number;
  readonly units: readonly { readonly arm: string; readonly count: number; readonly share: number }[];
  /** Units that met two arms: they are left out. */
  readonly crossedCount: number;
  readonly sampleRatio: { readonly evidence: number; readonly mismatch: boolean };
  readonly comparisons: readonly ArmComparison[];
}
