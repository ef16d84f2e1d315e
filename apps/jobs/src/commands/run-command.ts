import type { CommandContext } from './command-context.ts';

/** How a command runs once its options are known: the caller makes the context, runs it and deals with errors. */
export type RunCommand = (
  command: (context: CommandContext) => Promise<void> | void,
  options: { readonly json: boolean },
) => Promise<void>;
