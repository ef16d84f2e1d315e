import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LlmError, type LlmErrorCode } from '../errors.ts';
import { guardModel } from '../guard-model.ts';
import type { GenerateRequest, LanguageModel } from '../language-model.ts';
import { failingModel } from '../testing/failing-model.ts';
import { scriptedModel } from '../testing/scripted-model.ts';
import { withFallback } from './with-fallback.ts';
import { withTimeout } from './with-timeout.ts';

const request: GenerateRequest = { messages: [] };
const failure = (code: LlmErrorCode, retryAfterMs?: number) =>
  new LlmError(code, `failed with ${code}`, retryAfterMs === undefined ? {} : { retryAfterMs });
const named = (modelId: string, ...replies: Parameters<typeof scriptedModel>[0]) => scriptedModel(replies, { modelId });
const silent = (modelId: string) => failingModel(() => ({ silence: true }))(named(modelId, 'never'));

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

async function settled<Value>(work: Promise<Value>, afterMs = 60_000): Promise<Value | LlmError> {
  const caught = work.catch((error: LlmError) => error);
  await vi.advanceTimersByTimeAsync(afterMs);
  return caught;
}

describe('a second round of a fallback', () => {
  it('asks again what may pass, and nothing else', async () => {
    const first = named('first', failure('auth'));
    const second = named('second', failure('overload'), 'Prices held.');
    const model = withFallback([first, second], { rounds: 2 });
    expect(await settled(model.generate(request))).toMatchObject({ servedModel: 'second', text: 'Prices held.' });
    expect([first.requests.length, second.requests.length]).toEqual([1, 2]);
  });

  it('waits as long as the provider asked, and not beyond its bound or the deadline', async () => {
    const chain = (): [LanguageModel, LanguageModel] => [
      named('first', failure('quota', 5000), 'Prices held.'),
      named('second', failure('quota', 30_000), 'Prices held.'),
    ];
    const startedAt = Date.now();
    let endedAt = 0;
    const answer = withFallback(chain(), { rounds: 2 })
      .generate(request)
      .finally(() => (endedAt = Date.now()));
    expect(await settled(answer)).toMatchObject({ servedModel: 'first' });
    expect(endedAt - startedAt).toBe(5000);
    const short = { ...request, deadlineAt: Date.now() + 4000 };
    expect(await settled(withFallback(chain(), { rounds: 2 }).generate(short), 0)).toMatchObject({ code: 'quota' });
    const impatient = withFallback(chain(), { rounds: 2, maximumWaitMs: 4999 });
    expect(await settled(impatient.generate(request), 0)).toMatchObject({ code: 'quota' });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not count a refusal of ours as an answer that failed, and waits for it once', async () => {
    const open = () => failure('breaker-open', 3000);
    const first = named('first', open(), open(), 'Prices held.');
    const second = named('second', failure('auth'));
    expect(await settled(withFallback([first, second], { rounds: 2 }).generate(request))).toMatchObject({
      servedModel: 'first',
    });
    const never = withFallback([named('first', open())], { rounds: 2, maximumWaitMs: 10_000 });
    expect(await settled(never.generate(request), 9000)).toMatchObject({ code: 'breaker-open' });
  });

  it('is what a guarded chain has by default, and a single model has not', async () => {
    const retry = { random: () => 0, maximumAttempts: 2 };
    const [first, second] = [named('first', failure('overload')), named('second', failure('overload'))];
    await settled(guardModel([first, second], { retry }).generate(request));
    expect([first.requests.length, second.requests.length]).toEqual([4, 4]);
    const alone = named('alone', failure('overload'));
    await settled(guardModel([alone], { retry }).generate(request));
    expect(alone.requests).toHaveLength(2);
  });
});

describe('a deadline', () => {
  const guarded = (...chain: [LanguageModel, LanguageModel]) =>
    withFallback([withTimeout()(chain[0]), withTimeout()(chain[1])]);

  it('leaves the second model its share when the first is silent', async () => {
    const asked = { ...request, deadlineAt: Date.now() + 10_000 };
    expect(
      await settled(guarded(silent('first'), named('second', 'Prices held.')).generate(asked), 5000),
    ).toMatchObject({ servedModel: 'second' });
  });

  it('leaves it to the second model of a stream too, which then may speak to the end of it', async () => {
    const asked = { ...request, deadlineAt: Date.now() + 10_000 };
    const slow: LanguageModel = {
      ...named('second', 'unused'),
      async *stream(given) {
        for await (const event of named('second', 'one two three').stream(given)) {
          await new Promise((resolve) => setTimeout(resolve, 1000));
          yield event;
        }
      },
    };
    const read = (async () => {
      let text = '';
      for await (const event of guarded(silent('first'), slow).stream(asked))
        if (event.type === 'text-delta') text += event.text;
      return text;
    })();
    expect(await settled(read)).toBe('one two three');
    const late = guarded(slow, silent('second'));
    const tooLate = (async () => {
      for await (const event of late.stream({ ...request, deadlineAt: Date.now() + 2500 })) void event;
    })();
    expect(await settled(tooLate as Promise<unknown>)).toMatchObject({ code: 'timeout', partialText: 'one two ' });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that has passed asks nobody', async () => {
    const first = named('first', 'Prices held.');
    const model = guarded(first, named('second', 'Prices held.'));
    const answer = await settled(model.generate({ ...request, deadlineAt: Date.now() - 1 }));
    expect(answer).toMatchObject({ code: 'timeout' });
    expect(first.requests).toHaveLength(0);
  });
});
