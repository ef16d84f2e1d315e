import Anthropic from '@anthropic-ai/sdk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anthropicModel } from '../anthropic/anthropic-model.ts';
import { describeLanguageModel } from '../contract-suites/describe-language-model.ts';
import { LlmError } from '../errors.ts';
import type { GenerateRequest, GenerateResult, LanguageModel, StreamEvent } from '../language-model.ts';
import { startLoopbackServer } from '../testing/loopback-server.ts';
import { vendorReply } from '../testing/loopback/vendor-reply.ts';
import { scriptedModel } from '../testing/scripted-model.ts';
import { withRedaction } from './with-redaction.ts';

const asked = (text: string): GenerateRequest => ({ messages: [{ role: 'user', content: [{ type: 'text', text }] }] });
const textOf = (request: GenerateRequest): string => {
  const [part] = request.messages[0]?.content ?? [];
  return part?.type === 'text' ? part.text : '';
};
const resultOf = (text: string, argumentsJson?: string): GenerateResult => ({
  text,
  toolCalls: argumentsJson === undefined ? [] : [{ type: 'tool-call', callId: '1', toolName: 'mail', argumentsJson }],
  finishReason: 'stop',
  usage: {
    input: { uncached: 1, cacheRead: 0, cacheWrite: {} },
    output: { text: 1, reasoning: 0 },
    total: 2,
    source: 'reported',
  },
  provider: 'echo',
  requestedModel: 'echo',
  servedModel: 'echo',
  responseId: undefined,
  warnings: [],
  attempts: [],
});
/** Says what it was asked, in pieces that the test cuts, and as the arguments of a tool. */
function echo(cut: (text: string) => readonly string[], seen: string[] = []): LanguageModel {
  return {
    provider: 'echo',
    modelId: 'echo',
    async generate(request) {
      seen.push(textOf(request));
      return resultOf(textOf(request), JSON.stringify({ said: textOf(request) }));
    },
    async *stream(request): AsyncGenerator<StreamEvent> {
      const text = textOf(request);
      seen.push(text);
      for (const piece of cut(text)) {
        await Promise.resolve();
        yield { type: 'text-delta', text: piece };
        yield { type: 'reasoning-delta', text: piece };
      }
      const result = resultOf(text, JSON.stringify({ said: text }));
      for (const call of result.toolCalls) yield { type: 'tool-call', call };
      yield { type: 'finish', result };
    },
  };
}
async function read(events: AsyncIterable<StreamEvent>) {
  const said = { text: '', reasoning: '', result: undefined as GenerateResult | undefined, pieces: 0 };
  for await (const event of events) {
    if (event.type === 'text-delta') said.text += event.text;
    if (event.type === 'text-delta') said.pieces += 1;
    if (event.type === 'reasoning-delta') said.reasoning += event.text;
    if (event.type === 'finish') said.result = event.result;
  }
  return said;
}
const sentence = 'Ask ann@example.com, not "bob@example.com" [[x]] [[EMAIL_9]] [ [[, or +49 170 1234567.';

describeLanguageModel({
  name: 'withRedaction',
  text: 'Prices held.',
  createModel: () => withRedaction()(scriptedModel(['Prices held.'])),
  createFailingModel: () => withRedaction()(scriptedModel([new LlmError('invalid-request', 'Malformed.')])),
});

describe('an answer that is streamed', () => {
  it('is restored wherever it is cut in two', async () => {
    const whole = (await withRedaction()(echo((text) => [text])).generate(asked(sentence))).text;
    expect(whole).toBe(sentence);
    for (let place = 0; place <= 120; place++) {
      const model = withRedaction()(echo((text) => [text.slice(0, place), text.slice(place)]));
      const said = await read(model.stream(asked(sentence)));
      expect([said.text, said.reasoning, said.result?.text]).toEqual([sentence, sentence, sentence]);
    }
  });

  it('is restored when it comes character by character, holding back no more than one placeholder', async () => {
    const said = await read(withRedaction()(echo((text) => [...text])).stream(asked(sentence)));
    expect([said.text, said.reasoning]).toEqual([sentence, sentence]);
    expect(said.pieces).toBeGreaterThan(20);
  });

  it('is restored in tool arguments, which stay JSON', async () => {
    const { result } = await read(withRedaction()(echo((text) => [text])).stream(asked(sentence)));
    expect(JSON.parse(result?.toolCalls[0]?.argumentsJson ?? '')).toEqual({ said: sentence });
  });

  it('is restored whatever is asked and however it is cut', async () => {
    const values = fc.constantFrom(
      'ann@example.com',
      '+49 170 1234567',
      'Seller: Ann Lee',
      '[[EMAIL_1]]',
      '[[',
      '🏎️',
      ' and ',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(values, { maxLength: 8 }),
        fc.array(fc.nat(12), { maxLength: 40 }),
        async (parts, sizes) => {
          const text = parts.join(' ');
          const cut = (whole: string) => {
            const pieces: string[] = [];
            let at = 0;
            for (const size of sizes) pieces.push(whole.slice(at, (at += size)));
            return [...pieces, whole.slice(at)];
          };
          expect((await read(withRedaction()(echo(cut)).stream(asked(text)))).text).toBe(text);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('says what had been said, restored, when it breaks', async () => {
    const failing = new LlmError('network', 'The connection broke.', { partialText: 'Ask [[EMAIL_1]] or [[PHO' });
    const model = withRedaction()(scriptedModel([{ text: 'Ask [[EMAIL_1]] or [[PHO', thenFail: failing }]));
    const said: string[] = [];
    const failed = (async () => {
      for await (const event of model.stream(asked(sentence))) if (event.type === 'text-delta') said.push(event.text);
    })();
    await expect(failed).rejects.toMatchObject({ code: 'network', partialText: 'Ask ann@example.com or [[PHO' });
    expect(said.join('')).toBe('Ask ann@example.com or [[PHO');
  });

  it('is restored when the bytes of a real stream are cut anywhere', async () => {
    for (const pieceBytes of [1, 5, 13]) {
      await using server = await startLoopbackServer((request) => {
        const reply = vendorReply(request, { text: 'Größe: ask [[EMAIL_1]] – or [[PHONE_1]] 🏎️' });
        return reply.kind === 'events' ? { ...reply, pieceBytes } : reply;
      });
      const client = new Anthropic({ apiKey: 'test', baseURL: server.url, maxRetries: 0 });
      const model = withRedaction()(anthropicModel(client, { modelId: 'claude-haiku-5-5' }));
      const said = await read(model.stream(asked(sentence)));
      expect(said.text).toBe('Größe: ask ann@example.com – or +49 170 1234567 🏎️');
      expect(JSON.stringify(server.requests[0]?.body)).not.toMatch(/ann@example|1234567/);
    }
  });
});

describe('requests in flight at once', () => {
  it('never see the values of each other, though their placeholders are the same', async () => {
    const seen: string[] = [];
    const model = withRedaction()(echo((text) => [...text], seen));
    const texts = Array.from(
      { length: 20 },
      (_, index) => `Seller: user${index}_drives, mail person${index}@example.com now.`,
    );
    const streams = texts.map((text) => read(model.stream(asked(text))));
    const calls = texts.map((text) => model.generate(asked(text)));
    expect((await Promise.all(streams)).map(({ text }) => text)).toEqual(texts);
    expect((await Promise.all(calls)).map(({ text }) => text)).toEqual(texts);
    // All of them had the same words on the way out.
    expect(new Set(seen)).toEqual(new Set(['Seller: [[USER_NAME_1]], mail [[EMAIL_1]] now.']));
  });

  it('do not restore a placeholder that another request made', async () => {
    const model = withRedaction()(scriptedModel(['Ask [[EMAIL_1]] or [[PHONE_1]].']));
    await model.generate(asked('ann@example.com'));
    const { text } = await model.generate(asked('Nothing personal but +49 170 1234567.'));
    expect(text).toBe('Ask [[EMAIL_1]] or +49 170 1234567.');
  });
});

it('tells how much was taken out, by kind and without values', async () => {
  const told: unknown[] = [];
  const model = withRedaction({ onRedacted: (counts) => told.push(counts) })(scriptedModel(['ok']));
  await model.generate(asked(sentence));
  await model.generate(asked('Nothing personal.'));
  expect(told).toEqual([{ email: 2, literal: 1, phone: 1 }]);
});

it('escapes what it restores into an answer that is JSON', async () => {
  const model = withRedaction()(scriptedModel(['{"seller":"[[PERSON_1]]"}']));
  const request = { ...asked('Seller: Ann "Speedy" Lee, name: "Ann Lee"'), output: { name: 'x', schema: {} } };
  const { text } = await model.generate(request);
  expect(() => JSON.parse(text) as unknown).not.toThrow();
});
