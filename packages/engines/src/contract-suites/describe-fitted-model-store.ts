import { beforeEach, describe, expect, test } from 'vitest';
import type { FittedModelRecord, FittedModelStore } from '../market/ports/fitted-model-store.ts';
import type { ContractSubject } from './contract-subject.ts';
import { AWKWARD_TEXT } from './sample-listing.ts';

/** Every sentence of the `FittedModelStore` contract, as tests. */
export function describeFittedModelStore(subject: ContractSubject<FittedModelStore>): void {
  describe(`fitted model store: ${subject.name}`, () => {
    let store: FittedModelStore;
    beforeEach(async () => {
      store = await subject.createStore();
    });
    const query = { kind: 'valuation', market: 'sold/USD', version: '1', asOf: '2024-06-30' } as const;

    test('a missing model is null', async () => {
      expect(await store.latest(query)).toBeNull();
    });

    test('a payload comes back number for number', async () => {
      const payload = {
        numbers: [0.1 + 0.2, 1e-300, -1.7976931348623157e308, 5e-324, 2 ** 53 - 1, -0.5, 0],
        nested: [{ text: AWKWARD_TEXT, none: null, yes: true, empty: {}, list: [[], [[]]] }],
        'key with . and "': 1,
      };
      await store.save(record({ payload }));
      expect(await store.latest(query)).toStrictEqual(record({ payload }));
    });

    test.each<[string, unknown]>([
      ['null', null],
      ['a number', 4.25],
      ['a text', AWKWARD_TEXT],
      ['a list', [1, 'two', null]],
    ])('a payload may be %s', async (_name, payload) => {
      await store.save(record({ payload }));
      expect((await store.latest(query))?.payload).toStrictEqual(payload);
    });

    test('a payload of megabytes is kept whole', async () => {
      const payload = { coefficients: Array.from({ length: 60_000 }, (_, n) => Math.sin(n)) };
      await store.save(record({ payload }));
      expect((await store.latest(query))?.payload).toEqual(payload);
    });

    test('saving the same kind, market, day and version again replaces the record', async () => {
      await store.save(record({ dataHash: 'a'.repeat(64), payload: { first: true } }));
      const second = record({ dataHash: 'b'.repeat(64), payload: { second: true } });
      await store.save(second);
      expect(await store.latest(query)).toStrictEqual(second);
    });

    test('the latest is the newest not later than the day, of exactly this kind, market and version', async () => {
      await store.save(record({ asOf: '2024-05-01', payload: 'may' }));
      await store.save(record({ asOf: '2024-06-01', payload: 'june' }));
      await store.save(record({ asOf: '2024-06-02', version: '2', payload: 'newer code' }));
      await store.save(record({ asOf: '2024-06-03', market: 'sold/EUR', payload: 'other market' }));
      await store.save(record({ asOf: '2024-06-04', kind: 'market-indices', payload: 'other kind' }));
      await store.save(record({ asOf: '2024-04-01', payload: 'april, saved last' }));
      const payloadOn = async (asOf: string) => (await store.latest({ ...query, asOf }))?.payload;
      expect(await payloadOn('2024-06-30')).toBe('june');
      expect(await payloadOn('2024-06-01')).toBe('june');
      expect(await payloadOn('2024-05-31')).toBe('may');
      expect(await payloadOn('2024-03-31')).toBeUndefined();
    });

    test('of two writers at once one wins whole', async () => {
      const left = record({ dataHash: 'a'.repeat(64), payload: { side: 'left' } });
      const right = record({ dataHash: 'b'.repeat(64), payload: { side: 'right' } });
      await Promise.all([store.save(left), store.save(right)]);
      expect([left, right]).toContainEqual(await store.latest(query));
    });
  });
}

function record(changes: Partial<FittedModelRecord>): FittedModelRecord {
  return {
    kind: 'valuation',
    market: 'sold/USD',
    asOf: '2024-06-30',
    version: '1',
    dataHash: '0'.repeat(64),
    payload: {},
    ...changes,
  };
}
