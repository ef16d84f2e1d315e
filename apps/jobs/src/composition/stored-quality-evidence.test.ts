import { CostMonitor, memoryCallLedger } from '@pa/cost';
import { Experiments, memoryExperimentStore, memoryPromptStore, memoryPromptTestStore } from '@pa/prompts';
import { describe, expect, it } from 'vitest';
import { storedQualityEvidence } from './stored-quality-evidence.ts';

const NOW = Date.UTC(2026, 10, 20);
const period = { from: NOW - 86_400_000, to: NOW + 86_400_000 };
const draft = {
  type: 'market_summary',
  description: 'A summary of the market.',
  systemPrompt: 'Sum it up.',
  userPromptTemplate: 'Facts: {{facts}}',
  variables: { facts: { kind: 'text' } },
  modelProvider: 'openai',
  modelName: 'gpt-6-luna',
  createdBy: 'test',
} as const;

function setUp() {
  const stores = {
    prompts: memoryPromptStore(),
    promptTests: memoryPromptTestStore(),
    experiments: memoryExperimentStore(),
  };
  let ids = 0;
  const newId = () => `id-${++ids}`;
  const experiments = new Experiments({ store: stores.experiments, secret: 's'.repeat(32), now: () => NOW, newId });
  return { stores, experiments };
}

describe('storedQualityEvidence', () => {
  it('counts the newest test run of each model, and units of experiments', async () => {
    const { stores, experiments } = setUp();
    const run = (id: string, over: object) => ({
      id,
      type: 'market_summary',
      promptId: null,
      version: null,
      contentHash: 'h',
      modelProvider: 'openai',
      modelName: 'gpt-6-luna',
      ownModel: true,
      startedAt: NOW - 10,
      cases: Array.from({ length: 4 }, (_, index) => ({
        caseId: `${index}`,
        repeats: [index === 3 ? { costNanoUsd: null, latencyMs: null } : { costNanoUsd: 250n, latencyMs: 300 + index }],
      })),
      repeatCount: 1,
      passedCaseCount: 3,
      flakyCaseCount: 0,
      passRateInterval: { lower: 0, upper: 1 },
      costNanoUsd: 1n,
      judgeCostNanoUsd: null,
      latencyMs: null,
      comparison: null,
      outcome: 'passed',
      reason: 'a test',
      ...over,
    });
    const { id } = await stores.prompts.add({ draft, id: 'p1', contentHash: 'h1', createdAt: NOW });
    expect(id).toBe('p1');
    for (const each of [
      run('old', { passedCaseCount: 0, startedAt: NOW - 20 }),
      run('new', {}),
      run('other', { modelName: 'gpt-6-terra', passedCaseCount: 4 }),
      run('long-ago', { modelName: 'gpt-5', startedAt: NOW - 90 * 86_400_000 }),
    ]) {
      await stores.promptTests.record(each as never);
    }
    await experiments.create({
      key: 'models',
      subject: 'model',
      description: 'which',
      arms: [
        { name: 'control', weight: 1, subject: 'chat@openai/gpt-6-luna' },
        { name: 'challenger', weight: 1, subject: 'chat@anthropic/claude-haiku-5-5' },
      ],
      primary: { name: 'answered', kind: 'rate', better: 'higher' },
      createdBy: 'test',
    });
    await experiments.ramp('models', { exposureShare: 1, changedBy: 'test', reason: 'a test' });
    const met: Record<string, number> = {};
    for (let unit = 0; unit < 40; unit++) {
      const arm = await experiments.expose('models', `u${unit}`);
      met[arm?.name ?? ''] = (met[arm?.name ?? ''] ?? 0) + 1;
      if (arm?.name === 'control') {
        await experiments.record([{ experimentKey: 'models', unitId: `u${unit}`, metric: 'answered', value: 1 }]);
      }
    }
    const calls = { costsNanoUsd: [250, 250, 250], answerMs: [300, 301, 302] };
    const evidence = await storedQualityEvidence(stores).evidence(period);
    expect(evidence).toEqual([
      { feature: 'market_summary', provider: 'openai', model: 'gpt-6-terra', successes: 4, trials: 4, calls },
      { feature: 'market_summary', provider: 'openai', model: 'gpt-6-luna', successes: 3, trials: 4, calls },
      { feature: 'chat', provider: 'openai', model: 'gpt-6-luna', successes: met['control'], trials: met['control'] },
      { feature: 'chat', provider: 'anthropic', model: 'claude-haiku-5-5', successes: 0, trials: met['challenger'] },
    ]);
  });

  it('lets the monitor weigh models by it', async () => {
    const { stores } = setUp();
    const monitor = new CostMonitor({
      ledger: memoryCallLedger(),
      now: () => NOW,
      newId: () => 'id',
      evidence: storedQualityEvidence(stores),
    });
    expect(await monitor.optimizeModelSelection()).toEqual([]);
  });
});
