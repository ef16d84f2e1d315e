/** What was thrown away. */
export type Invalidation =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'pattern'; readonly glob: string };

/**
 * Tells the memory of other processes what was thrown away. Delivery is at most once: a process that is cut off meanwhile
 * may serve what its own memory holds until that expires.
 */
export interface InvalidationBus {
  publish(invalidation: Invalidation): Promise<void>;
  /** Calls the listener for what other processes throw away; hearing one's own again does no harm. */
  subscribe(listener: (invalidation: Invalidation) => void): Promise<void>;
}
