import type { Terminal } from '../output/terminal.ts';
import type { Settings } from '../settings/read-settings.ts';

/** What every command is given. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly settings: Settings;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Aborted when the process is asked to stop. */
  readonly signal: AbortSignal;
  /** Folder that paths are relative to and that files of rejected rows are written to. */
  readonly folder: string;
}
