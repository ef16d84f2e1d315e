import { beforeEach, describe, expect, test } from 'vitest';
import type { MarketIndex } from '../market/market-index.ts';
import type { MarketScope } from '../market/price.ts';
import type { MarketIndexStore } from '../market/ports/market-index-store.ts';
import type { ContractSubject } from './contract-subject.ts';

const DOLLARS: MarketScope = { priceKind: 'sold', currency: 'USD' };
const WHOLESALE: MarketScope = { priceKind: 'wholesale', currency: 'USD' };

/** Every sentence of the `MarketIndexStore` contract, as tests. */
export function describeMarketIndexStore(subject: ContractSubject<MarketIndexStore>): void {
  describe(`market index store: ${subject.name}`, () => {
    let store: MarketIndexStore;
    beforeEach(async () => {
      store = await subject.createStore();
    });
    const latest = (segment: string, asOf: string, market = DOLLARS) => store.latest({ market, segment, asOf });

    test('a missing index is null and a market without one has no segments', async () => {
      expect(await latest('porsche', '2024-06-30')).toBeNull();
      expect(await store.segments({ market: DOLLARS, asOf: '2024-06-30' })).toEqual([]);
      await store.save({ asOf: '2024-06-30', indices: [] });
      expect(await store.segments({ market: DOLLARS, asOf: '2024-06-30' })).toEqual([]);
    });

    test('an index comes back exactly as it was saved, months in order', async () => {
      const index = sampleIndex('porsche/911/993/carrera-s');
      await store.save({ asOf: '2024-06-30', indices: [index] });
      expect(await latest(index.segment, '2024-06-30')).toStrictEqual({ asOf: '2024-06-30', index });
    });

    test('the latest is the one computed last on or before the day, of that market and segment', async () => {
      const may = sampleIndex('porsche', { start: 90 });
      const june = sampleIndex('porsche', { start: 95 });
      await store.save({ asOf: '2024-06-30', indices: [june] });
      await store.save({ asOf: '2024-05-31', indices: [may, sampleIndex('porsche', { market: WHOLESALE })] });
      expect(await latest('porsche', '2024-07-15')).toStrictEqual({ asOf: '2024-06-30', index: june });
      expect(await latest('porsche', '2024-06-29')).toStrictEqual({ asOf: '2024-05-31', index: may });
      expect(await latest('porsche', '2024-05-30')).toBeNull();
      expect(await latest('porsche/911', '2024-07-15')).toBeNull();
      expect((await latest('porsche', '2024-07-15', WHOLESALE))?.asOf).toBe('2024-05-31');
    });

    test('saving a segment and day again replaces it whole', async () => {
      await store.save({ asOf: '2024-06-30', indices: [sampleIndex('porsche', { months: 24 })] });
      const shorter = sampleIndex('porsche', { months: 3, start: 80 });
      await store.save({ asOf: '2024-06-30', indices: [shorter] });
      expect((await latest('porsche', '2024-06-30'))?.index).toStrictEqual(shorter);
    });

    test('of two writers at once one wins whole', async () => {
      const left = sampleIndex('porsche', { months: 12, start: 80 });
      const right = sampleIndex('porsche', { months: 6, start: 120 });
      const saveAll = [left, right].map((index) => store.save({ asOf: '2024-06-30', indices: [index] }));
      await Promise.all(saveAll);
      expect([left, right]).toContainEqual((await latest('porsche', '2024-06-30'))?.index);
    });

    test('segments are those of the market up to the day, once each, in code-unit order', async () => {
      const segments = ['porsche/911/993', 'porsche', 'porsche/911-turbo', 'porsche/911', 'porsche/-/993', 'alfa/8c'];
      await store.save({ asOf: '2024-05-31', indices: segments.map((segment) => sampleIndex(segment)) });
      await store.save({ asOf: '2024-06-30', indices: [sampleIndex('porsche'), sampleIndex('zagato')] });
      await store.save({ asOf: '2024-05-31', indices: [sampleIndex('audi', { market: WHOLESALE })] });
      expect(await store.segments({ market: DOLLARS, asOf: '2024-06-29' })).toEqual([...segments].sort());
      expect(await store.segments({ market: DOLLARS, asOf: '2024-06-30' })).toEqual([...segments, 'zagato'].sort());
    });
  });
}

function sampleIndex(
  segment: string,
  options: { readonly months?: number; readonly start?: number; readonly market?: MarketScope } = {},
): MarketIndex {
  const { months = 14, start = 100, market = DOLLARS } = options;
  const points = Array.from({ length: months }, (_, n) => {
    const level = start + n / 3;
    const month = `${2023 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
    const saleCount = n % 4;
    return {
      month,
      level,
      lower90: level - 0.1,
      upper90: level + 0.2,
      saleCount,
      rawMedian: saleCount === 0 ? null : 70_000.5,
      ...(n % 2 === 0 ? {} : { realTimeLevel: level / 3 }),
    };
  });
  return { market, segment, points };
}
