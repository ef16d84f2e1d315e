import { expect, test } from './healthy-page.ts';
import { overflowOf } from './open-overview.ts';
import { violationsOf } from './page-violations.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test('prompts have no violation, fit the screen, and show their text', async ({ page }) => {
      await page.goto('/prompts/');
      await expect(page.getByRole('heading', { name: 'Prompts', level: 1 })).toBeVisible();
      await expect(page.locator('#versions').getByText('Instructions', { exact: true })).toBeVisible();
      await expect(page.locator('#experiments')).toContainText(/No experiments yet|take part|Stopped/);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      expect(await violationsOf(page)).toEqual([]);
    });
  });
}

test('every prompt of the API is listed and opens', { tag: '@once' }, async ({ page }) => {
  const { prompts } = await (await page.request.get('/api/analytics/llm/prompts')).json();
  expect(prompts.length).toBeGreaterThan(0);
  await page.goto('/prompts/');
  const list = page.locator('#prompts').getByRole('button');
  await expect(list).toHaveCount(prompts.length);
  await list.last().click();
  await expect(list.last()).toHaveAttribute('aria-current', 'true');
  await expect(page.locator('#versions').getByText('Instructions', { exact: true })).toBeVisible();
});

test('an experiment is shown with its verdict', { tag: '@once' }, async ({ page }) => {
  const post = (path: string, data: unknown) => page.request.post(`/api/analytics/llm/experiments${path}`, { data });
  const key = 'browser-table';
  await post('', {
    key,
    subject: 'interface',
    description: 'Does a table help?',
    arms: [
      { name: 'control', weight: 1, subject: 'chart' },
      { name: 'table', weight: 1, subject: 'chart-with-table' },
    ],
    primary: { name: 'opened', kind: 'rate', better: 'higher' },
    minimumUnits: 20,
  });
  await post('/change', { key, action: 'ramp', exposureShare: 1, reason: 'a test' });
  const outcomes = [];
  for (let unit = 0; unit < 120; unit++) {
    const { arm } = await (await post('/expose', { key, unitId: `u${unit}` })).json();
    outcomes.push({ key, unitId: `u${unit}`, metric: 'opened', value: arm === 'table' ? 1 : 0 });
  }
  await post('/outcomes', { outcomes });
  await page.goto('/prompts/');
  const experiments = page.locator('#experiments');
  await expect(experiments).toContainText('browser-table');
  await expect(experiments.getByText('Win', { exact: true }).first()).toBeVisible();
  await expect(experiments.getByRole('img', { name: /^opened: \+100/ }).first()).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
});

test('an experiment is started, ramped and stopped, each with a reason', { tag: '@once' }, async ({ page }) => {
  await page.goto('/prompts/');
  const experiments = page.locator('#experiments');
  await experiments.getByRole('button', { name: 'New experiment' }).click();
  const dialog = page.getByRole('dialog');
  const key = 'browser-started';
  for (const [label, value] of [
    ['Key', key],
    ['Question', 'Is a shorter summary read to its end?'],
    ['Control', 'market_summary@1'],
    ['Challenger', 'market_summary@2'],
    ['Metric', 'read'],
    ['Take part at first, per cent', '10'],
    ['Reason', 'readers ask for less'],
  ] as const) {
    await dialog.getByLabel(label).fill(value);
  }
  expect(await violationsOf(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Start' }).click();
  const row = experiments.getByRole('listitem').filter({ hasText: key });
  await expect(row).toContainText('10% take part');
  await expect(dialog).toBeHidden();

  await row.getByRole('button', { name: `Ramp ${key}` }).click();
  await dialog.getByLabel('Take part, per cent').fill('150');
  await dialog.getByLabel('Reason').fill('nobody complained');
  await dialog.getByRole('button', { name: 'Change' }).click();
  await expect(dialog.getByRole('alert')).toContainText('from 0 to 100');
  await dialog.getByLabel('Take part, per cent').fill('50');
  await dialog.getByRole('button', { name: 'Change' }).click();
  await expect(row).toContainText('50% take part');
  await expect(dialog).toBeHidden();

  await row.getByRole('button', { name: `Stop ${key}` }).click();
  await expect(dialog.getByRole('button', { name: 'Stop for good' })).toBeDisabled();
  await dialog.getByLabel('Reason').fill('the question is answered');
  await dialog.getByRole('button', { name: 'Stop for good' }).click();
  await expect(row).toContainText('Stopped');
  const { changes } = await (await page.request.get(`/api/analytics/llm/experiments/${key}`)).json();
  expect(changes.map(({ reason }: { reason: string }) => reason)).toEqual([
    'the question is answered',
    'nobody complained',
    'readers ask for less',
  ]);
});

test('an order of the optimiser that failed says so, and the next can be given', { tag: '@once' }, async ({ page }) => {
  // The queue of the product has no order without a key: its answer is put in place of it, at work first, then failed.
  let state = 'under-way';
  await page.route(/\/prompts\/[^/]+\/optimisations/, async (route) => {
    const reason = state === 'failed' ? 'the provider was away' : null;
    const newestOrder = { state, requestedAt: '2026-11-28T09:00:00.000Z', reason };
    await route.fulfill({ json: { optimisations: [], newestOrder } });
  });
  await page.goto('/prompts/');
  const panel = page.locator('#optimisations');
  const start = panel.getByRole('button', { name: 'Look for a better version' });
  await expect(panel.getByRole('status')).toContainText('It is at work');
  await expect(start).toBeDisabled();
  state = 'failed';
  await expect(panel.getByRole('status')).toContainText('failed: the provider was away', { timeout: 20_000 });
  await expect(start).toBeEnabled();
});

test.describe('without a key', () => {
  test.use({ provokedFault: /status of 503/ });

  test('the optimiser is asked for with a budget and a reason, and says what it needs', { tag: '@once' }, async ({
    page,
  }) => {
    await page.goto('/prompts/');
    const panel = page.locator('#optimisations');
    await panel.getByRole('button', { name: 'Look for a better version' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('button', { name: 'Start' })).toBeDisabled();
    await dialog.getByLabel('Reason').fill('the texts are too long');
    await dialog.getByLabel('Budget in dollars').fill('half a dollar');
    await dialog.getByRole('button', { name: 'Start' }).click();
    await expect(dialog.getByRole('alert')).toContainText('no amount of dollars');
    expect(await violationsOf(page)).toEqual([]);
    await dialog.getByLabel('Budget in dollars').fill('0.50');
    await dialog.getByRole('button', { name: 'Start' }).click();
    await expect(dialog.getByRole('alert')).toContainText('needs a key');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toBeHidden();
  });
});
