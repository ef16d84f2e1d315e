import { expect, test } from './healthy-page.ts';
import { anomaliesOf, chartOf, openOverview, overflowOf, waitForOverview } from './open-overview.ts';

const api = '/api/analytics/llm';

test('shows the figures that the API gives', async ({ page }) => {
  await openOverview(page);
  const overview = await (await page.request.get(`${api}/overview`)).json();
  const figure = (name: string) => page.getByRole('group', { name });
  await expect(figure('Sales on record')).toContainText(overview.saleCount.toLocaleString('en-US'));
  await expect(figure('Open anomalies')).toContainText(String(overview.openAnomalies.total));
  await expect(figure('Prediction error')).toContainText(overview.accuracy.settledCount === 0 ? 'No data yet' : /\d%/);
  await expect(figure('LLM spend today')).toContainText('$');
  await expect(page.locator('#summary')).toContainText(overview.summary.title);
  await expect(page.locator('#summary')).toContainText(overview.summary.marking.disclaimer);
});

test('says that the sample market is made up, wherever it is shown', { tag: '@once' }, async ({ page }) => {
  await openOverview(page);
  const overview = await (await page.request.get(`${api}/overview`)).json();
  test.skip(!overview.dataset.synthetic, 'the market that runs is not the sample market');
  await expect(page.locator('#main').getByText('Synthetic data').first()).toBeVisible();
  await expect(page.locator('#anomalies').getByText('Synthetic data')).toBeVisible();
  await expect(page.locator('#forecast')).toContainText('synthetic');
  await expect(page.locator('#summary')).toContainText('synthetic');
});

test('marks who wrote the words', { tag: '@once' }, async ({ page }) => {
  await openOverview(page);
  await expect(page.locator('meta[name="ai-generated-content"]')).toHaveAttribute('content', 'partial');
  await expect(page.locator('#summary').getByText(/^(From a template|AI-generated)$/)).toBeVisible();
});

test('draws the forecast and gives the same data as a table', async ({ page }) => {
  await openOverview(page);
  await expect(chartOf(page)).toHaveAttribute('aria-label', /forecast of 6 months/);
  expect(await chartOf(page).locator('svg path').count()).toBeGreaterThan(8);

  const panel = page.locator('#forecast');
  await panel.getByText('Table', { exact: true }).click();
  const rows = panel.getByRole('region', { name: 'Chart data' }).locator('tbody tr');
  const forecastRows = rows.filter({ has: page.locator('td:last-child', { hasText: '–' }) });
  await expect(forecastRows).toHaveCount(6);
  await panel.getByText('1y', { exact: true }).click();
  await expect(forecastRows).toHaveCount(12);
  await expect(rows.first()).toContainText(/\d – /);
});

test('shows another segment on request', async ({ page }) => {
  await openOverview(page);
  const before = await chartOf(page).getAttribute('aria-label');
  await page.getByRole('combobox', { name: 'Segment' }).click();
  await page.getByRole('combobox', { name: 'Segment' }).fill('Cayenne');
  await page
    .getByRole('option', { name: /Cayenne/ })
    .first()
    .click();
  await expect(chartOf(page)).toHaveAttribute('aria-label', /Cayenne/);
  expect(before).not.toContain('Cayenne');
});

test('narrows the anomalies by severity, type and words', async ({ page }) => {
  await openOverview(page);
  const { anomalies } = await (await page.request.get(`${api}/anomalies?status=active&limit=500`)).json();
  const [worst] = anomalies;
  const panel = page.locator('#anomalies');
  await panel.getByRole('searchbox').fill(worst.listingTitle);
  await expect(anomaliesOf(page).first()).toContainText(worst.listingTitle);
  await panel.getByRole('searchbox').fill('no car is called this');
  await expect(panel.getByText('No anomaly fits these filters')).toBeVisible();
  await panel.getByRole('searchbox').fill('');
  await panel.getByRole('combobox', { name: 'Severity' }).click();
  await page.getByRole('option', { name: 'Critical' }).click();
  const critical = anomalies.filter((anomaly: { severity: string }) => anomaly.severity === 'critical').length;
  await expect(panel).toContainText(critical === 0 ? 'No anomaly fits' : new RegExp(`${critical} anomal`));
});

test('fits the screen and never scrolls sideways', async ({ page }, { project }) => {
  await openOverview(page);
  expect(await overflowOf(page)).toBe(0);
  await page.locator('#forecast').getByText('Table', { exact: true }).click();
  expect(await overflowOf(page)).toBe(0);
  const table = page.locator('#anomalies table');
  await expect(table).toHaveCount(project.name === 'phone' ? 0 : 1);
  const inner = await page.locator('#forecast [role="region"]').evaluate((box) => box.scrollWidth - box.clientWidth);
  expect(inner).toBe(0);
});

test('has no link that leads nowhere', { tag: '@once' }, async ({ page }) => {
  await openOverview(page);
  for (const href of await page.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))) {
    if (href?.startsWith('#')) await expect(page.locator(href)).toHaveCount(1);
    else expect((await page.request.get(href ?? '')).status(), href ?? 'a link without an address').toBe(200);
  }
});

test.describe('when the server fails', () => {
  test.use({ provokedFault: /status of 503|ERR_FAILED/ });

  test('says so and tries again on request', { tag: '@once' }, async ({ page }) => {
    await page.route(`**${api}/overview`, (route) => route.abort());
    await page.goto('/');
    await expect(page.getByRole('alert').filter({ hasText: 'market figures could not be loaded' })).toBeVisible({
      timeout: 30_000,
    });
    await page.unroute(`**${api}/overview`);
    await page.getByRole('button', { name: 'Try again' }).click();
    await waitForOverview(page);
  });
});
