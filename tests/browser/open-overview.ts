import { expect, type Locator, type Page } from '@playwright/test';

/** Opens the first page and waits until figures, chart, summary and anomalies are there. */
export async function openOverview(page: Page): Promise<void> {
  await page.goto('/');
  await waitForOverview(page);
}

/** Waits until every part of the first page shows data. */
export async function waitForOverview(page: Page): Promise<void> {
  await expect(page.getByRole('group', { name: 'Sales on record' })).toContainText(/\d/);
  await expect(chartOf(page).locator('svg')).toBeVisible();
  await expect(page.getByText(/facts? behind this text/)).toBeVisible();
  await expect(anomaliesOf(page).first()).toBeVisible();
}

/** The drawing of the forecast. */
export function chartOf(page: Page): Locator {
  return page.locator('#forecast').getByRole('img', { name: /by month/ });
}

/** What opens each shown anomaly: the title of a row, or a whole card on a phone. */
export function anomaliesOf(page: Page): Locator {
  return page.locator('#anomalies').locator('table, ul').locator('button[aria-haspopup="dialog"]');
}

/** By how many pixels the page is wider than the screen. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
