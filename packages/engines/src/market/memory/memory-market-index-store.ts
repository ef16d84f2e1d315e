import type { IsoDate } from '../calendar.ts';
import type { MarketIndex } from '../market-index.ts';
import { marketKey } from '../price.ts';
import type { MarketIndexStore } from '../ports/market-index-store.ts';
import { compareText } from './compare-text.ts';
import { immutableCopy } from './immutable-copy.ts';

interface StoredIndex {
  readonly asOf: IsoDate;
  readonly index: MarketIndex;
}

/** Keeps the indices of every day in this process. */
export function memoryMarketIndexStore(): MarketIndexStore {
  const rows = new Map<string, StoredIndex>();

  return {
    async save({ asOf, indices }) {
      for (const index of indices.map(immutableCopy)) {
        rows.set(JSON.stringify([marketKey(index.market), index.segment, asOf]), Object.freeze({ asOf, index }));
      }
    },
    async latest({ market, segment, asOf }) {
      const key = marketKey(market);
      let newest: StoredIndex | null = null;
      for (const row of rows.values()) {
        if (row.index.segment !== segment || marketKey(row.index.market) !== key) continue;
        if (row.asOf <= asOf && (newest === null || row.asOf > newest.asOf)) newest = row;
      }
      return newest;
    },
    async segments({ market, asOf }) {
      const key = marketKey(market);
      const known = [...rows.values()].filter((row) => row.asOf <= asOf && marketKey(row.index.market) === key);
      return [...new Set(known.map((row) => row.index.segment))].sort(compareText);
    },
  };
}
