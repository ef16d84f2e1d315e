import { listingId } from '@pa/engines/market';
import type { ReadListing } from './import-format.ts';

/** The id and source key of a row. */
export interface RowIdentity {
  readonly id: string;
  readonly sourceKey: string;
}

/**
 * Gives every row of one file its stable identity. Rows of a source without ids are told apart by what describes them;
 * of rows that look alike the second gets `#2`, and so on, so that importing the file again finds the same listings.
 */
export function createRowIdentifier(): (row: Omit<ReadListing, 'draft'>) => RowIdentity {
  // 52 bits of an id in place of its text keep a file of a million rows within some fifty megabytes.
  const seen = new Set<number>();
  const repeats = new Map<number, number>();
  return ({ source, identity, identityIsUnique }) => {
    const sourceKey = identity.length === 1 ? (identity[0] ?? '') : JSON.stringify(identity);
    const id = listingId({ source, sourceKey });
    if (identityIsUnique) return { id, sourceKey };
    const mark = Number.parseInt(id.slice(0, 8) + id.slice(9, 13) + id.slice(-1), 16);
    if (!seen.has(mark)) {
      seen.add(mark);
      return { id, sourceKey };
    }
    const ordinal = (repeats.get(mark) ?? 1) + 1;
    repeats.set(mark, ordinal);
    const ordinalKey = `${sourceKey}#${ordinal}`;
    return { id: listingId({ source, sourceKey: ordinalKey }), sourceKey: ordinalKey };
  };
}
