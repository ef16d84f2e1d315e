import {
  casesOfRun,
  Experiments,
  memoryExperimentStore,
  memoryOptimisationStore,
  memoryPromptStore,
  memoryPromptTestStore,
  PromptManager,
  type PromptRunner,
} from '@pa/prompts';
import { describe, expect, it, vi } from 'vitest';
import { emptyApi, FIXTURE_NOW, jsonPost } from './__fixtures__/empty-api.ts';
import type { ApiDependencies } from './api-dependencies.ts';
import { API_BASE_PATH } from './create-api.ts';
import type { OptimisationOrder, OrderedOptimisation, PromptDesk } from './ports/prompt-desk.ts';

const draft = {
  type: 'greeting',
  systemPrompt: 'Be short.',
  userPromptTemplate: 'Greet {{data:name}}',
  modelProvider: 'openai',
  modelName: 'a-model',
  maxOutputTokens: 50,
  description: 'a test',
  createdBy: 'ada',
};
const runner: PromptRunner = {
  worstCaseNanoUsd: () => 1n,
  run: async () => ({
    text: 'Good day.',
    servedModel: 'a-model',
    inputTokens: 1,
    outputTokens: 1,
    costNanoUsd: 250n,
    latencyMs: 12,
  }),
};
const cases = [
  {
    id: 'one',
    variables: { name: 'Ferry' },
    assertions: [{ name: 'greets', kind: 'contains', text: 'Good' } as const],
  },
];

function open(overrides: Partial<ApiDependencies> = {}, desk: Partial<PromptDesk> = {}) {
  let id = 0;
  const newId = () => `id-${++id}`;
  const now = () => FIXTURE_NOW + id;
  const store = memoryPromptStore();
  const tests = memoryPromptTestStore();
  const protectedLabels = ['production'];
  const manager = new PromptManager({ store, tests, now, newId, runner, protectedLabels, capabilities: 'unchecked' });
  const experiments = new Experiments({ store: memoryExperimentStore(), secret: 'a secret', now, newId, freshMs: 0 });
  const prompts = {
    manager,
    store,
    tests,
    optimisations: memoryOptimisationStore(),
    experiments,
    protectedLabels,
    ...desk,
  };
  const { api, reported, dependencies } = emptyApi({ prompts, ...overrides });
  const ask = async (path: string, body?: unknown) => {
    const response = await api.request(API_BASE_PATH + path, body === undefined ? {} : jsonPost(body));
    return { status: response.status, body: JSON.parse(await response.text()) };
  };
  return { ask, manager, tests, reported, optimisations: prompts.optimisations, stores: dependencies.stores };
}

describe('prompts', () => {
  it('are listed, opened and compared', async () => {
    const { ask, manager } = open();
    const first = await manager.createPrompt(draft);
    await manager.createPrompt({ ...draft, systemPrompt: 'Be long.', temperature: 0.5 });
    await manager.deployPrompt(first, { deployedBy: 'ada', reason: 'first', label: 'staging' });
    const list = await ask('/prompts');
    expect(list).toMatchObject({
      status: 200,
      body: {
        prompts: [
          {
            type: 'greeting',
            latestVersion: 2,
            model: 'openai/a-model',
            labels: [{ label: 'staging', version: 1, protected: false }],
          },
        ],
      },
    });
    const detail = await ask('/prompts/greeting');
    expect(
      detail.body.versions.map((version: { version: number; temperature: number | null }) => [
        version.version,
        version.temperature,
      ]),
    ).toEqual([
      [2, 0.5],
      [1, null],
    ]);
    expect(detail.body.protectedLabels).toEqual(['production']);
    const diff = await ask('/prompts/greeting/diff?from=1&to=2');
    expect(diff.body).toMatchObject({
      parameters: [{ name: 'temperature', before: null, after: '0.5' }],
      systemPrompt: [{ kind: 'removed' }, { kind: 'added' }],
    });
    expect((await ask('/prompts/nothing')).status).toBe(404);
    expect((await ask('/prompts/greeting/diff?from=1&to=9')).status).toBe(404);
    expect((await ask('/prompts/greeting/diff?from=1')).status).toBe(400);
    expect((await ask('/prompts/Two%20words')).status).toBe(400);
  });

  it('are deployed with a reason, by whoever asks, and refused where they are not tested or somebody was faster', async () => {
    const { ask, manager, stores } = open({ authorize: () => ({ allowed: true, actor: 'ana@example.com' }) });
    const promptId = await manager.createPrompt(draft);
    expect((await ask('/prompts/deploy', { promptId })).status).toBe(400);
    expect((await ask('/prompts/deploy', { promptId, reason: ' ' })).status).toBe(400);
    expect(await ask('/prompts/deploy', { promptId, reason: 'first' })).toMatchObject({
      status: 409,
      body: { error: { code: 'not-tested' } },
    });
    await manager.testPrompt((await manager.getPrompt('greeting', 1)).prompt, cases);
    expect(await ask('/prompts/deploy', { promptId, reason: 'first' })).toMatchObject({
      status: 200,
      body: { version: 1, previousVersion: null, deployedBy: 'ana@example.com', reason: 'first', outcome: 'deployed' },
    });
    const late = await ask('/prompts/deploy', { promptId, reason: 'late', expectedPromptId: null });
    expect(late).toMatchObject({ status: 409, body: { error: { code: 'deploy-conflict' } } });
    expect((await ask('/prompts/deploy', { promptId: 'none', reason: 'x' })).status).toBe(404);
    expect((await ask('/prompts/rollback', { type: 'greeting', reason: 'x' })).status).toBe(404);
    const second = await manager.createPrompt({ ...draft, systemPrompt: 'Be long.' });
    await manager.testPrompt((await manager.getPrompt('greeting', 2)).prompt, cases);
    await ask('/prompts/deploy', { promptId: second, reason: 'longer' });
    expect((await ask('/prompts/rollback', { type: 'greeting', reason: 'worse' })).body).toMatchObject({
      version: 1,
      previousVersion: 2,
    });
    const history = (await ask('/prompts/greeting/history')).body.deployments;
    expect(history.map(({ reason, outcome }: { reason: string; outcome: string }) => [reason, outcome])).toEqual([
      ['worse', 'deployed'],
      ['longer', 'deployed'],
      ['late', 'refused'],
      ['first', 'deployed'],
    ]);
    const at = encodeURIComponent(new Date(0).toISOString());
    expect((await ask(`/prompts/greeting/history?at=${at}`)).body.deployments).toEqual([]);
    expect(await stores.events.countByName({ from: 0, to: Number.MAX_SAFE_INTEGER })).toEqual({
      prompt_deployed: 2,
      prompt_rolled_back: 1,
    });
  });

  it('show their test runs, whole and in short', async () => {
    const { ask, manager } = open();
    await manager.createPrompt(draft);
    await manager.testPrompt((await manager.getPrompt('greeting', 1)).prompt, cases, { repeats: 2 });
    const { tests } = (await ask('/prompts/greeting/tests')).body;
    expect(tests).toMatchObject([
      { version: 1, outcome: 'passed', caseCount: 1, repeatCount: 2, costNanoUsd: '500', medianLatencyMs: 12 },
    ]);
    const run = await ask(`/prompt-tests/${tests[0].id}`);
    expect(run.body.cases[0]).toMatchObject({
      caseId: 'one',
      passed: true,
      answers: [{ answer: 'Good day.', assertions: [{ name: 'greets', passed: true }] }, {}],
    });
    expect((await ask('/prompt-tests/none')).status).toBe(404);
  });

  it('are answered with 503 where nobody wired them in', async () => {
    const { ask } = open({ prompts: undefined as never });
    for (const path of ['/prompts', '/prompts/greeting', '/experiments', '/prompt-tests/x'])
      expect((await ask(path)).status).toBe(503);
    expect((await ask('/experiments/expose', { key: 'a', unitId: 'b' })).status).toBe(503);
  });
});

describe('experiments', () => {
  const experiment = {
    key: 'short',
    subject: 'interface',
    description: 'Does a table help?',
    arms: [
      { name: 'control', weight: 1, subject: 'chart' },
      { name: 'table', weight: 1, subject: 'chart-with-table' },
    ],
    primary: { name: 'opened', kind: 'rate', better: 'higher' },
    guardrails: [{ name: 'wait', kind: 'mean', better: 'lower', range: [0, 10], margin: 0.5 }],
    minimumUnits: 20,
  };

  it('are described, ramped, met, told of, judged and stopped', async () => {
    const { ask, reported } = open();
    expect(await ask('/experiments', experiment)).toMatchObject({
      status: 200,
      body: { key: 'short', exposureShare: 0, createdBy: 'admin (no sign-in)' },
    });
    expect((await ask('/experiments', { ...experiment, description: 'Another?' })).status).toBe(409);
    expect((await ask('/experiments/expose', { key: 'short', unitId: 'u' })).body).toEqual({
      arm: null,
      subject: null,
    });
    expect((await ask('/experiments/change', { key: 'short', action: 'ramp', reason: 'begin' })).status).toBe(400);
    await ask('/experiments/change', { key: 'short', action: 'ramp', exposureShare: 1, reason: 'begin' });
    const outcomes: unknown[] = [];
    for (let n = 0; n < 200; n++) {
      const { arm } = (await ask('/experiments/expose', { key: 'short', unitId: `u${n}` })).body;
      outcomes.push({ key: 'short', unitId: `u${n}`, metric: 'opened', value: arm === 'table' ? 1 : 0 });
      outcomes.push({ key: 'short', unitId: `u${n}`, metric: 'wait', value: 1 });
    }
    expect((await ask('/experiments/outcomes', { outcomes })).body).toEqual({ recorded: 400 });
    const { experiments } = (await ask('/experiments')).body;
    expect(experiments[0].analysis.comparisons[0]).toMatchObject({
      arm: 'table',
      basis: 'primary',
      primary: { estimate: 1, method: 'exact' },
      guardrails: [{ margin: 0.5 }],
    });
    expect(experiments[0].analysis.comparisons[0].primary.lower).toBeGreaterThan(0);
    await ask('/experiments/change', { key: 'short', action: 'stop', reason: 'done' });
    expect(
      (await ask('/experiments/change', { key: 'short', action: 'ramp', exposureShare: 1, reason: 'again' })).status,
    ).toBe(409);
    const detail = await ask('/experiments/short');
    expect(detail.body.changes.map(({ reason }: { reason: string }) => reason)).toEqual(['done', 'begin']);
    expect(detail.body.verdicts.length).toBeGreaterThan(0);
    expect(reported).toEqual([]);
  });

  it('refuse what they cannot be', async () => {
    const { ask } = open();
    expect((await ask('/experiments', { ...experiment, arms: [experiment.arms[0], experiment.arms[0]] })).status).toBe(
      422,
    );
    expect((await ask('/experiments', { ...experiment, key: 'Two words' })).status).toBe(400);
    expect((await ask('/experiments/none')).status).toBe(404);
    expect(
      (await ask('/experiments/outcomes', { outcomes: [{ key: 'none', unitId: 'u', metric: 'm', value: 1 }] })).status,
    ).toBe(404);
    await ask('/experiments', experiment);
    expect(
      (await ask('/experiments/outcomes', { outcomes: [{ key: 'short', unitId: 'u', metric: 'other', value: 1 }] }))
        .status,
    ).toBe(422);
  });
});

describe('optimisations', () => {
  const many = Array.from({ length: 30 }, (_, index) => ({ ...cases[0]!, id: `case ${index}` }));
  const start = { budgetNanoUsd: '500000000', reason: 'too long-winded' };

  it('are started with a budget and a reason on the cases of the newest test run that has enough', async () => {
    const orders: OptimisationOrder[] = [];
    const optimiser = {
      unavailable: null,
      start: async (order: OptimisationOrder) => {
        orders.push(order);
        return orders.length === 1;
      },
    };
    const { ask, manager, tests, stores } = open({}, { optimiser });
    const path = '/prompts/greeting/optimisations';
    expect(await ask(path, start)).toMatchObject({ status: 404 });
    await manager.createPrompt(draft);
    const prompt = (await manager.getPrompt('greeting', 1)).prompt;
    await manager.testPrompt(prompt, cases);
    expect(await ask(path, start)).toMatchObject({ status: 409, body: { error: { code: 'NOT_ENOUGH_CASES' } } });
    // Code of the caller is not stored, so that such a run cannot be run again.
    await manager.testPrompt(prompt, [
      ...many,
      {
        id: 'own',
        variables: { name: 'x' },
        assertions: [{ name: 'own', kind: 'check', check: () => ({ passed: true, reason: '' }) }],
      },
    ]);
    expect(await ask(path, start)).toMatchObject({ status: 409, body: { error: { code: 'NOT_ENOUGH_CASES' } } });
    await manager.testPrompt(prompt, many);
    const [run] = await tests.list({ type: 'greeting', limit: 1 });
    await manager.testPrompt(prompt, cases);
    for (const wrong of [
      { ...start, reason: '' },
      { budgetNanoUsd: '1' },
      { ...start, budgetNanoUsd: '0' },
      { ...start, budgetNanoUsd: '0.5' },
    ]) {
      expect((await ask(path, wrong)).status).toBe(400);
    }
    expect(orders).toEqual([]);
    const asked = await ask(path, start);
    expect(asked).toMatchObject({
      status: 202,
      body: { ...start, type: 'greeting', caseCount: 30, testRunId: run?.id },
    });
    expect(orders).toEqual([
      {
        type: 'greeting',
        testRunId: run?.id,
        budgetNanoUsd: 500_000_000n,
        requestedBy: 'admin (no sign-in)',
        reason: start.reason,
      },
    ]);
    expect(run === undefined ? null : casesOfRun(run)).toEqual(many);
    expect(await ask(path, start)).toMatchObject({ status: 409, body: { error: { code: 'ALREADY_RUNNING' } } });
    expect(await stores.events.countByName({ from: 0, to: Number.MAX_SAFE_INTEGER })).toEqual({
      prompt_optimisation_started: 1,
    });
  });

  it('say that they need a key where there is none', async () => {
    const optimiser = { unavailable: 'It needs a key.', start: () => Promise.reject(new TypeError('is not asked')) };
    const { ask, manager } = open({}, { optimiser });
    await manager.createPrompt(draft);
    const path = '/prompts/greeting/optimisations';
    expect(await ask(path, start)).toMatchObject({ status: 503, body: { error: { message: 'It needs a key.' } } });
    const without = open();
    await without.manager.createPrompt(draft);
    expect(await without.ask(path, start)).toMatchObject({ status: 503, body: { error: { code: 'NOT_CONFIGURED' } } });
  });

  it('say what came of the newest order, so that one that failed is not waited for', async () => {
    const requestedAt = Date.parse('2026-11-28T09:00:00Z');
    const newest = vi.fn(async (_type: string): Promise<OrderedOptimisation | null> => null);
    const optimiser = { unavailable: null, start: async () => true, newest };
    const { ask, manager } = open({}, { optimiser });
    await manager.createPrompt(draft);
    const path = '/prompts/greeting/optimisations';
    expect((await ask(path)).body).toEqual({ optimisations: [], newestOrder: null });
    newest.mockResolvedValue({ state: 'under-way', requestedAt, reason: null });
    expect((await ask(path)).body).toMatchObject({ newestOrder: { state: 'under-way', reason: null } });
    newest.mockResolvedValue({ state: 'failed', requestedAt, reason: 'the provider was away' });
    expect((await ask(path)).body).toMatchObject({
      newestOrder: { state: 'failed', requestedAt: '2026-11-28T09:00:00.000Z', reason: 'the provider was away' },
    });
    expect(newest).toHaveBeenCalledWith('greeting');
  });

  it('shows what was tried, what it cost and what came of it', async () => {
    const { ask, manager, optimisations } = open();
    const base = await manager.createPrompt(draft);
    const candidatePromptId = await manager.createPrompt({ ...draft, systemPrompt: 'Be short and kind.' });
    expect((await ask('/prompts/greeting/optimisations')).body).toEqual({ optimisations: [], newestOrder: null });
    await optimisations.record({
      id: 'run',
      type: 'greeting',
      status: 'improved',
      reason: 'It is better on the held-out cases.',
      basePromptId: base,
      candidatePromptId,
      heldOut: null,
      split: { train: ['a', 'b'], validation: ['c'], test: ['d'] },
      steps: [
        {
          round: 0,
          kind: 'base',
          parent: null,
          systemPrompt: 'Be short.',
          part: 'validation',
          score: 0.5,
          passedCaseCount: 1,
          caseCount: 2,
          spentNanoUsd: 9_007_199_254_740_993n,
          dropped: null,
        },
      ],
      seed: 1,
      proposer: { modelProvider: 'openai', modelName: 'a-model' },
      budgetNanoUsd: 10n,
      spentNanoUsd: 9n,
      startedAt: FIXTURE_NOW,
    });
    const { status, body } = await ask('/prompts/greeting/optimisations');
    expect(status).toBe(200);
    expect(body.optimisations).toMatchObject([
      {
        id: 'run',
        status: 'improved',
        baseVersion: 1,
        candidatePromptId,
        candidateVersion: 2,
        caseCounts: { train: 2, validation: 1, test: 1 },
        steps: [{ kind: 'base', score: 0.5, spentNanoUsd: '9007199254740993' }],
        proposer: 'openai/a-model',
        spentNanoUsd: '9',
      },
    ]);
    expect((await ask('/prompts/greeting/optimisations?limit=0')).status).toBe(400);
  });
});
