/** How hard a task is: many small texts, analysis, or the long reports. Each class may have a model of its own. */
export type TaskClass = 'bulk' | 'analysis' | 'report';

/** Task classes, easiest first. */
export const TASK_CLASSES: readonly TaskClass[] = ['bulk', 'analysis', 'report'];

/** One kind of call and how often it comes. */
export interface WorkloadTask {
  readonly name: string;
  readonly callsPerMonth: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Tokens at the start of the prompt that all calls of the task share. */
  readonly sharedPrefixTokens: number;
  /** Shares of the calls by class; they add up to 1. */
  readonly classes: Readonly<Partial<Record<TaskClass, number>>>;
  /** Share of the answers that are written again by the class above, because they were not proved. */
  readonly rewrittenShare: number;
  /** Share of the calls that ask what was asked before, while the answer is kept. */
  readonly repeatedShare: number;
  /** Share of the texts that a template says as well. */
  readonly templateShare: number;
  /** True where nobody waits for the answer, so that it can come from a batch. */
  readonly canWait: boolean;
}

/** Which model does which class. */
export interface ModelPairing {
  readonly name: string;
  readonly models: Readonly<Record<TaskClass, { readonly provider: string; readonly model: string }>>;
}

/** What a month asks of language models. */
export interface Workload {
  readonly name: string;
  readonly days: number;
  /** Hours of a day over which people's calls are spread. */
  readonly activeHoursPerDay: number;
  readonly limitUsd: number;
  /** A shorter prefix is not kept by the providers. */
  readonly smallestCachedPrefixTokens: number;
  readonly pairings: readonly ModelPairing[];
  readonly tasks: readonly WorkloadTask[];
}
