import { expect, test } from './healthy-page.ts';
import { overflowOf } from './open-overview.ts';
import { violationsOf } from './page-violations.ts';

const api = '/api/analytics/llm';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test('data quality, movements and verdicts have no violation and fit the screen', async ({ page }) => {
      await page.goto('/quality/');
      await expect(page.getByRole('group', { name: 'Rows', exact: true })).toContainText(/\d/);
      expect(await violationsOf(page)).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      await page.goto('/forecast/');
      await expect(page.locator('#movements')).toContainText(/Seen on|Nothing has moved/);
      expect(await violationsOf(page)).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      await page.goto('/accuracy/');
      await expect(page.locator('#severity')).toContainText(/Said beforehand|No verdict yet/);
      expect(await violationsOf(page)).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    });
  });
}

test('the issues on the page are those of the API', async ({ page }) => {
  await page.goto('/quality/');
  const { markets } = await (await page.request.get(`${api}/quality`)).json();
  const [first] = markets;
  await expect(page.locator('#issues').getByRole('row')).toHaveCount(first.issues.length + 1);
  for (const { message } of first.issues) await expect(page.locator('#issues')).toContainText(message);
});

test('a verdict is held against its severity', async ({ page }) => {
  const verdicts = async () => (await (await page.request.get(`${api}/anomalies/verdicts`)).json()).severities;
  const judged = async () =>
    (await verdicts()).reduce((sum: number, row: { judged: number }) => sum + row.judged, 0) as number;
  const before = await judged();
  const { anomalies } = await (await page.request.get(`${api}/anomalies?status=active`)).json();
  const resolved = await page.request.post(`${api}/anomalies/resolve`, {
    data: { id: anomalies.at(-1).id, status: 'false_positive' },
  });
  expect(resolved.ok()).toBe(true);
  expect(await judged()).toBe(before + 1);
  await page.goto('/accuracy/');
  await expect(page.locator('#severity').getByRole('row')).toHaveCount(5);
});
