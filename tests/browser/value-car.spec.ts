import type { Page } from '@playwright/test';
import { expect, test } from './healthy-page.ts';
import { overflowOf } from './open-overview.ts';
import { violationsOf } from './page-violations.ts';

const car = '/value/?make=Porsche&model=911&trim=Carrera+S&year=2017&miles=21000';

/** Opens a page that values a car and waits for its value. */
async function openValue(page: Page, address = car): Promise<void> {
  await page.goto(address);
  await expect(page.locator('#value')).toContainText(/\$\d/);
  await expect(page.locator('#scatter').getByRole('img').locator('svg')).toBeVisible();
}

test('the value, its interval and its reasons are those of the API', async ({ page }) => {
  const response = await page.request.post('/api/analytics/llm/valuations', {
    data: { make: 'Porsche', model: '911', trim: 'Carrera S', modelYear: 2017, mileage: 21000, comparableCount: 8 },
  });
  const answer = await response.json();
  const dollars = (amount: number) =>
    new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 }).format(amount);
  await openValue(page);
  await expect(page.locator('#value')).toContainText(dollars(answer.amount));
  for (const { lower, upper } of answer.intervals) {
    await expect(page.locator('#value')).toContainText(dollars(lower));
    await expect(page.locator('#value')).toContainText(dollars(upper));
  }
  const { outlook } = await (
    await page.request.post('/api/analytics/llm/valuations', {
      data: {
        make: 'Porsche',
        model: '911',
        trim: 'Carrera S',
        modelYear: 2017,
        mileage: 21000,
        ahead: { horizons: ['1y'] },
      },
    })
  ).json();
  await expect(page.locator('#outlook')).toContainText(dollars(outlook.steps[0].amount));
  await expect(page.locator('#comparables')).toContainText(dollars(answer.comparables.comparables[0].price));
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
});

test('pickers narrow each other, and the answer has an address', { tag: '@once' }, async ({ page }) => {
  await page.goto('/value/');
  await expect(page.getByText('Which car?')).toBeVisible();
  const pick = async (field: string, choice: RegExp) => {
    await page.getByRole('combobox', { name: field, exact: true }).click();
    await page.getByRole('option', { name: choice }).first().click();
  };
  await pick('Make', /^Porsche/);
  await pick('Model', /^911/);
  await pick('Generation', /^991\.2/);
  await pick('Trim', /^Carrera S/);
  await pick('Model year', /^2018/);
  await page.getByRole('textbox', { name: 'Miles' }).fill('30000');
  await page.getByRole('button', { name: 'Value this car' }).click();
  await expect(page.locator('#value')).toContainText(/2018 Porsche 911 991\.2 Carrera S/);
  expect(new URL(page.url()).search).toContain('generation=991.2');
  const amount = await page.locator('#value').textContent();
  await page.reload();
  await expect(page.locator('#value')).toContainText(/\$\d/);
  expect(await page.locator('#value').textContent()).toBe(amount);
});

test.describe('a car that nobody sold', () => {
  test.use({ provokedFault: /422/ });

  test('gets the reason in place of a number', { tag: '@once' }, async ({ page }) => {
    await page.goto('/value/?make=Porsche&model=Zeppelin&year=2017');
    await expect(page.getByRole('status').filter({ hasText: 'No value is given' })).toBeVisible();
    await expect(page.locator('#value')).not.toContainText(/\$\d/);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test('the page of a valued car has no violation', async ({ page }) => {
      await openValue(page);
      expect(await violationsOf(page)).toEqual([]);
    });
  });
}
