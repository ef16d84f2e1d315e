/** One question and what was answered, as a later question has to know it. */
export interface ConversationTurn {
  readonly question: string;
  readonly answer: string;
  /** The tool that answered and its checked arguments; `null` where none did. */
  readonly call: { readonly tool: string; readonly arguments: Readonly<Record<string, unknown>> } | null;
  /** What language models cost for it, in integer nano-dollars. */
  readonly costNanoUsd: bigint;
  /** Milliseconds since 1970. */
  readonly askedAt: number;
}

/** A conversation of one owner. Two owners may use the same id: their conversations have nothing to do with each other. */
export interface ConversationKey {
  readonly owner: string;
  readonly id: string;
}

/**
 * Keeps conversations apart by their owner: there is no way to read without one.
 *
 * *Missing*: an unknown conversation has no turns. *Duplicate* and *concurrent*: of two turns at one position the first
 * stays and the second is refused, so that nobody answers to what he has not seen. *Expired*: `forget` removes them.
 */
export interface ConversationStore {
  /** Oldest first. */
  turns(key: ConversationKey): Promise<readonly ConversationTurn[]>;
  /** Adds the turn at `position` (0 is the first); false where the conversation is longer or shorter than that by now. */
  append(key: ConversationKey, entry: { readonly position: number; readonly turn: ConversationTurn }): Promise<boolean>;
  /**
   * Removes one conversation of an owner, or all of them without an id; or, without an owner, every conversation whose
   * last turn was asked before an instant. Answers how many turns are gone.
   */
  forget(
    which: { readonly owner: string; readonly id?: string } | { readonly lastAskedBefore: number },
  ): Promise<number>;
}
