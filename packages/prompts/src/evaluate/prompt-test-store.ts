import type { PromptTestRun } from './prompt-test-run.ts';

/**
 * Keeps test runs. *Duplicate*: recording an id again changes nothing. *Missing*: `null`, or an empty list. *Concurrent*:
 * runs do not meet. Nothing is ever changed or removed.
 */
export interface PromptTestStore {
  record(run: PromptTestRun): Promise<void>;
  byId(id: string): Promise<PromptTestRun | null>;
  /** Newest first: by their start, then by their ids from the highest down. */
  list(query: {
    readonly type: string;
    readonly promptId?: string;
    /** Only runs on the prompt's own model. */
    readonly ownModel?: boolean;
    readonly limit: number;
  }): Promise<readonly PromptTestRun[]>;
}
