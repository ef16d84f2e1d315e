import { describe, expect, it } from 'vitest';
import { isLlmError, LlmError } from '../errors.ts';
import { generateText } from '../generate/generate-text.ts';
import { streamText } from '../generate/stream-text.ts';
import type { GenerateRequest, LanguageModel, StreamEvent } from '../language-model.ts';

const request: GenerateRequest = { messages: [{ role: 'user', content: [{ type: 'text', text: 'How are prices?' }] }] };

async function read(
  stream: AsyncIterable<StreamEvent>,
): Promise<{ readonly events: StreamEvent[]; readonly error: unknown }> {
  const events: StreamEvent[] = [];
  try {
    for await (const event of stream) events.push(event);
    return { events, error: undefined };
  } catch (error) {
    return { events, error };
  }
}

/**
 * Proves that a model, wrapped or not, keeps the contract of `LanguageModel`. `createModel` makes one that says `text`;
 * `createFailingModel` makes one that fails with the code `invalid-request` before it says anything.
 */
export function describeLanguageModel(options: {
  readonly name: string;
  readonly text: string;
  readonly createModel: () => Promise<LanguageModel> | LanguageModel;
  readonly createFailingModel: () => Promise<LanguageModel> | LanguageModel;
}): void {
  describe(`LanguageModel: ${options.name}`, () => {
    it('says the text and who said it', async () => {
      const model = await options.createModel();
      const result = await model.generate(request);
      expect(result).toMatchObject({
        text: options.text,
        finishReason: 'stop',
        provider: model.provider,
        requestedModel: model.modelId,
      });
      expect(result.servedModel).not.toBe('');
    });

    it('reports a usage whose total is the sum of its parts', async () => {
      const { usage } = await (await options.createModel()).generate(request);
      const parts = [
        usage.input.uncached,
        usage.input.cacheRead,
        ...Object.values(usage.input.cacheWrite ?? {}),
        usage.output.text,
        usage.output.reasoning,
      ];
      expect(usage.total).toBe(parts.reduce<number>((sum, part) => sum + (part ?? 0), 0));
    });

    it('streams the same text and ends with exactly one finish', async () => {
      const { events, error } = await read((await options.createModel()).stream(request));
      expect(error).toBeUndefined();
      expect(events.map((event) => (event.type === 'text-delta' ? event.text : '')).join('')).toBe(options.text);
      expect(events.filter((event) => event.type === 'finish')).toHaveLength(1);
      expect(events.at(-1)).toMatchObject({ type: 'finish', result: { text: options.text } });
    });

    it('says the same through generateText and streamText, with a usage that is known where the call said it', async () => {
      const asked = { messages: request.messages };
      const whole = await generateText(await options.createModel(), asked);
      expect(whole.text).toBe(options.text);
      const { textStream, result } = streamText(await options.createModel(), asked);
      let said = '';
      for await (const text of textStream) said += text;
      expect([said, (await result).text]).toEqual([options.text, options.text]);
      expect((await result).usage.total === undefined).toBe(whole.usage.total === undefined);
      expect((await result).attempts).toHaveLength(whole.attempts.length);
    });

    it('fails with an LlmError and its code', async () => {
      const model = await options.createFailingModel();
      const error: unknown = await model.generate(request).catch((thrown: unknown) => thrown);
      expect(isLlmError(error) && error.code).toBe('invalid-request');
      const stream = await read(model.stream(request));
      expect(stream.events).toEqual([]);
      expect(isLlmError(stream.error) && stream.error.code).toBe('invalid-request');
    });

    it('ends an aborted call with aborted', async () => {
      const model = await options.createModel();
      const signal = AbortSignal.abort();
      const error: unknown = await model.generate({ ...request, signal }).catch((thrown: unknown) => thrown);
      expect(error instanceof LlmError && error.code).toBe('aborted');
      expect(await read(model.stream({ ...request, signal }))).toMatchObject({
        events: [],
        error: { code: 'aborted' },
      });
    });

    it('lets a reader leave a stream', async () => {
      for await (const event of (await options.createModel()).stream(request)) {
        expect(event.type).toBe('text-delta');
        break;
      }
    });
  });
}
