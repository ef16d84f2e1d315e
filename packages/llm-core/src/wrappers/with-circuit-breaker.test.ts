import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describeLanguageModel } from '../contract-suites/describe-language-model.ts';
import { LlmError } from '../errors.ts';
import type { GenerateRequest, LanguageModel } from '../language-model.ts';
import { type ScriptedReply, scriptedModel } from '../testing/scripted-model.ts';
import { withCircuitBreaker } from './with-circuit-breaker.ts';

const request: GenerateRequest = { messages: [] };
const overload = new LlmError('overload', 'busy');
const text = 'Prices held.';

describeLanguageModel({
  name: 'circuit breaker',
  text,
  createModel: () => withCircuitBreaker()(scriptedModel([text])),
  createFailingModel: () => withCircuitBreaker()(scriptedModel([new LlmError('invalid-request', 'no')])),
});

async function codeOf(model: LanguageModel): Promise<string> {
  return model.generate(request).then(
    () => 'answered',
    (error: LlmError) => error.code,
  );
}

async function streamCodeOf(model: LanguageModel): Promise<string> {
  try {
    for await (const event of model.stream(request)) void event;
    return 'answered';
  } catch (error) {
    return (error as LlmError).code;
  }
}

describe('circuit breaker', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());
  const options = { failuresInARow: 3, openMs: 1000 };

  it('opens after failures in a row, probes after a while, and closes on an answer', async () => {
    const model = scriptedModel([overload, overload, overload, overload, text]);
    const guarded = withCircuitBreaker(options)(model);
    for (const code of ['overload', 'overload', 'overload', 'breaker-open']) expect(await codeOf(guarded)).toBe(code);
    expect(model.requests).toHaveLength(3);
    vi.advanceTimersByTime(1000);
    expect(await codeOf(guarded)).toBe('overload');
    expect(await codeOf(guarded)).toBe('breaker-open');
    vi.advanceTimersByTime(1000);
    expect(await codeOf(guarded)).toBe('answered');
    expect(await codeOf(guarded)).toBe('answered');
  });

  it('does not make others wait for the probe', async () => {
    const probe = Promise.withResolvers<never>();
    const failing = scriptedModel([overload]);
    let asked = 0;
    const guarded = withCircuitBreaker(options)({
      ...failing,
      generate: () => ((asked += 1) <= 3 ? Promise.reject(overload) : probe.promise),
    });
    for (let call = 0; call < 3; call++) await codeOf(guarded);
    vi.advanceTimersByTime(1000);
    const probing = codeOf(guarded);
    expect(await codeOf(guarded)).toBe('breaker-open');
    probe.reject(overload);
    expect(await probing).toBe('overload');
  });

  it('takes nothing from a probe that its caller gave up', async () => {
    const replies: (() => Promise<never>)[] = [
      ...Array.from({ length: 3 }, () => () => Promise.reject(overload)),
      () => Promise.reject(new LlmError('aborted', 'gone')),
    ];
    const guarded = withCircuitBreaker(options)({
      ...scriptedModel([text]),
      generate: () => (replies.shift() ?? (() => Promise.reject(overload)))(),
    });
    for (let call = 0; call < 3; call++) await codeOf(guarded);
    vi.advanceTimersByTime(1000);
    expect(await codeOf(guarded)).toBe('aborted');
    expect(await codeOf(guarded)).toBe('breaker-open');
  });

  it('stays closed when slow failures end together after a later call was answered', async () => {
    const slow = Promise.withResolvers<never>();
    let asked = 0;
    const guarded = withCircuitBreaker(options)({
      ...scriptedModel([text]),
      generate: (given) => ((asked += 1) <= 5 ? slow.promise : scriptedModel([text]).generate(given)),
    });
    const waiting = Array.from({ length: 5 }, () => codeOf(guarded));
    expect(await codeOf(guarded)).toBe('answered');
    slow.reject(overload);
    expect(await Promise.all(waiting)).toEqual(Array(5).fill('overload'));
    expect(await codeOf(guarded)).toBe('answered');
  });

  it('counts a stream that breaks after its first content, and no wrong request', async () => {
    const cut: ScriptedReply = { text: 'Prices ', thenFail: new LlmError('network', 'cut') };
    const streaming = withCircuitBreaker(options)(scriptedModel([cut]));
    for (const code of ['network', 'network', 'network', 'breaker-open'])
      expect(await streamCodeOf(streaming)).toBe(code);
    const wrong = withCircuitBreaker(options)(scriptedModel([new LlmError('invalid-request', 'no')]));
    for (let call = 0; call < 5; call++) expect(await codeOf(wrong)).toBe('invalid-request');
  });
});
