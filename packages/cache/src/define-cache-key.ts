import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import { CacheError } from './errors.ts';

/** Whose answers may be reused: one tenant's own, or everybody's, which has to be said aloud. */
export type CacheScope = { readonly tenant: string } | 'shared';

export interface CacheKey {
  /** `scope:domain:hash`: readable enough for a glob, unique by its hash. */
  readonly text: string;
  readonly scope: CacheScope;
}

export interface CacheKeyDefinition<Request extends object> {
  keyOf(request: Request, options: { readonly scope: CacheScope }): CacheKey;
}

/**
 * Decides for every field of a request whether it shapes the answer. Adding a field to the request type without deciding
 * on it does not compile.
 *
 * @example
 * const summaryKey = defineCacheKey<{ factsHash: string; traceId: string }>('summary', {
 *   factsHash: 'include',
 *   traceId: 'exclude',
 * });
 */
export function defineCacheKey<Request extends object>(
  domain: string,
  fields: Readonly<Record<keyof Required<Request>, 'include' | 'exclude'>>,
): CacheKeyDefinition<Request> {
  if (!/^[a-z0-9][a-z0-9_.-]*$/.test(domain)) {
    throw new CacheError('invalid-key', `"${domain}" is no domain of a cache key: use a-z, 0-9, "_", "." and "-".`);
  }
  const included = Object.entries(fields)
    .filter(([, decision]) => decision === 'include')
    .map(([name]) => name);
  return {
    keyOf(request, { scope }) {
      const undecided = Object.keys(request).filter((name) => !(name in fields));
      if (undecided.length > 0) {
        throw new CacheError('invalid-key', `The cache key "${domain}" has no decision on ${undecided.join(', ')}.`);
      }
      const values = request as Readonly<Record<string, unknown>>;
      const shaping = Object.fromEntries(included.map((name) => [name, values[name]]));
      const owner = scopeText(scope);
      const hash = createHash('sha256').update(canonicalJson({ domain, owner, shaping })).digest('hex');
      return { text: `${owner}:${domain}:${hash}`, scope };
    },
  };
}

function scopeText(scope: CacheScope): string {
  if (scope === 'shared') return 'shared';
  if (scope.tenant === '') {
    throw new CacheError('invalid-key', 'The scope of a cache key names no tenant: pass one, or say "shared".');
  }
  return `tenant-${createHash('sha256').update(scope.tenant).digest('hex').slice(0, 24)}`;
}
