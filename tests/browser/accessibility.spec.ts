import { expect, test } from './healthy-page.ts';
import { anomaliesOf, openOverview } from './open-overview.ts';
import { violationsOf } from './page-violations.ts';

/** Colours of quiet text: they turn black when the build breaks `light-dark()`, which axe does not see. */
const quietText = { light: 'rgb(86, 96, 114)', dark: 'rgb(155, 165, 181)' } as const;
const pageGround = { light: 'rgb(246, 247, 249)', dark: 'rgb(10, 14, 21)' } as const;
const currentPage = { light: 'rgb(24, 56, 148)', dark: 'rgb(219, 229, 254)' } as const;

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test('the overview has no violation, as chart, as table and with an open list', async ({ page }) => {
      await openOverview(page);
      expect(await violationsOf(page)).toEqual([]);
      await page.locator('#forecast').getByText('Table', { exact: true }).click();
      await page.getByText(/facts? behind this text/).click();
      await page.getByRole('combobox', { name: 'Segment' }).click();
      await expect(page.getByRole('option').first()).toBeVisible();
      await page.waitForTimeout(300);
      expect(await violationsOf(page)).toEqual([]);
    });

    test('an open anomaly has no violation', async ({ page }) => {
      await openOverview(page);
      await anomaliesOf(page).first().click();
      await expect(page.getByRole('dialog')).toContainText('Model year');
      await page.waitForTimeout(400);
      expect(await violationsOf(page)).toEqual([]);
    });

    test('the open menu has no violation', { tag: '@phone' }, async ({ page }) => {
      await openOverview(page);
      await expect(page.getByRole('link', { name: 'Market summary' })).toBeHidden();
      await page.getByRole('button', { name: 'Open the menu' }).click();
      await expect(page.getByRole('link', { name: 'Market summary' })).toBeInViewport();
      await page.waitForTimeout(300);
      expect(await violationsOf(page)).toEqual([]);
      await page.getByRole('link', { name: 'Anomalies' }).click();
      await expect(page.getByRole('heading', { name: 'Anomalies to triage' })).toBeInViewport();
      await expect(page.getByRole('button', { name: 'Open the menu' })).toBeVisible();
    });

    test('colours are those of the scheme', async ({ page }, { project }) => {
      await openOverview(page);
      const label = page.getByRole('group', { name: 'Sales on record' }).getByText('Sales on record');
      await expect(label).toHaveCSS('color', quietText[colorScheme]);
      await expect(page.locator('body')).toHaveCSS('background-color', pageGround[colorScheme]);
      if (project.name === 'desktop') {
        const link = page.getByRole('link', { name: 'Overview' });
        await expect(link).toHaveCSS('color', currentPage[colorScheme]);
      }
      await expect(page.locator('body')).toHaveCSS('font-family', /Inter Variable/);
      expect(await page.evaluate(() => document.fonts.check("16px 'Inter Variable'"))).toBe(true);
    });
  });
}

test('the colours can be switched and stay so', { tag: '@once' }, async ({ page }) => {
  await openOverview(page);
  const before = await page.locator('html').getAttribute('data-mantine-color-scheme');
  await page.getByRole('button', { name: 'Switch between light and dark colours' }).click();
  await expect(page.locator('html')).not.toHaveAttribute('data-mantine-color-scheme', before ?? '');
  await page.reload();
  await expect(page.locator('html')).not.toHaveAttribute('data-mantine-color-scheme', before ?? '');
});

test('the first stop of the keyboard leads to the content', { tag: '@once' }, async ({ page }) => {
  await openOverview(page);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
});

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('nothing moves for longer than a blink', { tag: '@once' }, async ({ page }) => {
    await openOverview(page);
    const longest = await page.evaluate(() =>
      Math.max(
        ...[...document.querySelectorAll('*')].map((element) =>
          Number.parseFloat(getComputedStyle(element).transitionDuration),
        ),
      ),
    );
    expect(longest).toBeLessThan(0.05);
  });
});
