import type { Page } from '@playwright/test';
import { expect, test } from './healthy-page.ts';
import { overflowOf } from './open-overview.ts';
import { violationsOf } from './page-violations.ts';

const api = '/api/analytics/llm';

async function isSound(page: Page): Promise<void> {
  expect(await violationsOf(page)).toEqual([]);
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test('forecast, season, correlations and accuracy have no violation and fit the screen', async ({ page }) => {
      await page.goto('/forecast/');
      await expect(page.locator('main').getByRole('img').locator('svg').first()).toBeVisible();
      await isSound(page);
      await page.goto('/season/');
      await expect(page.locator('#season')).toContainText(/season/i);
      await isSound(page);
      await page.goto('/correlations/');
      await expect(page.locator('#correlations')).toContainText(/911|Too little to compare/);
      await isSound(page);
      await page.goto('/accuracy/');
      await expect(page.locator('main')).toContainText(/\d|No accuracy is claimed/);
      await isSound(page);
    });
  });
}

test('the accuracy is that of the API, misses included', { tag: '@once' }, async ({ page }) => {
  const report = await (await page.request.get(`${api}/accuracy`)).json();
  await page.goto('/accuracy/');
  expect(report.settledCount).toBeGreaterThan(0);
  await expect(page.locator('main')).toContainText(new Intl.NumberFormat('en-US').format(report.settledCount));
});

test('a season is named only where the test finds one', { tag: '@once' }, async ({ page }) => {
  const answered = page.waitForResponse((response) => response.url().includes('/seasonality'));
  await page.goto('/season/');
  const { seasons } = await (await answered).json();
  const [{ refusal, exists }] = seasons;
  const verdict =
    refusal !== null ? 'Too few months to tell' : exists ? 'Prices of like cars swing by' : 'No season found';
  await expect(page.locator('#season')).toContainText(verdict);
});
