import { expect, test } from './healthy-page.ts';
import { anomaliesOf, openOverview } from './open-overview.ts';

const api = '/api/analytics/llm';

test('a resolved anomaly stays resolved after a reload', async ({ page }, { project }) => {
  await openOverview(page);
  const { anomalies, total } = await (await page.request.get(`${api}/anomalies?status=active&limit=500`)).json();
  const chosen = anomalies[0];
  const note = `Checked with the seller (${project.name}).`;

  await page.getByRole('searchbox').fill(chosen.listingTitle);
  await anomaliesOf(page).filter({ hasText: chosen.listingTitle }).first().click();
  const drawer = page.getByRole('dialog');
  await expect(drawer).toContainText(chosen.explanation);
  await expect(drawer).toContainText('Contributing factors');
  await expect(drawer).toContainText('Model year');
  await drawer.getByLabel('Note').fill(note);
  await drawer.getByRole('button', { name: 'Resolve' }).click();
  await expect(drawer).toBeHidden();
  await expect(page.getByRole('status').filter({ hasText: 'is marked: resolved' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Open anomalies' })).toContainText(String(total - 1));

  await page.reload();
  await expect(page.getByRole('group', { name: 'Open anomalies' })).toContainText(String(total - 1));
  const stored = await (await page.request.get(`${api}/anomalies/${chosen.id}`)).json();
  expect(stored.anomaly).toMatchObject({ status: 'resolved', resolutionNote: note });
  await page.locator('#anomalies').getByText('Resolved', { exact: true }).click();
  await page.getByRole('searchbox').fill(chosen.listingTitle);
  await anomaliesOf(page).filter({ hasText: chosen.listingTitle }).first().click();
  await expect(page.getByRole('dialog')).toContainText(/Resolved on/);
});

test('a false positive leaves the open list', { tag: '@once' }, async ({ page }) => {
  await openOverview(page);
  const { anomalies, total } = await (await page.request.get(`${api}/anomalies?status=active&limit=500`)).json();
  const chosen = anomalies[0];
  await page.getByRole('searchbox').fill(chosen.listingTitle);
  await anomaliesOf(page).filter({ hasText: chosen.listingTitle }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'False positive' }).click();
  await expect(page.getByRole('group', { name: 'Open anomalies' })).toContainText(String(total - 1));
  const after = await (await page.request.get(`${api}/anomalies/${chosen.id}`)).json();
  expect(after.anomaly.status).toBe('false_positive');
});

test('an anomaly opens and closes by keyboard, and the focus comes back', { tag: '@once' }, async ({ page }) => {
  await openOverview(page);
  const first = anomaliesOf(page).first();
  await first.focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog');
  await expect(drawer).toBeVisible();
  await expect(drawer.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(first).toBeFocused();
});

test.describe('when the verdict is refused', () => {
  test.use({ provokedFault: /status of 503/ });

  test('the anomaly comes back and the reason is shown', { tag: '@once' }, async ({ page }) => {
    await openOverview(page);
    const figure = page.getByRole('group', { name: 'Open anomalies' });
    const before = await figure.textContent();
    await page.route(`**${api}/anomalies/resolve`, (route) =>
      route.fulfill({ status: 503, json: { error: { code: 'STORE_DOWN', message: 'The store does not answer.' } } }),
    );
    const title = (await anomaliesOf(page).first().textContent()) ?? '';
    await anomaliesOf(page).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Resolve' }).click();
    await expect(
      page.getByRole('status').filter({ hasText: 'is still open. The store does not answer.' }),
    ).toBeVisible();
    await expect(anomaliesOf(page).first()).toHaveText(title);
    await expect(figure).toHaveText(before ?? '');
  });
});

test('an opened anomaly shows comparables and what would clear it, and C confirms it', { tag: '@once' }, async ({
  page,
}) => {
  await openOverview(page);
  const { anomalies, total } = await (await page.request.get(`${api}/anomalies?status=active&limit=500`)).json();
  // Two cars may be called the same: the search would find both.
  const titles: readonly string[] = anomalies.map(({ listingTitle }: { listingTitle: string }) => listingTitle);
  const single = anomalies.filter(
    ({ listingTitle }: { listingTitle: string }) => titles.filter((title) => title.includes(listingTitle)).length === 1,
  );
  const chosen = single.find(({ cause }: { cause: string }) => cause === 'bargain') ?? single[0];
  const evidence = await (await page.request.get(`${api}/anomalies/${chosen.id}/evidence`)).json();
  await page.getByRole('searchbox').fill(chosen.listingTitle);
  await anomaliesOf(page).filter({ hasText: chosen.listingTitle }).first().click();
  const drawer = page.getByRole('dialog');
  await expect(drawer).toContainText('likely to be confirmed');
  await expect(drawer.getByRole('heading', { name: 'Comparable sales' })).toBeVisible();
  if (evidence.removals.length > 0) await expect(drawer).toContainText('What would clear it');
  await drawer.getByLabel('Note').fill('cf');
  await expect(drawer).toBeVisible();
  await drawer.getByRole('heading', { name: 'Comparable sales' }).click();
  await page.keyboard.press('c');
  await expect(drawer).toBeHidden();
  await expect(page.getByRole('group', { name: 'Open anomalies' })).toContainText(String(total - 1));
  const after = await (await page.request.get(`${api}/anomalies/${chosen.id}`)).json();
  expect(after.anomaly).toMatchObject({ status: 'resolved', resolutionNote: 'cf' });
});
