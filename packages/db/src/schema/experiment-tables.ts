import type { Generated } from 'kysely';

/** What is compared and how it is judged; rows are only ever added. */
export interface ExperimentsTable {
  readonly key: string;
  /** JSON. */
  readonly definition: unknown;
  readonly created_by: string;
  readonly created_at: Date;
}

/** Which share of the units takes part since when; rows are only ever added. */
export interface ExperimentChangesTable {
  readonly experiment_key: string;
  /** 1, 2, 3, ... within the experiment. */
  readonly revision: number;
  readonly exposure_share: number;
  readonly status: 'running' | 'stopped';
  readonly changed_by: string;
  readonly reason: string;
  readonly changed_at: Date;
}

/** Which arm a unit met first. */
export interface ExposuresTable {
  readonly experiment_key: string;
  readonly unit_id: string;
  readonly arm: string;
  readonly exposed_at: Date;
  /** True once it met another arm too. */
  readonly crossed: boolean;
}

/** Values of units; of several of one unit and metric the one recorded last counts. Rows are only ever added. */
export interface ExperimentOutcomesTable {
  readonly id: string;
  readonly experiment_key: string;
  readonly unit_id: string;
  readonly metric: string;
  readonly value: number;
  readonly observed_at: Date;
  readonly recorded_at: Date;
}

/** What was said of an experiment; rows are only ever added. */
export interface ExperimentAnalysesTable {
  readonly position: Generated<bigint>;
  readonly experiment_key: string;
  readonly analysed_at: Date;
  /** JSON. */
  readonly analysis: unknown;
}
