import { beforeEach, describe, expect, test } from 'vitest';
import type { Anomaly } from '../market/anomaly.ts';
import type { AnomalyStore } from '../market/ports/anomaly-store.ts';
import type { ContractSubject } from './contract-subject.ts';
import { AWKWARD_TEXT, sampleId, sampleListing } from './sample-listing.ts';

/** A full anomaly of `sampleListing(n)`, every field of which may be replaced. */
export function sampleAnomaly(n: number, changes: Partial<Anomaly> = {}): Anomaly {
  return {
    id: sampleId(n, 2),
    listingId: sampleListing(n).id,
    listingTitle: sampleListing(n).title,
    segment: 'porsche/911/993/carrera',
    type: 'undervalued',
    cause: 'bargain',
    severity: 'medium',
    confirmationProbability: 1 / 3,
    price: { kind: 'ask', amount: 61_000, currency: 'USD' },
    expectedPrice: 84_000,
    expectedLow: 70_000,
    expectedHigh: 101_000,
    deviation: -0.1 - 0.2,
    score: 3.25,
    contributingFactors: [
      { name: 'mileage', description: AWKWARD_TEXT, logEffect: -0.1234567890123 },
      { name: 'unexplained', description: '', logEffect: 1e-17 },
    ],
    explanation: AWKWARD_TEXT,
    detectedOn: '2024-02-29',
    status: 'active',
    resolvedOn: null,
    resolutionNote: null,
    synthetic: false,
    ...changes,
  };
}

/**
 * Every sentence of the `AnomalyStore` contract, as tests. The anomalies speak of `sampleListing(0)` to
 * `sampleListing(119)`: a store that checks references inserts those first.
 */
export function describeAnomalyStore(subject: ContractSubject<AnomalyStore>): void {
  describe(`anomaly store: ${subject.name}`, () => {
    let store: AnomalyStore;
    beforeEach(async () => {
      store = await subject.createStore();
    });
    const idsOf = async (query: Parameters<AnomalyStore['list']>[0]) =>
      (await store.list(query)).anomalies.map((anomaly) => anomaly.id);

    test('an empty store lists nothing, and an unknown id is null', async () => {
      expect(await store.list({})).toEqual({ anomalies: [], total: 0 });
      expect(await store.byId(sampleId(1, 2))).toBeNull();
      const verdict = { id: sampleId(1, 2), status: 'resolved', note: null, resolvedOn: '2024-03-01' } as const;
      expect(await store.resolve(verdict)).toBeNull();
      expect(await store.save([])).toBe(0);
    });

    test('an anomaly comes back exactly as it was saved', async () => {
      const typo = sampleAnomaly(2, {
        type: 'data_quality',
        severity: 'critical',
        deviation: 98.99,
        score: 412.000001,
        contributingFactors: [],
        price: { kind: 'sold', amount: 8_400_000_000, currency: 'JPY' },
        status: 'false_positive',
        resolvedOn: '2024-03-01',
        resolutionNote: AWKWARD_TEXT,
        synthetic: true,
      });
      expect(await store.save([sampleAnomaly(1), typo])).toBe(2);
      expect(await store.byId(sampleId(1, 2))).toStrictEqual(sampleAnomaly(1));
      expect(await store.byId(typo.id)).toStrictEqual(typo);
    });

    test('finding an id again updates its numbers and keeps the first day', async () => {
      await store.save([sampleAnomaly(1)]);
      const later = sampleAnomaly(1, { detectedOn: '2024-03-09', score: 9, severity: 'high', expectedPrice: 90_000 });
      expect(await store.save([later, sampleAnomaly(2)])).toBe(1);
      expect(await store.byId(later.id)).toStrictEqual({ ...later, detectedOn: '2024-02-29' });
    });

    test('a verdict is never undone by a rerun, and the last verdict wins', async () => {
      await store.save([sampleAnomaly(1)]);
      const id = sampleId(1, 2);
      await store.resolve({ id, status: 'resolved', note: 'sold', resolvedOn: '2024-03-01' });
      const last = await store.resolve({ id, status: 'false_positive', note: AWKWARD_TEXT, resolvedOn: '2024-03-02' });
      expect(await store.save([sampleAnomaly(1, { score: 5, detectedOn: '2024-03-03' })])).toBe(0);
      const kept = { status: 'false_positive', resolutionNote: AWKWARD_TEXT, resolvedOn: '2024-03-02' } as const;
      expect(last).toStrictEqual(sampleAnomaly(1, kept));
      expect(await store.byId(id)).toStrictEqual(sampleAnomaly(1, { ...kept, score: 5 }));
    });

    test('what is withdrawn is gone, unless somebody has judged it', async () => {
      await store.save([1, 2, 3].map((n) => sampleAnomaly(n)));
      await store.resolve({ id: sampleId(2, 2), status: 'resolved', note: null, resolvedOn: '2024-03-01' });
      const ids = [1, 1, 2, 9].map((n) => sampleId(n, 2));
      expect(await store.withdraw([...ids, 'no id at all'])).toBe(1);
      expect(await store.withdraw([])).toBe(0);
      expect(await idsOf({})).toEqual([sampleId(2, 2), sampleId(3, 2)]);
    });

    test('a batch with one id twice counts it once', async () => {
      expect(await store.save([sampleAnomaly(1), sampleAnomaly(1, { score: 8 })])).toBe(1);
      expect((await store.byId(sampleId(1, 2)))?.score).toBe(8);
    });

    test('two writers at once count every anomaly once', async () => {
      const batch = Array.from({ length: 20 }, (_, n) => sampleAnomaly(n));
      const counts = await Promise.all([store.save(batch), store.save([...batch].reverse())]);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20);
      expect((await store.list({})).total).toBe(20);
    });

    test('the list is highest score first, ties by id, in pages with the total', async () => {
      await store.save([1, 2, 3, 4, 5].map((n) => sampleAnomaly(n, { score: n === 4 ? 10.5 : n > 2 ? 9.25 : 1 })));
      const ids = (...numbers: number[]) => numbers.map((n) => sampleId(n, 2));
      expect(await idsOf({})).toEqual(ids(4, 3, 5, 1, 2));
      expect(await idsOf({ limit: 2, offset: 1 })).toEqual(ids(3, 5));
      expect(await store.list({ limit: 2, offset: 5 })).toEqual({ anomalies: [], total: 5 });
    });

    test('a list holds at most 100 unless it is asked for more', async () => {
      await store.save(Array.from({ length: 120 }, (_, n) => sampleAnomaly(n)));
      const page = await store.list({});
      expect(page.anomalies).toHaveLength(100);
      expect(page.total).toBe(120);
      expect((await store.list({ limit: 500 })).anomalies).toHaveLength(120);
    });

    test('filters narrow the list and its total together', async () => {
      await store.save([
        sampleAnomaly(1, { severity: 'high' }),
        sampleAnomaly(2, { severity: 'high', type: 'overvalued', detectedOn: '2024-04-01' }),
        sampleAnomaly(3, { severity: 'low', detectedOn: '2024-04-02' }),
      ]);
      await store.resolve({ id: sampleId(1, 2), status: 'resolved', note: null, resolvedOn: '2024-04-03' });
      const ids = (...numbers: number[]) => numbers.map((n) => sampleId(n, 2));
      expect(await idsOf({ severity: 'high' })).toEqual(ids(1, 2));
      expect(await idsOf({ severity: 'high', status: 'active' })).toEqual(ids(2));
      expect(await idsOf({ status: 'resolved' })).toEqual(ids(1));
      expect(await idsOf({ type: 'undervalued' })).toEqual(ids(1, 3));
      expect(await idsOf({ detectedFrom: '2024-04-01' })).toEqual(ids(2, 3));
      expect((await store.list({ type: 'unusual_options' })).total).toBe(0);
    });
  });
}
