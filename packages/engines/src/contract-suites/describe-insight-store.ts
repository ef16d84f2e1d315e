import { beforeEach, describe, expect, test } from 'vitest';
import { INSIGHT_TYPES, type MarketInsight } from '../market/insight.ts';
import type { InsightStore } from '../market/ports/insight-store.ts';
import type { ContractSubject } from './contract-subject.ts';
import { AWKWARD_TEXT, sampleId } from './sample-listing.ts';

/** Every sentence of the `InsightStore` contract, as tests. */
export function describeInsightStore(subject: ContractSubject<InsightStore>): void {
  describe(`insight store: ${subject.name}`, () => {
    let store: InsightStore;
    beforeEach(async () => {
      store = await subject.createStore();
    });
    const idsOf = async (query: Parameters<InsightStore['list']>[0]) =>
      (await store.list(query)).map((insight) => insight.id);
    const ids = (...numbers: number[]) => numbers.map((n) => sampleId(n, 3));

    test('an empty store lists nothing, and an unknown id is null', async () => {
      expect(await store.byId(sampleId(1, 3))).toBeNull();
      expect(await store.list({})).toEqual([]);
      expect(await store.save([])).toBe(0);
    });

    test('an insight comes back exactly as it was saved, its cost as a bigint', async () => {
      const written = sampleInsight(2, {
        model: '911',
        trim: 'GT3 RS',
        generation: '992.1',
        provider: 'anthropic',
        aiGenerated: true,
        synthetic: true,
        costNanoUsd: 9_007_199_254_740_993n,
        facts: [],
        claims: [],
        summary: AWKWARD_TEXT,
        title: AWKWARD_TEXT,
      });
      expect(await store.save([sampleInsight(1), written])).toBe(2);
      expect(await store.byId(sampleId(1, 3))).toStrictEqual(sampleInsight(1));
      expect(await store.byId(written.id)).toStrictEqual(written);
    });

    test('an id that exists is kept as it is, within a batch too', async () => {
      expect(await store.save([sampleInsight(1), sampleInsight(1, { summary: 'second' })])).toBe(1);
      expect(await store.save([sampleInsight(1, { summary: 'third', costNanoUsd: 1n }), sampleInsight(2)])).toBe(1);
      expect(await store.byId(sampleId(1, 3))).toStrictEqual(sampleInsight(1));
    });

    test('two writers at once count every insight once', async () => {
      const batch = Array.from({ length: 10 }, (_, n) => sampleInsight(n));
      const counts = await Promise.all([store.save(batch), store.save(batch)]);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(10);
    });

    test('the list is newest first, ties by id, at most 20 unless asked for more', async () => {
      await store.save(Array.from({ length: 25 }, (_, n) => sampleInsight(n)));
      await store.save([sampleInsight(30, { analysisDate: '2024-07-01' })]);
      const listed = await idsOf({});
      expect(listed).toHaveLength(20);
      expect(listed.slice(0, 3)).toEqual(ids(30, 0, 1));
      expect(await idsOf({ limit: 100 })).toHaveLength(26);
      expect(await idsOf({ limit: 1 })).toEqual(ids(30));
    });

    test('the texts of one day come in the order of telling, the summary of the market first', async () => {
      // Ids that run the other way, so that no order of ids passes for it.
      const told = INSIGHT_TYPES.map((type, place) => sampleInsight(INSIGHT_TYPES.length - place, { type }));
      await store.save([...told.toReversed(), sampleInsight(90, { type: 'cost', analysisDate: '2024-07-01' })]);
      expect(await idsOf({})).toEqual([...ids(90), ...told.map(({ id }) => id)]);
    });

    test('filters are exact, and nothing later than the asked day is listed', async () => {
      await store.save([
        sampleInsight(1),
        sampleInsight(2, { type: 'price_prediction', model: '911', trim: 'GT3', analysisDate: '2024-06-01' }),
        sampleInsight(3, { type: 'price_prediction', model: '911', trim: null, analysisDate: '2024-07-01' }),
      ]);
      expect(await idsOf({ type: 'price_prediction' })).toEqual(ids(3, 2));
      expect(await idsOf({ model: '911', trim: 'GT3' })).toEqual(ids(2));
      expect(await idsOf({ asOf: '2024-06-30' })).toEqual(ids(1, 2));
      expect(await idsOf({ asOf: '2024-06-01' })).toEqual(ids(2));
      expect(await idsOf({ type: 'anomaly' })).toEqual([]);
    });

    test('a reader who is erased leaves no word on any text, and the others keep theirs', async () => {
      const [first, second] = [sampleId(2, 71), sampleId(2, 72)];
      const base = sampleInsight(1);
      await store.save([
        { ...base, id: first },
        { ...base, id: second },
      ]);
      for (const insightId of [first, second]) {
        await store.recordFeedback({ insightId, userId: 'ann', isUseful: true, givenAt: 1 });
        await store.recordFeedback({ insightId, userId: 'Ann', isUseful: false, givenAt: 1 });
      }
      expect(await store.eraseFeedbackOf('ann')).toBe(2);
      expect(await store.eraseFeedbackOf('ann')).toBe(0);
      for (const insightId of [first, second]) {
        expect(await store.feedbackOf(insightId)).toEqual({ useful: 0, notUseful: 1 });
      }
    });

    test('the newest word of each reader counts once, and nothing is kept about an unknown insight', async () => {
      await store.save([sampleInsight(1), sampleInsight(2)]);
      const insightId = sampleId(1, 3);
      const say = (userId: string, isUseful: boolean, givenAt: number, id = insightId) =>
        store.recordFeedback({ insightId: id, userId, isUseful, givenAt });
      expect(await store.feedbackOf(insightId)).toEqual({ useful: 0, notUseful: 0 });
      expect(await say('ann', true, 10)).toBe(true);
      await say('bob', true, 10);
      await say('ann', false, 30);
      await say('ann', true, 20);
      expect(await store.feedbackOf(insightId)).toEqual({ useful: 1, notUseful: 1 });
      expect(await store.feedbackOf(sampleId(2, 3))).toEqual({ useful: 0, notUseful: 0 });
      expect(await say('ann', true, 1, sampleId(9, 3))).toBe(false);
      expect(await say('ann', true, 1, 'no uuid')).toBe(false);
      expect(await store.feedbackOf('no uuid')).toEqual({ useful: 0, notUseful: 0 });
    });

    test('readers who judge at once are all counted', async () => {
      await store.save([sampleInsight(1)]);
      const insightId = sampleId(1, 3);
      await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          store.recordFeedback({ insightId, userId: `user-${n}`, isUseful: n % 4 !== 0, givenAt: n }),
        ),
      );
      expect(await store.feedbackOf(insightId)).toEqual({ useful: 15, notUseful: 5 });
    });
  });
}

function sampleInsight(n: number, changes: Partial<MarketInsight> = {}): MarketInsight {
  return {
    id: sampleId(n, 3),
    type: 'market_summary',
    analysisDate: '2024-06-30',
    model: null,
    trim: null,
    generation: null,
    title: `Market of the day ${n}`,
    summary: 'Prices rose by 1.2 %.',
    facts: [
      { id: 'porsche.growth', kind: 'share', value: 0.1 + 0.2, unit: '%', n: 41, formula: 'level / level - 1' },
      { id: 'porsche.month', kind: 'date', value: '2024-02-29', unit: '', n: 1, formula: AWKWARD_TEXT },
    ],
    claims: [{ text: '1.2 %', start: 15, end: 20, factId: 'porsche.growth' }],
    provider: 'none',
    requestedModel: 'template',
    servedModel: 'template',
    promptVersion: 'market-summary-1',
    costNanoUsd: 0n,
    processingTimeMs: 3,
    dataPointCount: 16_358,
    aiGenerated: false,
    synthetic: false,
    ...changes,
  };
}
