import type { Page } from '@playwright/test';
import { expect, test } from './healthy-page.ts';
import { overflowOf } from './open-overview.ts';
import { violationsOf } from './page-violations.ts';

/** Asks a question and waits for its answer. */
async function ask(page: Page, question: string): Promise<void> {
  const answers = page.getByRole('article', { name: 'Answer' });
  const before = await answers.count();
  await page.getByRole('textbox', { name: 'Your question' }).fill(question);
  await page.keyboard.press('Enter');
  await expect(answers).toHaveCount(before + 1);
  await expect(answers.last()).toContainText(/Built-in analyst/);
}

test('a question is answered with its figures, its method and its rows, and a follow-up keeps it', async ({ page }) => {
  await page.goto('/chat/');
  const { headline } = await (
    await page.request.post('/api/analytics/llm/chat', { data: { question: 'How many 911s were sold last year?' } })
  ).json();
  await ask(page, 'How many 911s were sold last year?');
  const answers = page.getByRole('article', { name: 'Answer' });
  await expect(answers.last()).toContainText(Number(headline[0]).toLocaleString('en-US'));
  await answers
    .last()
    .getByText(/How this was made/)
    .click();
  await expect(answers.last().getByText('Rows behind it')).toBeVisible();
  await ask(page, 'And what did they cost?');
  await expect(answers.last()).toContainText(/median price of \$\d/);
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
});

test('an unclear question is asked back with choices that can be taken', { tag: '@once' }, async ({ page }) => {
  await page.goto('/chat/');
  await ask(page, 'What is it worth?');
  const answers = page.getByRole('article', { name: 'Answer' });
  await answers.last().getByRole('button').first().click();
  await expect(answers).toHaveCount(2);
  await expect(answers.last()).toContainText(/\d/);
});

test('a car that an answer offers to watch is put on the list with one click', async ({ page }) => {
  const preferences = '/api/analytics/llm/preferences';
  await page.request.delete(preferences);
  await page.goto('/chat/');
  await ask(page, 'Watch the 911 GT3 for me');
  const answer = page.getByRole('article', { name: 'Answer' }).last();
  // The analyst itself writes nothing: until the click the list is empty.
  expect((await (await page.request.get(preferences)).json()).watchedSegments).toEqual([]);
  await answer.getByRole('button', { name: 'Put on my list' }).click();
  const done = answer.getByRole('button', { name: 'On your list' });
  await expect(done).toBeDisabled();
  expect(await violationsOf(page)).toEqual([]);
  const { watchedSegments } = await (await page.request.get(preferences)).json();
  expect(watchedSegments.length).toBeGreaterThan(0);
  for (const segment of watchedSegments) expect(segment).toMatch(/^porsche\/911\/.*\/gt3$/);
  await page.goto('/preferences/');
  await expect(page.getByText(/GT3/).first()).toBeVisible();
  await page.request.delete(preferences);
});

test.describe('where the list cannot be kept', () => {
  test.use({ provokedFault: /status of 500|Failed to load resource/ });

  test('the button says so, and a second click tries again', { tag: '@once' }, async ({ page }) => {
    let tries = 0;
    await page.route('**/preferences/watch', async (route) => {
      tries += 1;
      await (tries === 1 ? route.fulfill({ status: 500, json: { error: { code: 'INTERNAL' } } }) : route.continue());
    });
    await page.goto('/chat/');
    await ask(page, 'Watch the 911 GT3 for me');
    const answer = page.getByRole('article', { name: 'Answer' }).last();
    await answer.getByRole('button', { name: 'Put on my list' }).click();
    await answer.getByRole('button', { name: 'Not kept: try again' }).click();
    await expect(answer.getByRole('button', { name: 'On your list' })).toBeDisabled();
    await page.request.delete('/api/analytics/llm/preferences');
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test('the chat has no violation, before and after an answer', async ({ page }) => {
      await page.goto('/chat/');
      await expect(page.getByRole('heading', { name: 'Ask the market' })).toBeVisible();
      expect(await violationsOf(page)).toEqual([]);
      await ask(page, 'Median price of the 911?');
      await page.getByText(/How this was made/).click();
      expect(await violationsOf(page)).toEqual([]);
    });
  });
}
