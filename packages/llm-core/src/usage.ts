/**
 * Tokens of one call as a partition: no token is counted in two parts. `undefined` means that the provider did not say,
 * which is not 0.
 */
export interface Usage {
  readonly input: {
    /** Input tokens that were neither read from nor written to a cache. */
    readonly uncached: number | undefined;
    readonly cacheRead: number | undefined;
    /** Tokens written to the provider's cache, by lifetime (`5m`, `1h`, `30m`, `12h`, or `default` where it is not named). */
    readonly cacheWrite: Readonly<Record<string, number>> | undefined;
  };
  readonly output: {
    readonly text: number | undefined;
    readonly reasoning: number | undefined;
  };
  /** Sum of all parts; `undefined` where no part is known. */
  readonly total: number | undefined;
  /** `reported` by the provider, `estimated` by us after an abort or a cut, or `cache` where no call was made. */
  readonly source: 'reported' | 'estimated' | 'cache';
  /** The service tier as served, such as `standard`, `flex`, `priority` or `batch`. */
  readonly serviceTier?: string;
  /** Where the provider was bound to work, such as `us`; absent where it was free to choose. */
  readonly region?: string;
  /** The provider's own usage object, untouched. */
  readonly raw?: unknown;
}

/** Makes a usage whose total is the sum of its parts. */
export function createUsage(parts: Omit<Usage, 'total'>): Usage {
  const counts = [
    parts.input.uncached,
    parts.input.cacheRead,
    ...(parts.input.cacheWrite === undefined ? [] : Object.values(parts.input.cacheWrite)),
    parts.output.text,
    parts.output.reasoning,
  ].filter((count) => count !== undefined);
  return { ...parts, total: counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count, 0) };
}

/** A usage that says nothing. */
export function unknownUsage(source: Usage['source']): Usage {
  return createUsage({
    input: { uncached: undefined, cacheRead: undefined, cacheWrite: undefined },
    output: { text: undefined, reasoning: undefined },
    source,
  });
}
