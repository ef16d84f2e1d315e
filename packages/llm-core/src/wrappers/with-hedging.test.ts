import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describeLanguageModel } from '../contract-suites/describe-language-model.ts';
import { LlmError } from '../errors.ts';
import type { GenerateRequest, LanguageModel } from '../language-model.ts';
import { scriptedModel } from '../testing/scripted-model.ts';
import { withHedging } from './with-hedging.ts';

const request: GenerateRequest = { messages: [] };
const text = 'Prices held.';

describeLanguageModel({
  name: 'hedging',
  text,
  createModel: () => withHedging({ delayMs: 1000 })(scriptedModel([text])),
  createFailingModel: () => withHedging({ delayMs: 1000 })(scriptedModel([new LlmError('invalid-request', 'no')])),
});

describe('hedging', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  /** Call number n answers, or fails, after its delay; says which were aborted. */
  function slow(delaysMs: readonly number[], failing: ReadonlySet<number> = new Set()) {
    const signals: (AbortSignal | undefined)[] = [];
    const scripted = scriptedModel([text]);
    const model: LanguageModel = {
      ...scripted,
      async generate(asked) {
        const call = signals.push(asked.signal) - 1;
        await new Promise((resolve) => setTimeout(resolve, delaysMs[call]));
        if (failing.has(call)) throw new LlmError('overload', 'busy');
        return { ...(await scripted.generate({ messages: [] })), responseId: `call-${call}` };
      },
    };
    return { model: withHedging({ delayMs: 100 })(model), signals };
  }

  it('sends once where the answer comes in time', async () => {
    const { model, signals } = slow([50]);
    const answer = model.generate(request);
    await vi.advanceTimersByTimeAsync(200);
    expect((await answer).responseId).toBe('call-0');
    expect(signals).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('takes the faster answer and aborts the other', async () => {
    const { model, signals } = slow([5000, 50]);
    const answer = model.generate(request);
    await vi.advanceTimersByTimeAsync(200);
    expect((await answer).responseId).toBe('call-1');
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, true]);
  });

  it('lets a failure decide only when nothing else is under way', async () => {
    const { model } = slow([150, 200], new Set([0]));
    const answer = model.generate(request);
    await vi.advanceTimersByTimeAsync(500);
    expect((await answer).responseId).toBe('call-1');
    const failing = slow([50], new Set([0])).model.generate(request);
    const rejection = expect(failing).rejects.toMatchObject({ code: 'overload' });
    await vi.advanceTimersByTimeAsync(500);
    await rejection;
  });
});
