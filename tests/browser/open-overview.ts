import { expect, type Page } from '@playwright/test';

/** Opens the first page and waits until figures, chart, summary and anomalies are there. */
export async function openOverview(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('group', { name: 'Sales on record' })).toContainText(/\d/);
  await expect(page.getByRole('img', { name: /price|level/ }).locator('svg')).toBeVisible();
  await expect(page.getByText(/facts? behind this text/)).toBeVisible();
  await expect(page.locator('#anomalies [aria-haspopup="dialog"]').first()).toBeVisible();
}

/** Scrolls to the end and back, so that everything that waits to be seen has been drawn. */
export async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(() => window.scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
  await page.waitForTimeout(150);
  await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
}
