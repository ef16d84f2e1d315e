import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

test('every figure of the feed opens its fact, and a reader has a voice', async ({ page }) => {
  await page.goto('/insights/');
  const figures = page.locator('article button[title="How this was computed"]');
  await expect(figures.first()).toBeVisible({ timeout: 60_000 });
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await figures.first().click();
  await expect(page.getByText('How it was computed')).toBeVisible();
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: /^Useful:/ })
    .first()
    .click();
  await expect(page.getByText('Thank you, noted.').first()).toBeVisible();
});

test('the report shows the newest day and fits its page', async ({ page }) => {
  await page.goto('/report/');
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible({ timeout: 60_000 });
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
