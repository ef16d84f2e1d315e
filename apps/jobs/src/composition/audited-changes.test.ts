import { createStores } from '@pa/db';
import { openTestPGlite, openTestPostgres } from '@pa/db/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../settings/read-settings.ts';
import { createMarketAnalyst } from './market-analyst.ts';
import { createPipelines, type Pipelines } from './pipeline-dependencies.ts';
import { createProductAccounts } from './product-accounts.ts';
import { createProductApi, type ProductApi } from './product-api.ts';
import { NO_KEY } from './run-optimisation.ts';

const places = ['PGlite', ...(process.env['PA_TEST_DATABASE_URL'] === undefined ? [] : ['Postgres'])];
const PATH = '/api/analytics/llm';
const draft = {
  type: 'greeting',
  systemPrompt: 'Be short.',
  userPromptTemplate: 'Greet {{data:name}}',
  modelProvider: 'anthropic',
  modelName: 'claude-haiku-5-5',
  maxOutputTokens: 50,
  description: 'a test',
  createdBy: 'ada',
};
const budget = {
  id: 'month',
  scope: { kind: 'global' },
  window: { kind: 'calendar', period: 'month', timeZone: 'UTC' },
  limitNanoUsd: '200000000000',
};

// The product as it is wired, over its own database, asked as a page asks.
describe.each(places)('changes of money and prompts in %s', (place) => {
  let opened: Awaited<ReturnType<typeof openTestPGlite>>;
  let pipelines: Pipelines;
  let product: ProductApi;
  const now = Date.now;

  beforeAll(async () => {
    opened = place === 'PGlite' ? await openTestPGlite() : await openTestPostgres();
    const settings = readSettings({ environment: { PA_PROTECTED_LABELS: '' }, folder: import.meta.dirname });
    pipelines = createPipelines(opened.database, { now, settings });
    const stores = createStores(opened.database);
    product = await createProductApi(pipelines.dependencies, {
      ...createProductAccounts(stores, { now, settings, cache: pipelines.cache }),
      prompts: {
        ...pipelines.prompts,
        store: stores.prompts,
        tests: stores.promptTests,
        optimisations: stores.optimisations,
        optimiser: { unavailable: NO_KEY, start: () => Promise.reject(new TypeError('is not asked')) },
        protectedLabels: [],
      },
      analyst: createMarketAnalyst(stores, { now, settings }),
      allowedHosts: null,
      enqueueScan: async () => undefined,
      onError: (line) => expect.fail(line),
    });
  });
  afterAll(async () => {
    await pipelines.close();
    await opened.close();
  });

  async function ask(path: string, body?: unknown) {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await product.api.request(PATH + path, body === undefined ? {} : init);
    return { status: response.status, body: JSON.parse(await response.text()) };
  }
  const rows = async (query: string) =>
    (await sql.raw<Record<string, unknown>>(query).execute(opened.database.kysely)).rows;

  it('a budget is changed and taken away with a reason only, and both are written down', async () => {
    for (const wrong of [budget, { ...budget, reason: '' }, { ...budget, reason: ' ' }]) {
      expect((await ask('/budgets/change', wrong)).status).toBe(400);
    }
    expect((await ask('/budgets/remove', { id: 'month' })).status).toBe(400);
    expect(await rows('select * from budget_changes')).toEqual([]);
    expect((await ask('/budgets/change', { ...budget, reason: 'the launch is over' })).status).toBe(200);
    expect((await ask('/budgets/remove', { id: 'month', reason: 'no more calls' })).status).toBe(200);
    expect(await rows('select budget_id, reason, changed_by from budget_changes order by changed_at, reason')).toEqual(
      expect.arrayContaining([
        { budget_id: 'month', reason: 'the launch is over', changed_by: 'admin (no sign-in)' },
        { budget_id: 'month', reason: 'no more calls', changed_by: 'admin (no sign-in)' },
      ]),
    );
    const { changes } = (await ask('/budgets')).body;
    expect(changes.map(({ reason }: { readonly reason: string }) => reason).slice(0, 2)).toEqual([
      'no more calls',
      'the launch is over',
    ]);
  });

  it('a prompt is deployed and rolled back with a reason only, and every try is written down', async () => {
    const { manager } = pipelines.prompts;
    const first = await manager.createPrompt(draft);
    const second = await manager.createPrompt({ ...draft, systemPrompt: 'Be long.' });
    expect((await ask('/prompts/deploy', { promptId: first })).status).toBe(400);
    expect((await ask('/prompts/deploy', { promptId: first, reason: ' ' })).status).toBe(400);
    expect((await ask('/prompts/deploy', { promptId: first, reason: 'first' })).status).toBe(200);
    expect((await ask('/prompts/deploy', { promptId: second, reason: 'longer' })).status).toBe(200);
    expect((await ask('/prompts/deploy', { promptId: first, reason: 'late', expectedPromptId: first })).status).toBe(
      409,
    );
    expect((await ask('/prompts/rollback', { type: 'greeting' })).status).toBe(400);
    expect((await ask('/prompts/rollback', { type: 'greeting', reason: 'worse' })).status).toBe(200);
    expect(await rows('select reason, deployed_by from prompt_deployments order by deployed_at')).toEqual(
      ['first', 'longer', 'late', 'worse'].map((reason) => ({ reason, deployed_by: 'admin (no sign-in)' })),
    );
    expect((await ask('/prompts/greeting')).body.labels).toMatchObject([{ label: 'production', version: 1 }]);
  });

  it('the optimiser asks for a reason, and says that it needs a key', async () => {
    const path = '/prompts/greeting/optimisations';
    expect((await ask(path, { budgetNanoUsd: '500000000' })).status).toBe(400);
    expect(await ask(path, { budgetNanoUsd: '500000000', reason: 'too curt' })).toMatchObject({
      status: 503,
      body: { error: { message: expect.stringContaining('needs a key') } },
    });
  });

  it('answers are thrown away with a reason only, which is written down', async () => {
    expect((await ask('/cache/invalidate', { pattern: 'tag:model:911' })).status).toBe(400);
    expect((await ask('/cache/invalidate', { pattern: 'tag:model:911', reason: 'wrong figures' })).status).toBe(200);
    expect((await ask('/cache')).body.invalidations).toMatchObject([
      { pattern: 'tag:model:911', reason: 'wrong figures' },
    ]);
  });
});
