import { beforeEach, describe, expect, test } from 'vitest';
import type { PredictionLedger } from '../market/ports/prediction-ledger.ts';
import type { ContractSubject } from './contract-subject.ts';
import { sampleId } from './sample-listing.ts';
import { sampleOutcome, samplePrediction } from './sample-prediction.ts';

/** Every sentence of the `PredictionLedger` contract, as tests. */
export function describePredictionLedger(subject: ContractSubject<PredictionLedger>): void {
  describe(`prediction ledger: ${subject.name}`, () => {
    let ledger: PredictionLedger;
    beforeEach(async () => {
      ledger = await subject.createStore();
    });
    const idsOf = async (query: Parameters<PredictionLedger['list']>[0]) =>
      (await ledger.list(query)).map((entry) => entry.prediction.id);

    test('an empty ledger lists nothing, an unknown id is null', async () => {
      expect(await ledger.byId(sampleId(1, 1))).toBeNull();
      expect(await ledger.list({})).toEqual([]);
      expect(await ledger.due({ asOf: '2030-01-01' })).toEqual([]);
      expect(await ledger.record([])).toBe(0);
      expect(await ledger.settle([])).toBe(0);
    });

    test('a prediction comes back exactly as it was recorded', async () => {
      const wide = samplePrediction(2, {
        segment: 'porsche/911',
        generation: null,
        trim: null,
        horizon: '1y',
        targetDate: '2025-02-28',
        market: { priceKind: 'wholesale', currency: 'JPY' },
        predictedPrice: 3_000_000_000,
        hasSkill: true,
        synthetic: true,
        intervals: [{ confidenceLevel: 0.123456789, lower: 0, upper: 3_000_000_001 }],
        indexGrowth: 1 / 3,
        referenceCar: {
          modelYear: 2009,
          mileage: 30_000,
          saleCount: 12,
          mix: [
            { model: '911', generation: '997', trim: 'GT3', modelYear: 2010, mileage: 20_000, share: 2 / 3 },
            { model: '911', generation: null, trim: null, modelYear: 2007, mileage: 50_000, share: 1 / 3 },
          ],
        },
      });
      expect(await ledger.record([samplePrediction(1), wide])).toBe(2);
      expect(await ledger.byId(sampleId(1, 1))).toStrictEqual({ prediction: samplePrediction(1), outcome: null });
      const context = {
        marketConditions: [
          { id: 'history.name', kind: 'name', value: 'Porsche 911', unit: '', n: 1, formula: 'name of the segment' },
        ],
        keyAssumptions: ['the car stays as it is, ages, and is driven on'],
        riskFactors: [],
      } as const;
      const based = samplePrediction(9, { context });
      await ledger.record([based]);
      expect(await ledger.byId(based.id)).toStrictEqual({ prediction: based, outcome: null });
      expect(await ledger.byId(wide.id)).toStrictEqual({ prediction: wide, outcome: null });
    });

    test('an id that exists is kept as it is and not counted, within a batch too', async () => {
      expect(await ledger.record([samplePrediction(1), samplePrediction(1, { predictedPrice: 1 })])).toBe(1);
      const again = [samplePrediction(1, { predictedPrice: 2 }), samplePrediction(2)];
      expect(await ledger.record(again)).toBe(1);
      expect((await ledger.byId(sampleId(1, 1)))?.prediction).toStrictEqual(samplePrediction(1));
    });

    test('a batch is recorded by two writers at once exactly once', async () => {
      const batch = Array.from({ length: 20 }, (_, n) => samplePrediction(n));
      const counts = await Promise.all([ledger.record(batch), ledger.record(batch), ledger.record(batch)]);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20);
      expect(await ledger.list({})).toHaveLength(20);
    });

    test('a batch that fails leaves nothing behind', async () => {
      const unreadable = Object.defineProperty({ ...samplePrediction(2) }, 'segment', {
        enumerable: true,
        get: () => {
          throw new TypeError('this prediction cannot be read');
        },
      });
      await expect(ledger.record([samplePrediction(1), unreadable])).rejects.toThrow();
      expect(await ledger.list({})).toEqual([]);
    });

    test('the list is newest first, ties by id, and filtered', async () => {
      await ledger.record([
        samplePrediction(3),
        samplePrediction(1),
        samplePrediction(2, { asOf: '2024-03-01', horizon: '1m', targetDate: '2024-04-01' }),
        samplePrediction(4, { segment: 'porsche/911/993', trim: null }),
        samplePrediction(5, { market: { priceKind: 'wholesale', currency: 'USD' }, asOf: '2023-01-01' }),
      ]);
      const ids = (...numbers: number[]) => numbers.map((n) => sampleId(n, 1));
      expect(await idsOf({})).toEqual(ids(2, 1, 3, 4, 5));
      expect(await idsOf({ limit: 2 })).toEqual(ids(2, 1));
      expect(await idsOf({ segment: 'porsche/911/993' })).toEqual(ids(4));
      expect(await idsOf({ market: 'wholesale/USD' })).toEqual(ids(5));
      expect(await idsOf({ horizon: '1m' })).toEqual(ids(2));
      expect(await idsOf({ asOf: '2024-02-29', segment: 'porsche/911/993/carrera-s' })).toEqual(ids(1, 3));
      expect(await idsOf({ market: 'sold/EUR' })).toEqual([]);
    });

    test('a list holds at most 100 unless it is asked for more', async () => {
      await ledger.record(Array.from({ length: 120 }, (_, n) => samplePrediction(n)));
      expect(await ledger.list({})).toHaveLength(100);
      expect(await ledger.list({ limit: 1000 })).toHaveLength(120);
      expect(await ledger.due({ asOf: '2024-05-29' })).toHaveLength(120);
    });

    test('due are those on or after their target date without an outcome, oldest target first', async () => {
      await ledger.record([
        samplePrediction(1, { targetDate: '2024-05-29' }),
        samplePrediction(2, { targetDate: '2024-03-29' }),
        samplePrediction(3, { targetDate: '2024-05-30' }),
        samplePrediction(4, { targetDate: '2024-03-29' }),
      ]);
      const due = async (query: Parameters<PredictionLedger['due']>[0]) =>
        (await ledger.due(query)).map((prediction) => prediction.id);
      expect(await due({ asOf: '2024-03-28' })).toEqual([]);
      expect(await due({ asOf: '2024-05-29' })).toEqual([2, 4, 1].map((n) => sampleId(n, 1)));
      expect(await due({ asOf: '2024-05-29', limit: 1 })).toEqual([sampleId(2, 1)]);
      expect(await due({ asOf: '2024-05-29', targetFrom: '2024-03-30' })).toEqual([sampleId(1, 1)]);
      expect(await due({ asOf: '2024-05-30', targetFrom: '2024-05-29' })).toEqual([1, 3].map((n) => sampleId(n, 1)));
      await ledger.settle([sampleOutcome(2)]);
      expect(await due({ asOf: '2024-05-29' })).toEqual([4, 1].map((n) => sampleId(n, 1)));
    });

    test('a prediction is settled once, exactly, and the second settlement is ignored', async () => {
      await ledger.record([samplePrediction(1), samplePrediction(2)]);
      expect(await ledger.settle([sampleOutcome(1)])).toBe(1);
      const second = sampleOutcome(1, { actualPrice: 1, settledOn: '2024-07-01' });
      expect(await ledger.settle([second, sampleOutcome(2, { settledOn: '2024-06-15', covered: [] })])).toBe(1);
      expect(await ledger.byId(sampleId(1, 1))).toStrictEqual({
        prediction: samplePrediction(1),
        outcome: sampleOutcome(1),
      });
      const divided = sampleOutcome(4, {
        attribution: { total: 0.1 + 0.2, index: 1 / 3, car: -0.01, mix: 1e-9, noise: 0 },
      });
      await ledger.record([samplePrediction(4, { asOf: '2024-01-31' })]);
      expect(await ledger.settle([divided])).toBe(1);
      expect((await ledger.byId(sampleId(4, 1)))?.outcome).toStrictEqual(divided);
      const [entry] = await ledger.list({ limit: 1 });
      expect(entry?.outcome).toStrictEqual(sampleOutcome(1));
      await ledger.record([samplePrediction(3)]);
      expect(await idsOf({ settled: true })).toEqual([1, 2, 4].map((n) => sampleId(n, 1)));
      expect(await idsOf({ settled: false })).toEqual([sampleId(3, 1)]);
    });

    test('two settlements at once count once', async () => {
      await ledger.record([samplePrediction(1)]);
      const counts = await Promise.all([ledger.settle([sampleOutcome(1)]), ledger.settle([sampleOutcome(1)])]);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    });

    test('an unknown id and an early day are typed errors, and nothing of the batch is settled', async () => {
      await ledger.record([samplePrediction(1), samplePrediction(2)]);
      const unknown = ledger.settle([sampleOutcome(1), sampleOutcome(9)]);
      await expect(unknown).rejects.toMatchObject({ code: 'UNKNOWN_PREDICTION' });
      const early = ledger.settle([sampleOutcome(1), sampleOutcome(2, { settledOn: '2024-05-28' })]);
      await expect(early).rejects.toMatchObject({ code: 'EARLY_SETTLEMENT' });
      expect((await ledger.byId(sampleId(1, 1)))?.outcome).toBeNull();
    });
  });
}
