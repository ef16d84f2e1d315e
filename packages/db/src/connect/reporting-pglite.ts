import type { PGlite, PGliteTransaction } from 'kysely';
import { assertDiskSpace } from './assert-disk-space.ts';
import { toDatabaseError } from './to-database-error.ts';

/** The embedded database as Kysely uses it, with failures of the disk as this package's errors. `folder` absent: memory. */
export function reportingPGlite(
  pglite: PGlite,
  options: { readonly location: string; readonly folder?: string | undefined },
): PGlite {
  const { folder } = options;
  const reporting = (query: PGliteTransaction['query']): PGliteTransaction['query'] => {
    return async (text, parameters, queryOptions) => {
      if (folder !== undefined) assertDiskSpace(text, { folder, parameters: parameters ?? [] });
      try {
        return await query(text, parameters, queryOptions);
      } catch (error) {
        throw toDatabaseError(error, options);
      }
    };
  };
  return {
    get closed() {
      return pglite.closed;
    },
    get ready() {
      return pglite.ready;
    },
    get waitReady() {
      return pglite.waitReady;
    },
    close: () => pglite.close(),
    query: reporting((text, parameters, queryOptions) => pglite.query(text, parameters, queryOptions)),
    transaction: (callback) =>
      pglite.transaction((transaction) =>
        callback({
          query: reporting((text, parameters, queryOptions) => transaction.query(text, parameters, queryOptions)),
          rollback: () => transaction.rollback(),
        }),
      ),
  };
}
