import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LlmError } from '../errors.ts';
import { guardModel } from '../guard-model.ts';
import type { ToolCallPart } from '../language-model.ts';
import { scriptedModel } from '../testing/scripted-model.ts';
import { generateText } from './generate-text.ts';
import { defineTool } from './tool.ts';

const call = (callId: string, toolName: string, input: unknown): ToolCallPart => ({
  type: 'tool-call',
  callId,
  toolName,
  argumentsJson: JSON.stringify(input),
});
const mileage = defineTool({
  description: 'The mileage of a listing.',
  input: z.object({ listingId: z.string(), unit: z.enum(['mi', 'km']).optional() }),
  execute: ({ listingId, unit = 'mi' }) => ({ listingId, unit, distance: 29_000 }),
});

describe('generateText', () => {
  it('says the text, who said it and what it used', async () => {
    const result = await generateText(scriptedModel(['Prices held.']), { prompt: 'How are prices?' });
    expect(result).toMatchObject({ text: 'Prices held.', requestedModel: 'scripted-1', servedModel: 'scripted-1' });
    expect(result.addedMessages).toEqual([{ role: 'assistant', content: [{ type: 'text', text: 'Prices held.' }] }]);
  });

  it('takes a prompt or messages, not both and not neither', async () => {
    const model = scriptedModel(['a']);
    await expect(generateText(model, {})).rejects.toMatchObject({ code: 'invalid-request' });
    await expect(generateText(model, { prompt: 'a', messages: [] })).rejects.toMatchObject({ code: 'invalid-request' });
    await generateText(model, { messages: [{ role: 'user', content: [{ type: 'text', text: 'b' }] }] });
    expect(model.requests).toHaveLength(1);
  });

  it('sums the usage of all attempts, and leaves unknown what nobody said', async () => {
    const used = { ...(await scriptedModel(['one two']).generate({ messages: [] })).usage };
    const failing = new LlmError('overload', 'busy', { usage: used });
    const model = guardModel([scriptedModel([failing, new LlmError('overload', 'busy'), 'three four five'])], {
      retry: { random: () => 0, initialDelayMs: 0 },
    });
    const { usage, attempts } = await generateText(model, { prompt: 'a' });
    expect(attempts).toHaveLength(3);
    expect(usage.input).toEqual({ uncached: 20, cacheRead: undefined, cacheWrite: undefined });
    expect(usage.output).toEqual({ text: 5, reasoning: undefined });
    expect(usage.total).toBe(25);
  });

  it('runs tools until the model is done', async () => {
    const model = scriptedModel([
      { toolCalls: [call('1', 'mileage', { listingId: 'x', unit: null }), call('2', 'mileage', { listingId: 'y' })] },
      'Both have 29,000 miles.',
    ]);
    const result = await generateText(model, {
      prompt: 'Which?',
      tools: { mileage },
      toolChoice: 'required',
      maximumSteps: 3,
    });
    expect(result.text).toBe('Both have 29,000 miles.');
    expect(result.steps.map((step) => step.toolResults.map((part) => part.resultText))).toEqual([
      ['{"listingId":"x","unit":"mi","distance":29000}', '{"listingId":"y","unit":"mi","distance":29000}'],
      [],
    ]);
    expect(model.requests.map((request) => request.toolChoice)).toEqual(['required', 'auto']);
    expect(model.requests[1]?.messages.map((message) => message.role)).toEqual(['user', 'assistant', 'tool']);
    expect(result.usage.input.uncached).toBe(20);
    expect(result.addedMessages).toHaveLength(3);
  });

  it('tells the model what is wrong with a call: input, name, JSON and a tool that throws', async () => {
    const broken = defineTool({
      description: 'Fails.',
      input: z.object({}),
      execute: () => {
        throw new Error('no connection');
      },
    });
    const model = scriptedModel([
      {
        toolCalls: [
          call('1', 'mileage', { listingId: 7 }),
          call('2', 'toString', {}),
          { ...call('3', 'mileage', {}), argumentsJson: '{"listing' },
          call('4', 'broken', {}),
        ],
      },
      'Sorry.',
    ]);
    const { steps } = await generateText(model, { prompt: 'a', tools: { mileage, broken }, maximumSteps: 2 });
    expect(steps[0].toolResults.map(({ resultText, isError }) => [resultText.split('\n').at(-1), isError])).toEqual([
      [expect.stringContaining('$.listingId: '), true],
      ['There is no tool toString.', true],
      ['The input is no JSON.', true],
      ['The tool failed: no connection', true],
    ]);
  });

  it('hands calls to the caller where steps are used up or a tool is his to run', async () => {
    const calling = { text: 'Let me see.', toolCalls: [call('1', 'mileage', { listingId: 'x' })] };
    const used = await generateText(scriptedModel([calling]), { prompt: 'a', tools: { mileage } });
    expect(used).toMatchObject({
      finishReason: 'tool-calls',
      toolCalls: [{ callId: '1' }],
      steps: [{ toolResults: [] }],
    });
    const model = scriptedModel([{ toolCalls: [call('1', 'his', {})] }, 'never']);
    const his = defineTool({ description: 'His.', input: z.object({}) });
    await generateText(model, { prompt: 'a', tools: { his }, maximumSteps: 5 });
    expect(model.requests).toHaveLength(1);
  });

  it('carries the attempts and usage of earlier steps on the error of a later one', async () => {
    const chain = scriptedModel([
      { toolCalls: [call('1', 'mileage', { listingId: 'x' })] },
      new LlmError('refusal', 'no'),
    ]);
    const model = guardModel([chain], { retry: { random: () => 0 } });
    const error = await generateText(model, { prompt: 'a', tools: { mileage }, maximumSteps: 2 }).catch(
      (thrown) => thrown,
    );
    expect(error).toMatchObject({ code: 'refusal', usage: { total: 11 } });
    expect((error as LlmError).attempts.map((attempt) => attempt.errorCode)).toEqual([undefined, 'refusal']);
  });

  it('ends with aborted, also where neither model nor tool listens', async () => {
    const deaf = { ...scriptedModel(['a']), generate: () => new Promise<never>(() => undefined) };
    const signal = AbortSignal.timeout(10);
    await expect(generateText(deaf, { prompt: 'a', signal })).rejects.toMatchObject({ code: 'aborted' });
    const slow = defineTool({ description: 'Slow.', input: z.object({}), execute: () => new Promise(() => undefined) });
    const model = scriptedModel([{ toolCalls: [call('1', 'slow', {})] }, 'never']);
    const running = generateText(model, {
      prompt: 'a',
      tools: { slow },
      maximumSteps: 2,
      signal: AbortSignal.timeout(10),
    });
    await expect(running).rejects.toMatchObject({ code: 'aborted' });
    expect(model.requests).toHaveLength(1);
  });
});
