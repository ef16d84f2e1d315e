import { expect, test } from './healthy-page.ts';
import { overflowOf } from './open-overview.ts';
import { violationsOf } from './page-violations.ts';

const api = '/api/analytics/llm';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test('the costs have no violation and fit the screen, with an open form too', async ({ page }) => {
      await page.goto('/costs/');
      await expect(page.locator('#budgets')).toContainText(/ of \$[\d,.]+/);
      await expect(page.locator('#daily').getByRole('img').locator('svg')).toBeVisible();
      expect(await violationsOf(page)).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      await page.getByRole('button', { name: 'New budget' }).click();
      await expect(page.getByRole('dialog').getByLabel('Limit in dollars')).toBeVisible();
      await page.waitForTimeout(400);
      expect(await violationsOf(page)).toEqual([]);
    });

    test('the cache has no violation and fits the screen', async ({ page }) => {
      await page.goto('/cache/');
      await expect(page.getByRole('group', { name: 'Questions' })).toContainText(/\d/);
      expect(await violationsOf(page)).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    });
  });
}

test('the figures of the costs are those of the API', async ({ page }) => {
  await page.goto('/costs/');
  const costs = await (await page.request.get(`${api}/costs`)).json();
  await expect(page.getByRole('group', { name: 'Spent today' })).toContainText('$');
  for (const { budget } of costs.budgets) await expect(page.locator('#budgets')).toContainText(budget.id);
  for (const by of ['Model', 'Prompt version', 'User', 'Feature']) {
    await page.locator('#breakdown').getByText(by, { exact: true }).first().click();
    await expect(page.locator('#breakdown')).toContainText(/No model was called|Cost/);
  }
});

test('a budget is put in force and taken out with a reason that is kept', { tag: '@once' }, async ({ page }) => {
  await page.goto('/costs/');
  await page.getByRole('button', { name: 'New budget' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Name').fill('browser-test');
  await form.getByLabel('Limit in dollars').fill('much');
  await form.getByLabel('Reason').fill('to see it in the browser');
  await form.getByRole('button', { name: 'Put in force' }).click();
  await expect(form.getByRole('alert')).toContainText('no amount of dollars');
  await form.getByLabel('Limit in dollars').fill('12.5');
  await form.getByRole('button', { name: 'Put in force' }).click();
  await expect(page.locator('#budgets').getByRole('status')).toContainText('in force');
  await expect(page.locator('#budgets')).toContainText('$0.00 of $12.50');

  await page.getByRole('button', { name: 'Change browser-test' }).click();
  await form.getByLabel('Reason').fill('it was seen');
  await form.getByRole('button', { name: 'Take out of force' }).click();
  await expect(page.getByRole('button', { name: 'Change browser-test' })).toBeHidden();
  await page.getByText('Who changed them, and why').click();
  await expect(page.locator('#budgets')).toContainText('it was seen');
  await expect(page.locator('#budgets')).toContainText('to see it in the browser');
});

test('answers are thrown away with a reason that is kept', { tag: '@once' }, async ({ page }) => {
  await page.goto('/cache/');
  const panel = page.locator('#invalidate');
  await panel.getByLabel('What').fill('tag:browser-test');
  await panel.getByLabel('Reason').fill('to see it in the browser');
  await panel.getByRole('button', { name: 'Throw away' }).click();
  await expect(panel.getByRole('status')).toContainText('"tag:browser-test" is thrown away');
  await expect(panel.getByRole('listitem').first()).toContainText('to see it in the browser');
});

test.describe('a failing server', () => {
  test.use({ provokedFault: /422/ });

  test('a server that does not answer is said, with a second try', { tag: '@once' }, async ({ page }) => {
    await page.route(`**${api}/costs*`, (route) =>
      route.fulfill({ status: 422, json: { error: { code: 'X', message: 'Ask again later.', requestId: '1' } } }),
    );
    await page.goto('/costs/');
    await expect(page.getByRole('alert').filter({ hasText: 'The costs could not be loaded' })).toContainText(
      'Ask again later.',
    );
    await page.unroute(`**${api}/costs*`);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('#budgets')).toContainText('month');
  });
});
