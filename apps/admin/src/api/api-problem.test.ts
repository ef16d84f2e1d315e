import { expect, it } from 'vitest';
import { isWorthRetrying, toApiProblem } from './api-problem.ts';

it('keeps code and sentence of the API', () => {
  const problem = toApiProblem({ error: { code: 'NOT_ENOUGH_DATA', message: 'Too few sales.' } }, { status: 422 });
  expect(problem).toMatchObject({ code: 'NOT_ENOUGH_DATA', status: 422, message: 'Too few sales.' });
});

it.each([undefined, null, '<html>', { error: 'no' }, { error: { code: 7 } }])('makes a sentence of %j', (body) => {
  expect(toApiProblem(body, { status: 502 })).toMatchObject({
    code: 'UNEXPECTED_ANSWER',
    message: 'The server answered with status 502. Try again later.',
  });
});

it('retries what may pass and nothing else', () => {
  expect(isWorthRetrying(new TypeError('Failed to fetch'))).toBe(true);
  expect(isWorthRetrying(toApiProblem({}, { status: 503 }))).toBe(true);
  expect(isWorthRetrying(toApiProblem({}, { status: 429 }))).toBe(true);
  expect(isWorthRetrying(toApiProblem({}, { status: 422 }))).toBe(false);
});
