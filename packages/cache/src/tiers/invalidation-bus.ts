/** What was thrown away. */
export type Invalidation =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'pattern'; readonly glob: string };

/**
 * Tells the memory of other processes what was thrown away. Delivery is at most once: a bus that was cut off tells its
 * listener that everything was (the pattern `*`) once it hears again.
 */
export interface InvalidationBus {
  publish(invalidation: Invalidation): Promise<void>;
  /** Calls the listener for what other processes throw away; hearing one's own again does no harm. */
  subscribe(listener: (invalidation: Invalidation) => void): Promise<void>;
  /** False while it is cut off: memory that relies on it is then left alone. Default: it always hears. */
  isHearing?(): boolean;
}
