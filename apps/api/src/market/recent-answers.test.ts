import { expect, test } from 'vitest';
import { createRecentAnswers } from './recent-answers.ts';

function setUp(capacity = 2) {
  let time = 0;
  let computed = 0;
  const answers = createRecentAnswers<number>({ now: () => time, maximumAgeMs: 10, capacity });
  const ask = (key: string) =>
    answers.get(key, async () => {
      computed += 1;
      return computed;
    });
  return { answers, ask, at: (value: number) => (time = value) };
}

test('an answer is kept until its age, then computed anew', async () => {
  const { ask, at } = setUp();
  expect(await ask('a')).toBe(1);
  at(9);
  expect(await ask('a')).toBe(1);
  at(10);
  expect(await ask('a')).toBe(2);
});

test('callers at the same time share one computation', async () => {
  const { ask } = setUp();
  expect(await Promise.all([ask('a'), ask('a'), ask('b')])).toEqual([1, 1, 2]);
});

test('the oldest key leaves first, and clear forgets all', async () => {
  const { answers, ask } = setUp(2);
  await ask('a');
  await ask('b');
  await ask('c');
  expect(await ask('b')).toBe(2);
  expect(await ask('a')).toBe(4);
  answers.clear();
  expect(await ask('a')).toBe(5);
});

test('a failure reaches its callers and is not kept', async () => {
  const { answers, ask } = setUp();
  await expect(answers.get('a', () => Promise.reject(new TypeError('gone')))).rejects.toThrow('gone');
  expect(await ask('a')).toBe(1);
});
