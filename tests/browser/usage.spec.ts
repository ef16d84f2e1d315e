import { expect, test } from './healthy-page.ts';
import { overflowOf } from './open-overview.ts';
import { violationsOf } from './page-violations.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test('use and speed have no violation and fit the screen', async ({ page }) => {
      await page.goto('/usage/');
      await expect(page.getByRole('region', { name: 'Times of the server' })).toBeVisible();
      expect(await violationsOf(page)).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    });
  });
}

test('a use is counted, an answer is timed, and the daily run is told step by step', async ({ page }) => {
  await page.goto('/usage/');
  const uses = page.getByRole('region', { name: 'Uses by feature' });
  const asked = async (): Promise<number> => {
    const row = uses.getByRole('row', { name: /Question asked/ });
    return (await row.count()) === 0 ? 0 : Number((await row.getByRole('cell').first().innerText()).replace(/\D/g, ''));
  };
  await page.request.post('/api/analytics/llm/chat', { data: { question: 'How many 911s were sold?' } });
  await page.reload();
  await expect(uses).toBeVisible();
  const before = await asked();
  expect(before).toBeGreaterThan(0);
  await page.request.post('/api/analytics/llm/chat', { data: { question: 'How many Caymans were sold?' } });
  await page.reload();
  await expect(uses).toBeVisible();
  expect(await asked()).toBe(before + 1);
  await expect(page.getByRole('region', { name: 'Times of the server' })).toContainText('POST /chat');
  await expect(page.getByRole('region', { name: 'Steps of the daily run' })).toContainText('Analyse');
  await page.getByText('7 days', { exact: true }).click();
  await expect(uses).toContainText('Question asked');
});
