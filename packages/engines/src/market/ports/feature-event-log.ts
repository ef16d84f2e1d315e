/** Use of a feature by a person, for the engagement dashboard. Holds no personal data. */
export interface FeatureEvent {
  readonly id: string;
  /** `prediction_requested`, `insight_opened`, `anomaly_resolved`, ... */
  readonly name: string;
  readonly occurredAt: number;
  /** Plain JSON: ids and choices, never free text of a person. */
  readonly properties: Readonly<Record<string, string | number | boolean | null>>;
}

/** *Duplicate*: an id that exists is kept as it is. *Missing*: counting an unknown name answers 0. */
export interface FeatureEventLog {
  append(event: FeatureEvent): Promise<void>;
  /** Events by name in [from, to), epoch milliseconds. */
  countByName(query: { readonly from: number; readonly to: number }): Promise<Readonly<Record<string, number>>>;
}
