import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describeLanguageModel } from '../contract-suites/describe-language-model.ts';
import { LlmError, type LlmErrorCode } from '../errors.ts';
import { guardModel } from '../guard-model.ts';
import type { GenerateRequest, LanguageModel, StreamEvent } from '../language-model.ts';
import { type ScriptedReply, scriptedModel } from '../testing/scripted-model.ts';
import { withFallback } from './with-fallback.ts';
import { withRetry } from './with-retry.ts';
import { withTimeout } from './with-timeout.ts';

const request: GenerateRequest = { messages: [] };
const text = 'Prices of the 911 held.';
const failure = (code: LlmErrorCode, retryAfterMs?: number) =>
  new LlmError(code, `failed with ${code}`, retryAfterMs === undefined ? {} : { retryAfterMs });
const retry = { random: () => 0 };

const wrapped: Readonly<Record<string, (model: LanguageModel) => LanguageModel>> = {
  'a scripted model': (model) => model,
  retry: withRetry(retry),
  timeout: withTimeout(),
  'a fallback of one': (model) => withFallback([model]),
  'a fallback that is used': (model) => withFallback([scriptedModel([failure('overload')]), model]),
  guard: (model) => guardModel([model], { retry }),
};
for (const [name, wrap] of Object.entries(wrapped)) {
  describeLanguageModel({
    name,
    text,
    createModel: () => wrap(scriptedModel([text])),
    createFailingModel: () => wrap(scriptedModel([failure('invalid-request')])),
  });
}

async function streamed(
  model: LanguageModel,
): Promise<{ readonly text: string; readonly finishes: number; readonly error: unknown }> {
  let said = '';
  let finishes = 0;
  try {
    for await (const event of model.stream(request)) {
      if (event.type === 'text-delta') said += event.text;
      if (event.type === 'finish') finishes += 1;
    }
    return { text: said, finishes, error: undefined };
  } catch (error) {
    return { text: said, finishes, error };
  }
}

describe('retry', () => {
  it('tries again what may pass, and gives up after its attempts', async () => {
    const model = scriptedModel([failure('overload'), failure('network'), text]);
    expect((await withRetry(retry)(model).generate(request)).text).toBe(text);
    expect(model.requests).toHaveLength(3);
    const down = scriptedModel([failure('overload')]);
    await expect(withRetry(retry)(down).generate(request)).rejects.toMatchObject({ code: 'overload' });
    expect(down.requests).toHaveLength(3);
  });

  it.each(['auth', 'billing', 'invalid-request', 'refusal', 'budget-exceeded'] as const)(
    'does not try %s again',
    async (code) => {
      const model = scriptedModel([failure(code), text]);
      await expect(withRetry(retry)(model).generate(request)).rejects.toMatchObject({ code });
      expect(model.requests).toHaveLength(1);
    },
  );

  it('fails at once where the provider asks to wait longer than allowed', async () => {
    const model = scriptedModel([failure('quota', 60_000), text]);
    await expect(withRetry(retry)(model).generate(request)).rejects.toMatchObject({ code: 'quota' });
    expect(model.requests).toHaveLength(1);
  });

  it('replays a stream that failed before its first content, and no other', async () => {
    expect(await streamed(withRetry(retry)(scriptedModel([failure('overload'), text])))).toEqual({
      text,
      finishes: 1,
      error: undefined,
    });
    const cut = scriptedModel([{ text: 'Prices of ', thenFail: failure('network') }, text]);
    expect(await streamed(withRetry(retry)(cut))).toMatchObject({
      text: 'Prices of ',
      error: { code: 'network', partialText: 'Prices of ' },
    });
    expect(cut.requests).toHaveLength(1);
  });
});

describe('fallback', () => {
  it.each<[LlmErrorCode, boolean]>([
    ['overload', true],
    ['quota', true],
    ['auth', true],
    ['timeout', true],
    ['refusal', true],
    ['context-length', true],
    ['breaker-open', true],
    ['invalid-request', false],
    ['aborted', false],
    ['billing', false],
    ['budget-exceeded', false],
  ])('after %s asks the next model: %s', async (code, goesOn) => {
    const second = scriptedModel([text], { modelId: 'second' });
    const answer = withFallback([scriptedModel([failure(code)]), second]).generate(request);
    if (goesOn) expect((await answer).servedModel).toBe('second');
    else await expect(answer).rejects.toMatchObject({ code });
    expect(second.requests).toHaveLength(goesOn ? 1 : 0);
  });

  it('never says a text twice', async () => {
    const first = scriptedModel([{ text: 'Prices of ', thenFail: failure('network') }]);
    const second = scriptedModel([text]);
    expect(await streamed(withFallback([first, second]))).toMatchObject({
      text: 'Prices of ',
      finishes: 0,
      error: { code: 'network' },
    });
    expect(second.requests).toHaveLength(0);
    expect(await streamed(withFallback([scriptedModel([failure('overload')]), second]))).toMatchObject({
      text,
      finishes: 1,
    });
  });
});

describe('timeout', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  const silent: LanguageModel = {
    provider: 'silent',
    modelId: 'silent-1',
    generate: () => new Promise(() => {}),
    async *stream(): AsyncGenerator<StreamEvent> {
      yield await new Promise<StreamEvent>(() => {});
    },
  };

  it('ends a silent call with timeout and leaves no timer', async () => {
    const answer = withTimeout({ totalMs: 1000 })(silent).generate(request);
    const rejection = expect(answer).rejects.toMatchObject({ code: 'timeout', isRetryable: true });
    await vi.advanceTimersByTimeAsync(1000);
    await rejection;
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tells a caller who gave up from a timeout', async () => {
    const controller = new AbortController();
    const answer = withTimeout()(silent).generate({ ...request, signal: controller.signal });
    controller.abort();
    await expect(answer).rejects.toMatchObject({ code: 'aborted' });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('gives a fallback a fresh signal', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const watching: LanguageModel = {
      ...silent,
      generate: (asked) => (signals.push(asked.signal), scriptedModel([text]).generate(asked)),
    };
    const answer = guardModel([silent, watching], {
      retry: { random: () => 0, maximumAttempts: 1 },
      timeout: { totalMs: 1000 },
    }).generate(request);
    await vi.advanceTimersByTimeAsync(1000);
    expect((await answer).text).toBe(text);
    expect(signals[0]?.aborted).toBe(false);
  });

  it('limits the first content and the gaps after it', async () => {
    const slow = (gapsMs: readonly number[]): LanguageModel => ({
      ...silent,
      async *stream(): AsyncGenerator<StreamEvent> {
        for (const gapMs of gapsMs) {
          await new Promise((resolve) => setTimeout(resolve, gapMs));
          yield { type: 'text-delta', text: 'word ' };
        }
      },
    });
    const limits = { firstContentMs: 1000, betweenContentsMs: 100 };
    for (const [gapsMs, said] of [
      [[1001], ''],
      [[999, 101], 'word '],
      [[999, 99, 99], 'word word word '],
    ] as const) {
      const result = streamed(withTimeout(limits)(slow(gapsMs)));
      await vi.advanceTimersByTimeAsync(3000);
      expect(await result).toMatchObject({ text: said });
      expect(vi.getTimerCount()).toBe(0);
    }
  });
});

describe('guard', () => {
  it('lets budget, telemetry, audit and metering see every attempt, in that order', async () => {
    const seen: string[] = [];
    const watch =
      (name: string) =>
      (model: LanguageModel): LanguageModel => ({
        ...model,
        generate: (asked) => (seen.push(name), model.generate(asked)),
      });
    const replies: [ScriptedReply, ScriptedReply] = [failure('overload'), text];
    const guarded = guardModel([scriptedModel(replies)], {
      retry,
      budget: watch('budget'),
      telemetry: watch('telemetry'),
      audit: watch('audit'),
      metering: watch('metering'),
    });
    await guarded.generate(request);
    expect(seen).toEqual(['budget', 'telemetry', 'audit', 'metering', 'budget', 'telemetry', 'audit', 'metering']);
  });
});
