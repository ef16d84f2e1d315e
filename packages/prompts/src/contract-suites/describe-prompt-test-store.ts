import { describe, expect, it } from 'vitest';
import type { PromptTestRun } from '../evaluate/prompt-test-run.ts';
import type { PromptTestStore } from '../evaluate/prompt-test-store.ts';

const NOON = 1_767_268_800_000;

function testRun(overrides: Partial<PromptTestRun> = {}): PromptTestRun {
  return {
    id: 'run-1',
    type: 'market_summary',
    promptId: 'prompt-1',
    version: 1,
    contentHash: 'c'.repeat(64),
    modelProvider: 'anthropic',
    modelName: 'a-model',
    ownModel: true,
    startedAt: NOON,
    cases: [
      {
        caseId: 'a',
        caseHash: '0'.repeat(16),
        variables: { title: 'größte "Sorgfalt"', count: 3 },
        repeats: [
          {
            answer: '{"price": 61500}',
            assertions: [{ name: 'price', kind: 'numeric', passed: true, score: 1, reason: 'It is 61500.' }],
            error: null,
            costNanoUsd: 9_007_199_254_740_993n,
            latencyMs: 812.5,
          },
          { answer: null, assertions: [], error: 'The provider is overloaded.', costNanoUsd: null, latencyMs: null },
        ],
        passed: false,
        flaky: true,
        score: 0.5,
      },
    ],
    repeatCount: 2,
    passedCaseCount: 0,
    flakyCaseCount: 1,
    passRateInterval: { lower: 0, upper: 0.975 },
    costNanoUsd: 9_007_199_254_740_993n,
    judgeCostNanoUsd: 0n,
    latencyMs: { median: 812.5, p95: 812.5 },
    comparison: {
      baselineRunId: 'run-0',
      pairs: 1,
      method: 'bootstrap',
      difference: -0.5,
      interval: { lower: -1, upper: 1 },
      pValue: null,
      verdict: 'undecided',
    },
    outcome: 'failed',
    reason: '0 of 1 cases pass.',
    ...overrides,
  };
}

/** Proves that a store keeps the contract of `PromptTestStore`. */
export function describePromptTestStore(options: {
  readonly name: string;
  readonly createStore: () => Promise<PromptTestStore> | PromptTestStore;
}): void {
  describe(`PromptTestStore: ${options.name}`, () => {
    it('answers null and an empty list for what is missing', async () => {
      const store = await options.createStore();
      expect(await store.byId('run-1')).toBeNull();
      expect(await store.list({ type: 'market_summary', limit: 10 })).toEqual([]);
    });

    it('gives back exactly what was recorded, once', async () => {
      const store = await options.createStore();
      const draftRun = testRun({
        id: 'run-2',
        promptId: null,
        version: null,
        comparison: null,
        latencyMs: null,
        costNanoUsd: null,
      });
      await store.record(testRun());
      await store.record(draftRun);
      await store.record(testRun({ outcome: 'passed' }));
      expect(await store.byId('run-1')).toEqual(testRun());
      expect(await store.byId('run-2')).toEqual(draftRun);
    });

    it('lists the newest first, of a version and on its own model where asked', async () => {
      const store = await options.createStore();
      await store.record(testRun({ id: 'b', startedAt: NOON + 1 }));
      await store.record(testRun({ id: 'a', startedAt: NOON + 1 }));
      await store.record(testRun({ id: 'c' }));
      await store.record(testRun({ id: 'd', startedAt: NOON + 2, ownModel: false }));
      await store.record(testRun({ id: 'e', startedAt: NOON + 3, promptId: 'prompt-2' }));
      await store.record(testRun({ id: 'f', startedAt: NOON + 4, type: 'anomaly' }));
      const ids = async (query: { promptId?: string; ownModel?: boolean; limit?: number }) =>
        (await store.list({ type: 'market_summary', limit: 10, ...query })).map(({ id }) => id);
      expect(await ids({})).toEqual(['e', 'd', 'b', 'a', 'c']);
      expect(await ids({ promptId: 'prompt-1', ownModel: true })).toEqual(['b', 'a', 'c']);
      expect(await ids({ limit: 1 })).toEqual(['e']);
    });
  });
}
