import { createStores } from '@pa/db';
import { eraseExpiredTexts } from '../../composition/erase-audit-texts.ts';
import { withDatabase } from '../../composition/with-database.ts';
import { formatCount } from '../../output/format-value.ts';
import type { CommandContext } from '../command-context.ts';

/** `pa audit erase`: the texts of old calls, by the settings or before a day. */
export async function eraseTexts({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: { readonly before?: string };
}): Promise<void> {
  const { terminal, settings, now } = context;
  const erased = await withDatabase(settings, (database) => {
    const stores = createStores(database);
    return options.before === undefined
      ? eraseExpiredTexts(stores, { settings, now })
      : stores.audit.eraseTexts({ before: Date.parse(`${options.before}T00:00:00Z`) });
  });
  terminal.result(
    { erased },
    () => `The texts of ${formatCount(erased)} ${erased === 1 ? 'call' : 'calls'} were erased.`,
  );
}
