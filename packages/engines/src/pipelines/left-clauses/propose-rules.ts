import { isLlmError } from '@pa/llm-core/errors';
import type { IsoDate } from '../../market/calendar.ts';
import { deterministicUuid } from '../../market/deterministic-uuid.ts';
import type { Listing } from '../../market/listing.ts';
import type { ListingTrait, TraitValue } from '../../market/listing-text/listing-trait.ts';
import { readListingText, textOfListing } from '../../market/listing-text/read-listing-text.ts';
import type { ClauseReader } from './clause-reader.ts';

/** A wording that no rule knows, and what a model says that it means. Proposed to a person; nothing reads by it. */
export interface RuleProposal {
  /** From wording, trait and value: the same finding is one proposal. */
  readonly id: string;
  readonly trait: ListingTrait;
  readonly value: TraitValue;
  /** In lower case, blanks made one. */
  readonly words: string;
  /** Clauses in which it was found, at most five. */
  readonly examples: readonly string[];
  /** Different clauses in which it was found. */
  readonly clauseCount: number;
  readonly proposedOn: IsoDate;
}

export interface ProposedRules {
  readonly proposals: readonly RuleProposal[];
  readonly listingCount: number;
  /** Different clauses that the rules left. */
  readonly leftClauseCount: number;
  /** Of those, how many the model was asked about. */
  readonly askedClauseCount: number;
  /** Of those, how many it refused or gave no sound answer to. */
  readonly unreadClauseCount: number;
}

const MOST_EXAMPLES = 5;

/** What a model may do with one clause and not with the next: no reason to end the whole. */
const PASSED_OVER: ReadonlySet<string> = new Set(['refusal', 'content-policy', 'invalid-output', 'truncated']);

/**
 * Looks through listings for clauses that speak of a trait in words that no rule knows, asks a model what they say, and
 * groups the answers by wording, the most frequent first. Clauses beyond `mostClauses` are counted and not asked about; one
 * that the model refuses or cannot answer is counted and passed over.
 */
export async function proposeRules(
  listings: AsyncIterable<Pick<Listing, 'title' | 'details'>>,
  options: {
    readonly readClause: ClauseReader;
    readonly mostClauses: number;
    readonly proposedOn: IsoDate;
    readonly signal?: AbortSignal;
  },
): Promise<ProposedRules> {
  const left = new Set<string>();
  let listingCount = 0;
  for await (const listing of listings) {
    options.signal?.throwIfAborted();
    listingCount += 1;
    for (const { text } of readListingText(textOfListing(listing)).leftClauses) left.add(text.trim());
  }
  const asked = [...left].sort().slice(0, options.mostClauses);
  const found = new Map<string, RuleProposal>();
  let unreadClauseCount = 0;
  const read: ClauseReader = async (clause) => {
    try {
      return await options.readClause(clause);
    } catch (error) {
      if (!isLlmError(error) || !PASSED_OVER.has(error.code)) throw error;
      unreadClauseCount += 1;
      return [];
    }
  };
  for (const clause of asked) {
    options.signal?.throwIfAborted();
    for (const { trait, value, evidence } of await read(clause)) {
      const words = evidence.trim().toLowerCase().replaceAll(/\s+/g, ' ');
      const id = deterministicUuid(`rule proposal ${trait} ${value} ${words}`);
      const known = found.get(id);
      const examples = [...(known?.examples ?? []), clause].slice(0, MOST_EXAMPLES);
      const clauseCount = (known?.clauseCount ?? 0) + 1;
      found.set(id, { id, trait, value, words, examples, clauseCount, proposedOn: options.proposedOn });
    }
  }
  const proposals = [...found.values()].sort(
    (one, other) => other.clauseCount - one.clauseCount || (one.words < other.words ? -1 : 1),
  );
  return { proposals, listingCount, leftClauseCount: left.size, askedClauseCount: asked.length, unreadClauseCount };
}
