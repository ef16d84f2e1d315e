/** A call as the rules make it, before its arguments are checked. */
export interface Call {
  readonly tool: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** Why there is no call: the question leaves open what it means. */
export interface OpenQuestion {
  readonly open: 'car' | 'model-year' | 'options' | 'sides' | 'statistic';
}
