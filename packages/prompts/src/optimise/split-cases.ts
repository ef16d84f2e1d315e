import { createHash } from 'node:crypto';

/** Cases in three parts that share none. */
export interface CaseSplit<Case> {
  /** Seen by whoever proposes. */
  readonly train: readonly Case[];
  /** Chooses among what was proposed. */
  readonly validation: readonly Case[];
  /** Decides in the end, and is read once. */
  readonly test: readonly Case[];
}

/** Fewer cases cannot be split so that the held-out part says anything. */
export const MINIMUM_CASES = 30;

const TRAIN_SHARE = 0.35;
const VALIDATION_SHARE = 0.3;

/** Splits by a hash of the ids, so that the same cases always fall into the same parts, whatever their order. */
export function splitCases<Case extends { readonly id: string }>(
  cases: readonly Case[],
  options: { readonly seed: number },
): CaseSplit<Case> {
  const hashOf = ({ id }: Case) =>
    createHash('sha256')
      .update(JSON.stringify([options.seed, id]))
      .digest('hex');
  const ordered = [...cases].sort((a, b) => (hashOf(a) < hashOf(b) ? -1 : 1));
  const train = Math.floor(ordered.length * TRAIN_SHARE);
  const validation = train + Math.floor(ordered.length * VALIDATION_SHARE);
  return {
    train: ordered.slice(0, train),
    validation: ordered.slice(train, validation),
    test: ordered.slice(validation),
  };
}
