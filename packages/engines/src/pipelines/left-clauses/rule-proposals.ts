import { z } from 'zod';
import type { IsoDate } from '../../market/calendar.ts';
import { LISTING_TRAITS, STATED_CONDITIONS } from '../../market/listing-text/listing-trait.ts';
import type { FittedModelStore } from '../../market/ports/fitted-model-store.ts';
import { contentHash } from '../content-hash.ts';
import type { RuleProposal } from './propose-rules.ts';

const RECORD = { kind: 'listing-rule-proposals', market: 'all', version: '1' };

const payload = z.object({
  proposals: z.array(
    z.object({
      id: z.string(),
      trait: z.enum(LISTING_TRAITS),
      value: z.union([z.boolean(), z.int(), z.enum(STATED_CONDITIONS)]),
      words: z.string(),
      examples: z.array(z.string()),
      clauseCount: z.int(),
      proposedOn: z.string(),
    }),
  ),
});

/** The proposals that were kept up to a day; empty where none were. */
export async function readRuleProposals(
  store: Pick<FittedModelStore, 'latest'>,
  options: { readonly asOf: IsoDate },
): Promise<readonly RuleProposal[]> {
  const record = await store.latest({ ...RECORD, ...options });
  return record === null ? [] : payload.parse(record.payload).proposals;
}

/** Keeps proposals beside those that were kept before; one that comes again keeps the day of its first time. */
export async function keepRuleProposals(
  store: FittedModelStore,
  options: { readonly proposals: readonly RuleProposal[]; readonly asOf: IsoDate },
): Promise<readonly RuleProposal[]> {
  const kept = new Map((await readRuleProposals(store, options)).map((proposal) => [proposal.id, proposal]));
  for (const proposal of options.proposals) {
    kept.set(proposal.id, { ...proposal, proposedOn: kept.get(proposal.id)?.proposedOn ?? proposal.proposedOn });
  }
  const proposals = [...kept.values()].sort(
    (one, other) => other.clauseCount - one.clauseCount || (one.id < other.id ? -1 : 1),
  );
  const { asOf } = options;
  await store.save({ ...RECORD, asOf, dataHash: contentHash(proposals), payload: { proposals } });
  return proposals;
}
