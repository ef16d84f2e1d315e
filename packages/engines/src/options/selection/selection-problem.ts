/** An option that may be ordered, with what it costs and what is thought to come back. */
export interface AvailableOption {
  readonly code: string;
  readonly name?: string | undefined;
  /** What it costs to order, whole currency units. */
  readonly cost: number;
  /** Expected resale value that it adds, whole currency units; negative where it takes away. */
  readonly expectedValue: number;
  /** Standard deviation of that value: how little is known of it. 0 or more. */
  readonly valueDeviation: number;
  /** Codes that must be chosen with it. */
  readonly requires?: readonly string[] | undefined;
  /** Codes that cannot be chosen with it. */
  readonly excludes?: readonly string[] | undefined;
}

export interface SelectionSettings {
  /** Most that the chosen options may cost together; absent means no limit. */
  readonly budget?: number | undefined;
  /** Chosen whatever they cost; they count against the budget. */
  readonly mustHave?: readonly string[] | undefined;
  /** Never chosen. */
  readonly neverChoose?: readonly string[] | undefined;
  /**
   * Relative standard deviation of what the car without options will fetch. It is shared by every choice and so decides
   * nothing by itself. Default 0.1.
   */
  readonly baseDeviation?: number | undefined;
  /** Of the resale value that is maximised, in (0, 1). Default 0.2: the value is at least this in four cases of five. */
  readonly percentile?: number | undefined;
}

/** Why an option is in or out. */
export type SelectionReason =
  | 'worth its cost'
  | 'required by another'
  | 'must have'
  | 'not worth its cost'
  | 'excluded by a better choice'
  | 'needs what is not chosen'
  | 'budget'
  | 'never wanted';

export interface SelectionEntry {
  readonly code: string;
  readonly name: string;
  readonly chosen: boolean;
  readonly reason: SelectionReason;
  /** What the objective loses when this choice alone is turned round, with all else chosen anew; `null` where that is not allowed. */
  readonly regret: number | null;
}

/** The best choice of options under the rules. */
export interface OptionSelection {
  readonly status: 'ok';
  readonly chosen: readonly string[];
  readonly cost: number;
  readonly expectedValue: number;
  /** The percentile of the resale value of the car with the chosen options. */
  readonly resale: number;
  /** `resale` less base price and cost: what was maximised. */
  readonly objective: number;
  /** `objective` less that of the car without options: what the options add. */
  readonly gain: number;
  readonly options: readonly SelectionEntry[];
}

/** No choice keeps all rules. */
export interface ImpossibleSelection {
  readonly status: 'impossible';
  readonly reason: string;
}
