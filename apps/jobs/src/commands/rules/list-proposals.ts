import { createStores } from '@pa/db';
import { dayOfInstant, readRuleProposals } from '@pa/engines';
import { withDatabase } from '../../composition/with-database.ts';
import type { CommandContext } from '../command-context.ts';
import { renderProposals } from './render-proposals.ts';

/** `pa rules list`: the proposals that were kept. */
export async function listProposals({ context }: { readonly context: CommandContext }): Promise<void> {
  const { settings, now, terminal } = context;
  const proposals = await withDatabase(settings, (database) =>
    readRuleProposals(createStores(database).fittedModels, { asOf: dayOfInstant(now()) }),
  );
  terminal.result(proposals, () =>
    proposals.length === 0
      ? 'No rule was proposed yet: run "pa rules propose".'
      : renderProposals(proposals, { columns: terminal.columns }),
  );
}
