import { createStores, type DatabaseStores } from '@pa/db';
import { createClauseReader, dayOfInstant, keepRuleProposals, type Listing, proposeRules } from '@pa/engines';
import { createAnswerCache } from '../../composition/answer-cache.ts';
import { createGuardedModels } from '../../composition/guarded-models.ts';
import { withDatabase } from '../../composition/with-database.ts';
import { CommandError } from '../../errors.ts';
import { formatCount } from '../../output/format-value.ts';
import type { CommandContext } from '../command-context.ts';
import { renderProposals } from './render-proposals.ts';

export interface ProposeOptions {
  /** Clauses that are asked about at most. */
  readonly limit: number;
}

const PAGE_SIZE = 1_000;

/** `pa rules propose`: has the model read what the rules left, and keeps what it found as proposals. */
export async function propose({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: ProposeOptions;
}): Promise<void> {
  const { settings, now, signal, terminal } = context;
  const asOf = dayOfInstant(now());
  const answer = await withDatabase(settings, async (database) => {
    const stores = createStores(database);
    const { model, costs } = createGuardedModels(stores, { settings, now });
    if (model === undefined) {
      throw new CommandError(
        'NOT_CONFIGURED',
        'Rules are proposed by a language model, and none is configured: set OPENAI_API_KEY or ANTHROPIC_API_KEY, and see "pa config".',
      );
    }
    const answers = createAnswerCache({ settings, stores, now });
    try {
      const readClause = createClauseReader({
        model,
        priceBook: costs.priceBook,
        now,
        cache: { cache: answers.cache, scope: { tenant: 'operator' } },
      });
      const found = await proposeRules(storedListings(stores), {
        readClause,
        mostClauses: options.limit,
        proposedOn: asOf,
        signal,
      });
      return { ...found, kept: await keepRuleProposals(stores.fittedModels, { proposals: found.proposals, asOf }) };
    } finally {
      await answers.close();
    }
  });
  const { listingCount, leftClauseCount, askedClauseCount, unreadClauseCount, proposals } = answer;
  terminal.result(answer, () =>
    [
      `Listings: ${formatCount(listingCount)}. Clauses that no rule reads: ${formatCount(leftClauseCount)}, read by the model: ${formatCount(askedClauseCount)}. Wordings found: ${formatCount(proposals.length)}.`,
      unreadClauseCount === 0 ? '' : `No sound answer to ${formatCount(unreadClauseCount)} of them.`,
      renderProposals(proposals, { columns: terminal.columns }),
      'Nothing reads by them: a person makes a rule of a proposal, or does not.',
    ]
      .filter((line) => line !== '')
      .join('\n'),
  );
}

async function* storedListings(stores: Pick<DatabaseStores, 'listings'>): AsyncGenerator<Listing> {
  let cursor: string | undefined;
  for (;;) {
    const page = await stores.listings.changedSince({
      limit: PAGE_SIZE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    yield* page.listings;
    if (page.listings.length === 0 || page.next === cursor) return;
    cursor = page.next;
  }
}
