import { expect, test } from './healthy-page.ts';
import { overflowOf } from './open-overview.ts';
import { violationsOf } from './page-violations.ts';

const api = '/api/analytics/llm';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test('notices and preferences have no violation and fit the screen', async ({ page }) => {
      await page.goto('/preferences/');
      await expect(page.locator('#notices')).toContainText('Market analysis of');
      await expect(page.locator('#preferences').getByLabel('Models that I watch')).toBeVisible();
      expect(await violationsOf(page)).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    });
  });
}

test('what the reader prefers is kept and on show again', { tag: '@once' }, async ({ page }) => {
  await page.goto('/preferences/');
  const panel = page.locator('#preferences');
  await panel.getByRole('switch', { name: 'Every critical anomaly among the cars that I watch' }).check();
  const trims = panel.getByLabel('Trims that I watch');
  await trims.fill('GT3 RS');
  await trims.press('Enter');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByRole('status')).toContainText('Saved');
  const kept = await (await page.request.get(`${api}/preferences`)).json();
  expect(kept).toMatchObject({ anomalyAlerts: true, watchedTrims: ['GT3 RS'], depth: 'standard' });
  await page.reload();
  await expect(panel).toContainText('GT3 RS');
  await page.locator('#notices').getByText('Me', { exact: true }).click();
  await expect(page.locator('#notices')).toContainText(/Nothing yet|Market analysis of/);
  await page.request.delete(`${api}/preferences`);
});
