import { expect, test } from './healthy-page.ts';
import { overflowOf } from './open-overview.ts';
import { violationsOf } from './page-violations.ts';

const dollars = (amount: number) =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 }).format(amount);

test('values of options and colors are those of the API, with what is behind them', async ({ page }) => {
  const response = await page.request.get('/api/analytics/llm/options/value?model=911');
  const { values, colors } = await response.json();
  await page.goto('/options/');
  const ladder = page.getByRole('region', { name: 'Values of options' });
  await expect(ladder.locator('tbody tr')).toHaveCount(values.length);
  const dearest = ladder.locator('tbody tr').first();
  await expect(dearest).toContainText(values[0].name);
  await expect(dearest).toContainText(dollars(values[0].value.amount));
  await expect(dearest).toContainText(dollars(values[0].naive.amount));
  await expect(page.getByRole('region', { name: 'Values of colors' }).locator('tbody tr')).toHaveCount(colors.length);
  await dearest.getByRole('button').click();
  await expect(ladder).toContainText(dollars(values[0].orthogonal.amount));
  await expect(ladder).toContainText(`${values[0].byAge[0].ageYears} years`);
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  expect(await violationsOf(page)).toEqual([]);
});

test('a choice keeps within the budget and says why each option is in or out', async ({ page }) => {
  await page.goto('/options/');
  const choice = page.locator('#choice');
  await choice.getByLabel('Budget').fill('6000');
  await choice.getByRole('button', { name: 'Choose' }).click();
  const response = await page.request.post('/api/analytics/llm/options/optimize', {
    data: { model: '911', budget: 6000 },
  });
  const { cost, options, disclaimer } = await response.json();
  await expect(page.getByText(disclaimer)).toBeVisible();
  expect(cost).toBeLessThanOrEqual(6000);
  await expect(choice).toContainText(`Order for ${dollars(cost)}`);
  for (const { name, reason } of options)
    await expect(choice.getByRole('listitem').filter({ hasText: name }).first()).toContainText(reason);
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
});
