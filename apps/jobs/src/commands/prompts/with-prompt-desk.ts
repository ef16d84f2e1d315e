import { createStores, type DatabaseStores } from '@pa/db';
import type { PromptSelector } from '@pa/prompts';
import { createPromptDesk, type PromptDesk } from '../../composition/prompt-desk.ts';
import { withDatabase } from '../../composition/with-database.ts';
import type { CommandContext } from '../command-context.ts';

/** Runs work on the prompts of the configured database. */
export async function withPromptDesk<Result>(
  { settings, now }: CommandContext,
  work: (desk: PromptDesk & { readonly stores: DatabaseStores }) => Promise<Result>,
): Promise<Result> {
  return withDatabase(settings, async (database) => {
    const stores = createStores(database);
    return work({ ...createPromptDesk(stores, { settings, now }), stores });
  });
}

/** Which version the words mean: `@3` is version 3, `:3` the label 3, nothing the label production. */
export function splitReference(reference: string): { readonly type: string; readonly selector: PromptSelector } {
  const version = /^(.+)@(\d{1,9})$/.exec(reference);
  if (version !== null) return { type: version[1]!, selector: Number(version[2]) };
  const label = /^(.+):([^:@]+)$/.exec(reference);
  if (label !== null) return { type: label[1]!, selector: { label: label[2]! } };
  return { type: reference, selector: { label: 'production' } };
}

/** Who runs the command, for the history. */
export function operator(): string {
  return process.env['USER'] ?? process.env['USERNAME'] ?? 'command line';
}
