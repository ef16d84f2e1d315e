/** The answer of a method whose part of the system is not connected: a result and not an error. */
export interface NotConfigured {
  readonly status: 'not-configured';
  /** What is missing, as words that finish the sentence "not configured: ...". */
  readonly reason: string;
}
