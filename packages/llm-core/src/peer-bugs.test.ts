import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { anthropicModel } from './anthropic/anthropic-model.ts';
import { fromMessagesUsage } from './anthropic/messages-usage.ts';
import type { AuditEntry, AuditLog } from './audit/audit-log.ts';
import { memoryAuditLog } from './audit/memory-audit-log.ts';
import { verifyAudit } from './audit/verify-audit.ts';
import { withAudit } from './audit/with-audit.ts';
import type * as errors from './errors.ts';
import { isLlmError, LlmError } from './errors.ts';
import { generateObject } from './generate/generate-object.ts';
import { guardModel } from './guard-model.ts';
import type { GenerateRequest, LanguageModel } from './language-model.ts';
import { openAIModel } from './openai/openai-model.ts';
import { fromResponsesUsage } from './openai/responses-usage.ts';
import { withRedaction } from './redaction/with-redaction.ts';
import { portableSchema } from './schema/portable-schema.ts';
import { type LoopbackReply, type RecordedRequest, startLoopbackServer } from './testing/loopback-server.ts';
import { vendorReply } from './testing/loopback/vendor-reply.ts';
import { scriptedModel } from './testing/scripted-model.ts';

// Each of these fails in at least one library that people use today. The numbers are those of the list of checks.
const request: GenerateRequest = { messages: [{ role: 'user', content: [{ type: 'text', text: 'How are prices?' }] }] };
const retry = { random: () => 0, maximumAttempts: 1 };
const openai = (url: string): LanguageModel =>
  openAIModel(new OpenAI({ apiKey: 'test', baseURL: `${url}/v1`, maxRetries: 0 }), { modelId: 'gpt-6-luna' });
const anthropic = (url: string, modelId = 'claude-haiku-5-5'): LanguageModel =>
  anthropicModel(new Anthropic({ apiKey: 'test', baseURL: url, maxRetries: 0 }), { modelId });

async function read(model: LanguageModel, asked = request) {
  const said: string[] = [];
  try {
    for await (const event of model.stream(asked)) {
      if (event.type === 'text-delta') said.push(event.text);
      if (event.type === 'finish') return { text: said.join(''), result: event.result };
    }
    return { text: said.join('') };
  } catch (error) {
    return { text: said.join(''), error: error as LlmError };
  }
}

describe('check 5: a fallback that answers is not taken for the model that was asked', () => {
  it('names who served, so that nothing is kept under the name of another', async () => {
    await using down = await startLoopbackServer([
      { kind: 'json', status: 500, body: { error: { message: 'Down.' } } },
    ]);
    await using up = await startLoopbackServer((asked) => vendorReply(asked, { text: 'Prices held.' }));
    const result = await guardModel([openai(down.url), anthropic(up.url)], { retry }).generate(request);
    expect(result).toMatchObject({ provider: 'anthropic', servedModel: 'claude-haiku-5-5' });
    expect(result.attempts.map(({ provider, errorCode }) => [provider, errorCode])).toEqual([
      ['openai', 'overload'],
      ['anthropic', undefined],
    ]);
  });
});

describe('check 6: an error inside a stream with status 200', () => {
  const failing = (asked: RecordedRequest, contents: number): LoopbackReply => {
    const reply = vendorReply(asked, { text: 'One two three.' });
    if (reply.kind !== 'events') return reply;
    const isContent = (event: unknown) => (event as { type?: string }).type === 'response.output_text.delta';
    const first = reply.events.findIndex(isContent);
    const error = { type: 'error', code: 'rate_limit_exceeded', message: 'Slow down.', param: null };
    return { ...reply, events: [...reply.events.slice(0, first + contents), error] };
  };

  it('before the first word goes to the fallback', async () => {
    await using broken = await startLoopbackServer((asked) => failing(asked, 0));
    await using up = await startLoopbackServer((asked) => vendorReply(asked, { text: 'Prices held.' }));
    const { text, result } = await read(guardModel([openai(broken.url), anthropic(up.url)], { retry }));
    expect([text, result?.text, result?.provider]).toEqual(['Prices held.', 'Prices held.', 'anthropic']);
  });

  it('after it ends the stream once, with what was said and nothing twice', async () => {
    await using broken = await startLoopbackServer((asked) => failing(asked, 2));
    await using up = await startLoopbackServer((asked) => vendorReply(asked, { text: 'Prices held.' }));
    const { text, error } = await read(guardModel([openai(broken.url), anthropic(up.url)], { retry }));
    expect(text).toBe('One two ');
    expect(error).toMatchObject({ code: 'quota', partialText: 'One two ' });
    expect(up.requests).toHaveLength(0);
  });
});

describe('check 7: a timeout of one model does not spend the signal of the next', () => {
  it('answers from the fallback, for calls and streams', async () => {
    await using silent = await startLoopbackServer([{ kind: 'silence' }]);
    await using up = await startLoopbackServer((asked) => vendorReply(asked, { text: 'Prices held.' }));
    const timeout = { totalMs: 300, firstContentMs: 300, betweenContentsMs: 60_000 };
    const model = guardModel([openai(silent.url), anthropic(up.url)], {
      retry,
      timeout: { ...timeout, totalMs: 2000 },
    });
    const signal = new AbortController().signal;
    const streamed = await read(model, { ...request, signal });
    expect([streamed.text, streamed.result?.attempts[0]?.errorCode]).toEqual(['Prices held.', 'timeout']);
    const called = await model.generate({ ...request, signal });
    expect([called.text, called.attempts[0]?.errorCode]).toEqual(['Prices held.', 'timeout']);
  });
});

describe('check 8: temperature, forced tool and prefill for claude-opus-5-5', () => {
  it('are dropped with three warnings, so that a server which refuses them answers', async () => {
    await using server = await startLoopbackServer((asked) => {
      const body = asked.body as { temperature?: number; tool_choice?: { type: string }; messages: { role: string }[] };
      const isRefused =
        body.temperature !== undefined ||
        ['tool', 'any'].includes(body.tool_choice?.type ?? '') ||
        body.messages.at(-1)?.role === 'assistant';
      if (!isRefused) return vendorReply(asked, { text: 'ok' });
      const error = { type: 'invalid_request_error', message: 'not supported for this model' };
      return { kind: 'json', status: 400, body: { type: 'error', error } };
    });
    const { text, warnings } = await anthropic(server.url, 'claude-opus-5-5').generate({
      messages: [...request.messages, { role: 'assistant', content: [{ type: 'text', text: 'Prices ' }] }],
      temperature: 0.2,
      tools: [{ name: 'price', description: 'A price.', inputSchema: { type: 'object' } }],
      toolChoice: { toolName: 'price' },
    });
    expect(text).toBe('ok');
    expect(warnings.map(({ parameter }) => parameter)).toEqual(['temperature', 'toolChoice', 'messages']);
  });
});

describe('check 9: one schema means the same at both providers', () => {
  it('gives the same object for the same answer, bounds and what may be left out included', async () => {
    const schema = z.object({
      cars: z.array(z.object({ model: z.string(), trim: z.string().optional(), doors: z.int().min(2).max(5) })).min(1),
    });
    const text = '{"cars":[{"model":"911","trim":null,"doors":2}]}';
    await using server = await startLoopbackServer((asked) => vendorReply(asked, { text }));
    const objects = await Promise.all(
      [openai(server.url), anthropic(server.url)].map(
        async (model) => (await generateObject(model, { schema, prompt: 'Cars?' })).object,
      ),
    );
    expect(objects).toEqual([{ cars: [{ model: '911', doors: 2 }] }, { cars: [{ model: '911', doors: 2 }] }]);
    await using wrong = await startLoopbackServer((asked) => vendorReply(asked, { text: '{"cars":[]}' }));
    for (const model of [openai(wrong.url), anthropic(wrong.url)])
      await expect(generateObject(model, { schema, prompt: 'Cars?' })).rejects.toMatchObject({
        code: 'invalid-output',
      });
  });

  it('refuses when it is defined what no provider can carry, with the path', () => {
    expect(() => portableSchema(z.object({ when: z.date() }), { name: 'x' })).toThrow(/when/);
  });
});

describe('check 11: no token is priced twice', () => {
  it('counts what Anthropic wrote to its cache beside the input', () => {
    const usage = fromMessagesUsage({ input_tokens: 3, cache_creation_input_tokens: 12_304, output_tokens: 550 });
    expect(usage).toMatchObject({ input: { uncached: 3, cacheWrite: { default: 12_304 } }, total: 12_857 });
  });

  it('takes what OpenAI read from its cache off the input once', () => {
    const usage = fromResponsesUsage({
      usage: {
        input_tokens: 1000,
        input_tokens_details: { cached_tokens: 900, cache_write_tokens: 50 },
        output_tokens: 10,
        output_tokens_details: { reasoning_tokens: 4 },
        total_tokens: 1010,
      },
    });
    expect(usage).toMatchObject({ input: { uncached: 50, cacheRead: 900, cacheWrite: { default: 50 } }, total: 1010 });
    expect(usage.output).toEqual({ text: 6, reasoning: 4 });
  });
});

describe('check 12: a placeholder that is cut anywhere is restored, for whoever it belongs to', () => {
  it('also in the arguments of a tool, with two requests at once', async () => {
    const call = { type: 'tool-call', callId: '1', toolName: 'mail', argumentsJson: '{"to":"[[EMAIL_1]]"}' } as const;
    const model = withRedaction()(scriptedModel([{ text: 'To [[EMAIL_1]] it goes.', toolCalls: [call] }]));
    const ask = (email: string) =>
      read(model, { messages: [{ role: 'user', content: [{ type: 'text', text: `Write to ${email}` }] }] });
    const [ann, bob] = await Promise.all([ask('ann@example.com'), ask('bob@example.org')]);
    expect([ann.text, bob.text]).toEqual(['To ann@example.com it goes.', 'To bob@example.org it goes.']);
    expect([ann, bob].map(({ result }) => result?.toolCalls[0]?.argumentsJson)).toEqual([
      '{"to":"ann@example.com"}',
      '{"to":"bob@example.org"}',
    ]);
  });
});

describe('check 13: a changed audit is found', () => {
  it('whatever was done to it, under 20 writers at once', async () => {
    const key = 'a secret of these checks';
    const log = memoryAuditLog();
    const model = withAudit({ log, key, keepTexts: true })(scriptedModel(['Prices held.']));
    await Promise.all(Array.from({ length: 20 }, () => model.generate(request)));
    const head = await log.head();
    const entries: AuditEntry[] = [];
    for await (const entry of log.read()) entries.push(entry);
    const verdict = (found: readonly AuditEntry[]) => {
      const stored: AuditLog = {
        ...log,
        async *read() {
          yield* found;
        },
      };
      return verifyAudit(stored, { key, head });
    };
    expect(await verdict(entries)).toMatchObject({ isWhole: true, entryCount: 20 });
    const changed = (index: number, changes: Partial<AuditEntry>) =>
      entries.map((entry, place) => (place === index ? { ...entry, ...changes } : entry));
    const [first, second, ...rest] = entries as [AuditEntry, AuditEntry, ...AuditEntry[]];
    for (const found of [
      changed(4, { costNanoUsd: '1' }),
      changed(4, { requestText: 'harmless' }),
      entries.toSpliced(7, 1),
      [second, first, ...rest],
      entries.toSpliced(7, 0, entries[6] as AuditEntry),
      entries.slice(0, -1),
    ])
      expect(await verdict(found)).toMatchObject({ isWhole: false });
  });
});

describe('check 17: two copies of the package', () => {
  it('know the errors of each other', async () => {
    const other = (await import(/* @vite-ignore */ `${'./errors.ts'}?copy=2`)) as typeof errors;
    const error = new other.LlmError('quota', 'Slow down.', { retryAfterMs: 7 });
    expect(error).not.toBeInstanceOf(LlmError);
    expect(isLlmError(error)).toBe(true);
    expect(other.isLlmError(new LlmError('auth', 'The key is wrong.'))).toBe(true);
    expect([isLlmError(new Error('other')), isLlmError(null), isLlmError({ code: 'quota' })]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
