/** Something that a person threw away, and why. */
export interface LoggedInvalidation {
  readonly invalidationId: string;
  /** A glob over keys, or `tag:` and a tag. */
  readonly pattern: string;
  readonly reason: string;
  readonly invalidatedBy: string;
  /** Epoch milliseconds. */
  readonly invalidatedAt: number;
}

/**
 * Keeps for good what people threw away. *Duplicate*: an id that is kept stays as it is. *Missing*: a log without entries is
 * empty.
 */
export interface InvalidationLog {
  append(invalidation: LoggedInvalidation): Promise<void>;
  /** Newest first, ties by id. */
  recent(query: { readonly limit: number }): Promise<readonly LoggedInvalidation[]>;
}

/** A log in this process. */
export function memoryInvalidationLog(): InvalidationLog {
  const kept = new Map<string, LoggedInvalidation>();
  return {
    append(invalidation) {
      if (!kept.has(invalidation.invalidationId)) kept.set(invalidation.invalidationId, invalidation);
      return Promise.resolve();
    },
    recent: ({ limit }) => Promise.resolve([...kept.values()].sort(byTime).slice(0, limit)),
  };
}

function byTime(left: LoggedInvalidation, right: LoggedInvalidation): number {
  return right.invalidatedAt - left.invalidatedAt || (left.invalidationId < right.invalidationId ? -1 : 1);
}
