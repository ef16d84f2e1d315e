/** The answer of a method that needs a port which was not passed in. Nothing was done. */
export interface NotConfigured {
  readonly status: 'not-configured';
  /** The port that is missing. */
  readonly port: 'PromptRunner' | 'TokenCounter' | 'CapabilityCheck';
  /** What to do, one sentence. */
  readonly reason: string;
}

/** The same answer for every method. */
export function notConfigured(port: NotConfigured['port'], reason: string): NotConfigured {
  return { status: 'not-configured', port, reason };
}
