import { describe, expect, it } from 'vitest';
import { describeLanguageModel } from '../contract-suites/describe-language-model.ts';
import { LlmError, type LlmErrorCode } from '../errors.ts';
import type { GenerateRequest } from '../language-model.ts';
import { scriptedModel } from '../testing/scripted-model.ts';
import { withLoadBalancing } from './with-load-balancing.ts';

const request: GenerateRequest = { messages: [] };
const text = 'Prices held.';
/** Evenly spread over [0, 1), so that shares are exact. */
function evenly(steps: number): () => number {
  let step = -1;
  return () => (step = (step + 1) % steps) / steps;
}

describeLanguageModel({
  name: 'load balancing',
  text,
  createModel: () =>
    withLoadBalancing(
      [{ model: scriptedModel([new LlmError('overload', 'busy')]) }, { model: scriptedModel([text]) }],
      {
        random: () => 0,
      },
    ),
  createFailingModel: () =>
    withLoadBalancing([{ model: scriptedModel([new LlmError('invalid-request', 'no')]) }], { random: () => 0 }),
});

describe('load balancing', () => {
  it('spreads calls by weight', async () => {
    const [a, b] = [scriptedModel([text]), scriptedModel([text])];
    const model = withLoadBalancing([{ model: a, weight: 3 }, { model: b }], { random: evenly(8) });
    for (let call = 0; call < 80; call++) await model.generate(request);
    expect([a.requests.length, b.requests.length]).toEqual([60, 20]);
  });

  it.each<[LlmErrorCode, boolean]>([
    ['quota', true],
    ['auth', true],
    ['overload', true],
    ['invalid-request', false],
    ['billing', false],
    ['refusal', false],
  ])('after %s goes to another key: %s', async (code, goesOn) => {
    const [a, b] = [scriptedModel([new LlmError(code, 'no')]), scriptedModel([text])];
    const answer = withLoadBalancing([{ model: a }, { model: b }], { random: () => 0 }).generate(request);
    if (goesOn) await expect(answer).resolves.toMatchObject({ text });
    else await expect(answer).rejects.toMatchObject({ code });
    expect(b.requests).toHaveLength(goesOn ? 1 : 0);
  });

  it('spares a target that failed for as long as it asked', async () => {
    let now = 0;
    const a = scriptedModel([new LlmError('quota', 'wait', { retryAfterMs: 30_000 }), text]);
    const b = scriptedModel([text]);
    const model = withLoadBalancing([{ model: a }, { model: b }], { random: () => 0, now: () => now });
    await model.generate(request);
    now = 29_999;
    await model.generate(request);
    expect([a.requests.length, b.requests.length]).toEqual([1, 2]);
    now = 30_000;
    await model.generate(request);
    expect(a.requests).toHaveLength(2);
  });

  it('asks a spared target all the same when there is no other', async () => {
    const a = scriptedModel([new LlmError('overload', 'busy'), text]);
    const model = withLoadBalancing([{ model: a }], { random: () => 0, now: () => 0 });
    await expect(model.generate(request)).rejects.toMatchObject({ code: 'overload' });
    await expect(model.generate(request)).resolves.toMatchObject({ text });
  });
});
