import type { TokenRates } from '../prices/price-row.ts';

/** How a provider keeps a prefix: for how long from its last use, and under which name its writes are priced. */
export interface PrefixKeeping {
  readonly lifetime: string;
  readonly lifetimeSeconds: number;
}

const SECONDS_OF_UNIT: Readonly<Record<string, number>> = { m: 60, h: 3600 };
/** The shortest that any provider names. */
const UNNAMED_LIFETIME_SECONDS = 300;

/** The ways in which a prefix can be kept, none where a model has no price for reading one. */
export function prefixKeepings(rates: TokenRates): readonly PrefixKeeping[] {
  if (rates.cacheRead === undefined) return [];
  const lifetimes = Object.keys(rates.cacheWrite);
  return (lifetimes.length === 0 ? ['default'] : lifetimes).map((lifetime) => {
    const [, count, unit] = /^(\d+)([mh])$/.exec(lifetime) ?? [];
    const lifetimeSeconds =
      count === undefined ? UNNAMED_LIFETIME_SECONDS : Number(count) * (SECONDS_OF_UNIT[unit ?? ''] ?? 1);
    return { lifetime, lifetimeSeconds };
  });
}

/**
 * Share of calls that find their prefix kept, where calls come at random (a Poisson process): the chance that the call before
 * is not older than the lifetime. Every use keeps it for another lifetime.
 */
export function warmShare(
  keeping: Pick<PrefixKeeping, 'lifetimeSeconds'>,
  options: { readonly calls: number; readonly overSeconds: number },
): number {
  return 1 - Math.exp((-options.calls / options.overSeconds) * keeping.lifetimeSeconds);
}
