import type { ListingTrait, TraitValue } from './listing-trait.ts';

/** One thing that a text says, and where it says it. */
export interface TraitStatement {
  readonly trait: ListingTrait;
  readonly value: TraitValue;
  /** As the text writes it: `text.slice(start, end)`. */
  readonly evidence: string;
  readonly start: number;
  readonly end: number;
  /** Name of the rule that read it, or `model`. */
  readonly readBy: string;
}

/** A part of a text between full stops, line ends and turns such as "but". */
export interface Clause {
  readonly text: string;
  /** Offset in the whole text. */
  readonly start: number;
}

/** What a text says of a car, each trait once; statements that were outweighed are left out. */
export interface ListingReading {
  readonly traits: Readonly<Partial<Record<ListingTrait, TraitValue>>>;
  /** In the order of the text. */
  readonly statements: readonly TraitStatement[];
  /** Clauses that speak of a trait in words that no rule knows. */
  readonly leftClauses: readonly Clause[];
}
