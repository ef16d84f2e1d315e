import type { Experiments, OptimisationStore, PromptManager, PromptStore, PromptTestStore } from '@pa/prompts';

/** Versions of prompts, their tests and experiments, as the host has wired them. */
export interface PromptDesk {
  readonly manager: PromptManager;
  readonly store: PromptStore;
  readonly tests: PromptTestStore;
  readonly optimisations: OptimisationStore;
  readonly experiments: Experiments;
  /** Labels that take only versions whose last test run passed, as the manager has them. */
  readonly protectedLabels: readonly string[];
}
