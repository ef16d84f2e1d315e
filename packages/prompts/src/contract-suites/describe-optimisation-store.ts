import { describe, expect, it } from 'vitest';
import type { OptimisationStore, PromptOptimization } from '../optimise/optimisation.ts';

const NOON = 1_767_268_800_000;

function optimization(overrides: Partial<PromptOptimization> = {}): PromptOptimization {
  return {
    id: 'o-1',
    type: 'market_summary',
    status: 'improved',
    reason: 'Better – größer als zuvor.',
    basePromptId: 'p-1',
    candidatePromptId: 'p-2',
    heldOut: {
      baselineRunId: 'r-1',
      pairs: 12,
      method: 'bootstrap',
      difference: 0.2,
      interval: { lower: 0.1, upper: 0.3 },
      pValue: null,
      verdict: 'better',
    },
    split: { train: ['a'], validation: ['b'], test: ['c'] },
    steps: [
      {
        round: 0,
        kind: 'base',
        parent: null,
        systemPrompt: 'You write.\n"Well".',
        part: 'validation',
        score: 0.5,
        passedCaseCount: 1,
        caseCount: 2,
        spentNanoUsd: 9_007_199_254_740_993n,
        dropped: null,
      },
    ],
    seed: 1,
    proposer: { modelProvider: 'anthropic', modelName: 'a-model' },
    budgetNanoUsd: 20_000_000_000_000_000n,
    spentNanoUsd: 9_007_199_254_740_993n,
    startedAt: NOON,
    ...overrides,
  };
}

/** Proves that a store keeps the contract of `OptimisationStore`. Every test gets an empty store. */
export function describeOptimisationStore(options: {
  readonly name: string;
  readonly createStore: () => Promise<OptimisationStore> | OptimisationStore;
}): void {
  describe(`OptimisationStore: ${options.name}`, () => {
    it('gives back exactly what was recorded, once, and null for what was not', async () => {
      const store = await options.createStore();
      expect(await store.byId('o-1')).toBeNull();
      const none = optimization({ id: 'o-2', candidatePromptId: null, heldOut: null, status: 'not-improved' });
      await store.record(optimization());
      await store.record(none);
      await store.record(optimization({ reason: 'another' }));
      expect(await store.byId('o-1')).toEqual(optimization());
      expect(await store.byId('o-2')).toEqual(none);
    });

    it('lists those of a type, the newest first', async () => {
      const store = await options.createStore();
      expect(await store.list({ type: 'market_summary', limit: 5 })).toEqual([]);
      await store.record(optimization({ id: 'a' }));
      await store.record(optimization({ id: 'b' }));
      await store.record(optimization({ id: 'c', startedAt: NOON + 1 }));
      await store.record(optimization({ id: 'd', type: 'anomaly', startedAt: NOON + 2 }));
      expect((await store.list({ type: 'market_summary', limit: 2 })).map(({ id }) => id)).toEqual(['c', 'b']);
    });
  });
}
