import { describe, expect, it } from 'vitest';
import { LlmError } from '../errors.ts';
import { guardModel } from '../guard-model.ts';
import type { Attempt, GenerateRequest, LanguageModel } from '../language-model.ts';
import { scriptedModel } from '../testing/scripted-model.ts';

const request: GenerateRequest = { messages: [] };
const text = 'Prices held.';
const busy = new LlmError('overload', 'busy');
const retry = { random: () => 0, initialDelayMs: 0 };

async function streamedAttempts(model: LanguageModel): Promise<readonly Attempt[]> {
  for await (const event of model.stream(request)) if (event.type === 'finish') return event.result.attempts;
  return [];
}

const short = (attempts: readonly Attempt[]) =>
  attempts.map(({ requestedModel, errorCode }) => `${requestedModel} ${errorCode ?? 'answered'}`);

describe('attempts', () => {
  const chain = () => [scriptedModel([busy], { modelId: 'a' }), scriptedModel([busy, text], { modelId: 'b' })] as const;
  const expected = ['a overload', 'a overload', 'a overload', 'b overload', 'b answered'];

  it('are all on the result, the one that answered last', async () => {
    const { attempts } = await guardModel(chain(), { retry }).generate(request);
    expect(short(attempts)).toEqual(expected);
    expect(new Set(attempts.map((attempt) => attempt.attemptId)).size).toBe(5);
    expect(short(await streamedAttempts(guardModel(chain(), { retry })))).toEqual(expected);
  });

  it('are all on the error that ends a call, and its stack is that of the error itself', async () => {
    const model = guardModel([scriptedModel([busy], { modelId: 'a' }), scriptedModel([busy], { modelId: 'b' })], {
      retry,
      fallback: { rounds: 1 },
    });
    const error = (await model.generate(request).catch((thrown: unknown) => thrown)) as LlmError;
    expect(short(error.attempts)).toEqual([...Array(3).fill('a overload'), ...Array(3).fill('b overload')]);
    expect(error.stack).toBe(busy.stack);
  });

  it('leave out what was refused here, before anything was sent', async () => {
    const model = guardModel([scriptedModel([busy], { modelId: 'a' }), scriptedModel([text], { modelId: 'b' })], {
      retry: { ...retry, maximumAttempts: 1 },
      breaker: { failuresInARow: 1 },
    });
    expect(short((await model.generate(request)).attempts)).toEqual(['a overload', 'b answered']);
    expect(short((await model.generate(request)).attempts)).toEqual(['b answered']);
  });

  it('do not wait beyond the deadline of the request', async () => {
    const waiting = new LlmError('quota', 'wait', { retryAfterMs: 5000 });
    const model = guardModel(
      [scriptedModel([waiting, text], { modelId: 'a' }), scriptedModel([text], { modelId: 'b' })],
      {
        retry,
      },
    );
    const { attempts } = await model.generate({ ...request, deadlineAt: Date.now() + 4000 });
    expect(short(attempts)).toEqual(['a quota', 'b answered']);
  });
});
