import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LlmError } from '../errors.ts';
import type { LanguageModel } from '../language-model.ts';
import { scriptedModel } from '../testing/scripted-model.ts';
import { streamText } from './stream-text.ts';
import { defineTool } from './tool.ts';

const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);
beforeEach(() => void process.on('unhandledRejection', note));
afterEach(() => {
  process.off('unhandledRejection', note);
  expect(unhandled.splice(0)).toEqual([]);
});

async function all<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const read: Value[] = [];
  for await (const value of values) read.push(value);
  return read;
}

/** Says a word, then nothing for ever, and does not listen to its signal. */
const deaf: LanguageModel = {
  provider: 'deaf',
  modelId: 'deaf-1',
  generate: () => new Promise(() => undefined),
  async *stream() {
    yield { type: 'text-delta', text: 'Prices ' };
    await new Promise(() => undefined);
  },
};

describe('streamText', () => {
  it('gives the text piece by piece and the whole at the end, to every reader', async () => {
    const { textStream, result } = streamText(scriptedModel(['Prices of the 911 held.']), { prompt: 'a' });
    expect(await all(textStream)).toEqual(['Prices ', 'of ', 'the ', '911 ', 'held.']);
    expect(await result).toMatchObject({ text: 'Prices of the 911 held.', usage: { total: 15 } });
    expect((await all(textStream)).join('')).toBe('Prices of the 911 held.');
  });

  it('reaches its result though nobody reads, and lets a reader leave', async () => {
    const { textStream, result } = streamText(scriptedModel(['one two three']), { prompt: 'a' });
    for await (const text of textStream) {
      expect(text).toBe('one ');
      break;
    }
    expect((await result).text).toBe('one two three');
  });

  it('throws where it is read and rejects where it is awaited, with the text so far, and nowhere else', async () => {
    const model = scriptedModel([{ text: 'Prices of', thenFail: new LlmError('network', 'cut') }]);
    const stream = streamText(model, { prompt: 'a' });
    const seen: string[] = [];
    const reading = (async () => {
      for await (const text of stream.textStream) seen.push(text);
    })();
    await expect(reading).rejects.toMatchObject({ code: 'network', partialText: 'Prices of' });
    expect(seen.join('')).toBe('Prices of');
    await expect(stream.result).rejects.toMatchObject({ code: 'network' });
    // Nobody looks at this one: the process must not hear of it.
    streamText(model, { prompt: 'a' });
    await wait(20);
  });

  it('ends both with aborted, also where the model does not listen', async () => {
    const controller = new AbortController();
    const { textStream, result } = streamText(deaf, { prompt: 'a', signal: controller.signal });
    const reading = (async () => {
      for await (const text of textStream) {
        expect(text).toBe('Prices ');
        controller.abort();
      }
    })();
    await expect(reading).rejects.toMatchObject({ code: 'aborted', partialText: 'Prices ' });
    await expect(result).rejects.toMatchObject({ code: 'aborted', partialText: 'Prices ' });
  });

  it('does not ask where the signal was spent before', async () => {
    const model = scriptedModel(['a']);
    const { result } = streamText(model, { prompt: 'a', signal: AbortSignal.abort() });
    await expect(result).rejects.toMatchObject({ code: 'aborted' });
    expect(model.requests).toHaveLength(0);
  });

  it('streams over the steps of tools', async () => {
    const model = scriptedModel([
      { text: 'Let me see. ', toolCalls: [{ type: 'tool-call', callId: '1', toolName: 'one', argumentsJson: '{}' }] },
      'One.',
    ]);
    const one = defineTool({ description: 'One.', input: z.object({}), execute: () => 1 });
    const { eventStream, textStream, result } = streamText(model, { prompt: 'a', tools: { one }, maximumSteps: 2 });
    expect((await all(eventStream)).map((event) => event.type)).toEqual([
      'text-delta',
      'text-delta',
      'text-delta',
      'tool-call',
      'tool-result',
      'text-delta',
    ]);
    expect((await all(textStream)).join('')).toBe('Let me see. One.');
    expect((await result).steps).toHaveLength(2);
  });
});
