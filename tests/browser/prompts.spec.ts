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
