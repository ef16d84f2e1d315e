import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ExperimentAnalysis } from '../experiments/experiment-analysis.ts';
import type { Experiment, ExperimentChange, Outcome } from '../experiments/experiment.ts';
import type { ExperimentStore, UnitValue } from '../experiments/experiment-store.ts';

const NOON = 1_767_268_800_000;
const KEY = 'shorter-summaries';

const experiment: Experiment = {
  key: KEY,
  subject: 'prompt',
  description: 'Do shorter summaries get read?',
  arms: [
    { name: 'control', weight: 1, subject: 'market_summary@3' },
    { name: 'short', weight: 1, subject: 'market_summary@4' },
  ],
  primary: { name: 'opened', kind: 'rate', better: 'higher' },
  guardrails: [{ name: 'cost', kind: 'mean', better: 'lower', range: [0, 0.5], margin: 0.01 }],
  createdBy: 'tester',
  createdAt: NOON,
};

function change(overrides: Partial<ExperimentChange> = {}): ExperimentChange {
  return {
    experimentKey: KEY,
    revision: 1,
    exposureShare: 0.1,
    status: 'running',
    changedBy: 'tester',
    reason: 'begin',
    changedAt: NOON,
    ...overrides,
  };
}

function outcome(overrides: Partial<Outcome> = {}): Outcome {
  return {
    id: randomUUID(),
    experimentKey: KEY,
    unitId: 'u1',
    metric: 'opened',
    value: 1,
    observedAt: NOON + 5,
    recordedAt: NOON + 10,
    ...overrides,
  };
}

function analysis(analysedAt: number): ExperimentAnalysis {
  return {
    experimentKey: KEY,
    analysedAt,
    units: [{ arm: 'control', count: 1, share: 0.5 }],
    crossedCount: 0,
    sampleRatio: { evidence: 0.25, mismatch: false },
    comparisons: [],
  };
}

/** Proves that a store keeps the contract of `ExperimentStore`. Every test gets an empty store. */
export function describeExperimentStore(options: {
  readonly name: string;
  readonly createStore: () => Promise<ExperimentStore> | ExperimentStore;
}): void {
  const stored = async () => {
    const store = await options.createStore();
    await store.create(experiment);
    return store;
  };
  const exposed = (unitId: string, arm: string, exposedAt = NOON) => ({ experimentKey: KEY, unitId, arm, exposedAt });
  const byUnit = (values: readonly UnitValue[]) => [...values].sort((a, b) => (a.unitId < b.unitId ? -1 : 1));

  describe(`ExperimentStore: ${options.name}`, () => {
    it('answers null and nothing for what is missing', async () => {
      const store = await options.createStore();
      expect(await store.byKey(KEY)).toBeNull();
      expect(await store.list()).toEqual([]);
      expect(await store.changes(KEY)).toEqual([]);
      expect(await store.counts(KEY)).toEqual({ arms: {}, crossed: 0 });
      expect(await store.values({ experimentKey: KEY, metric: 'opened' })).toEqual([]);
      expect(await store.analyses({ experimentKey: KEY, limit: 5 })).toEqual([]);
    });

    it('gives back what was created, and the first of two by one key', async () => {
      const store = await options.createStore();
      expect(await store.create(experiment)).toEqual(experiment);
      expect(await store.create({ ...experiment, description: 'another' })).toEqual(experiment);
      const later = { ...experiment, key: 'later', createdAt: NOON + 1 };
      await store.create(later);
      expect(await store.list()).toEqual([later, experiment]);
    });

    it('takes each revision once, newest first, also of many at once', async () => {
      const store = await stored();
      const results = await Promise.all(Array.from({ length: 8 }, () => store.change(change())));
      expect(results.filter(Boolean)).toHaveLength(1);
      expect(await store.change(change({ revision: 2, exposureShare: 0.5, reason: 'more' }))).toBe(true);
      expect(await store.changes(KEY)).toEqual([change({ revision: 2, exposureShare: 0.5, reason: 'more' }), change()]);
    });

    it('exposes a unit once, and leaves out one that met two arms', async () => {
      const store = await stored();
      await store.expose([exposed('u1', 'control'), exposed('u2', 'short'), exposed('u3', 'short')]);
      await store.expose([exposed('u1', 'control', NOON + 99), exposed('u3', 'control')]);
      await store.expose([]);
      expect(await store.counts(KEY)).toEqual({ arms: { control: 1, short: 1 }, crossed: 1 });
      expect(byUnit(await store.values({ experimentKey: KEY, metric: 'opened' }))).toEqual([
        { unitId: 'u1', arm: 'control', exposedAt: NOON, value: null, recordedAt: null },
        { unitId: 'u2', arm: 'short', exposedAt: NOON, value: null, recordedAt: null },
      ]);
    });

    it('exposes the same units from many sides at once', async () => {
      const store = await stored();
      const units = Array.from({ length: 40 }, (_, n) => exposed(`u${n}`, n % 2 === 0 ? 'control' : 'short'));
      await Promise.all(
        [units, units.toReversed(), units.slice(10), units.toReversed()].map((part) => store.expose(part)),
      );
      expect(await store.counts(KEY)).toEqual({ arms: { control: 20, short: 20 }, crossed: 0 });
    });

    it('counts the value that was told last, each id once, whatever the order', async () => {
      const store = await stored();
      await store.expose([exposed('u1', 'control')]);
      const first = outcome({ id: 'a', value: 1 });
      await store.record([
        first,
        outcome({ id: 'b', value: 0, recordedAt: NOON + 30 }),
        outcome({ metric: 'cost', value: 0.25 }),
      ]);
      await store.record([
        { ...first, value: 0.5, recordedAt: NOON + 99 },
        outcome({ id: 'c', value: 1, recordedAt: NOON + 20 }),
      ]);
      await store.record([outcome({ unitId: 'nobody' })]);
      const valueOf = async (metric: string) =>
        (await store.values({ experimentKey: KEY, metric })).map(({ value }) => value);
      expect(await valueOf('opened')).toEqual([0]);
      expect(await valueOf('cost')).toEqual([0.25]);
      await store.record([outcome({ id: 'd', value: 1, recordedAt: NOON + 30 })]);
      expect(await valueOf('opened')).toEqual([1]);
    });

    it('keeps analyses, newest first', async () => {
      const store = await stored();
      for (const at of [NOON, NOON + 1, NOON + 2]) await store.saveAnalysis(analysis(at));
      expect(await store.analyses({ experimentKey: KEY, limit: 2 })).toEqual([analysis(NOON + 2), analysis(NOON + 1)]);
    });
  });
}
