import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { afterEach, describe, expect, it } from 'vitest';
import { anthropicBatches } from '../anthropic/anthropic-batches.ts';
import type { GenerateRequest, LanguageModel } from '../language-model.ts';
import { openAIBatches } from '../openai/openai-batches.ts';
import { type BatchServer, type BatchServerAnswer, startBatchServer } from '../testing/batch-server.ts';
import type { BatchApi } from './batch-api.ts';
import type { BatchHandle, BatchItem } from './batch-handle.ts';
import { fileBatchStore } from './file-batch-store.ts';
import { memoryBatchStore } from './memory-batch-store.ts';
import { cancelBatch, pollBatch } from './poll-batch.ts';
import { type BatchItemResult, resultsOf } from './results-of.ts';
import { submitBatch } from './submit-batch.ts';

const request = (text: string): GenerateRequest => ({
  system: 'You write about cars.',
  messages: [{ role: 'user', content: [{ type: 'text', text }] }],
  temperature: 0.2,
});
const items: readonly BatchItem[] = ['plain', 'refused', 'cut', 'broken', 'late', 'gone'].map((itemId) => ({
  itemId,
  request: request(`Summarize ${itemId}.`),
}));

const openAIBody = (text: string, changes: object = {}) => ({
  id: 'resp_1',
  object: 'response',
  status: 'completed',
  model: 'gpt-6-luna-2026-09-22',
  service_tier: 'default',
  output: [{ type: 'message', content: [{ type: 'output_text', text }] }],
  usage: {
    input_tokens: 100,
    input_tokens_details: { cached_tokens: 60 },
    output_tokens: 20,
    output_tokens_details: { reasoning_tokens: 5 },
  },
  ...changes,
});
const anthropicBody = (text: string, changes: object = {}) => ({
  id: 'msg_1',
  type: 'message',
  model: 'claude-haiku-5-5',
  content: [{ type: 'text', text }],
  stop_reason: 'end_turn',
  usage: { input_tokens: 40, cache_read_input_tokens: 60, output_tokens: 20, service_tier: 'batch' },
  ...changes,
});

interface Vendor {
  readonly batches: (url: string) => BatchApi;
  readonly answer: (call: { readonly customId: string }) => BatchServerAnswer;
}

const itemOf = (customId: string) => customId.slice(customId.indexOf('_') + 1);
const vendors: Readonly<Record<string, Vendor>> = {
  openai: {
    batches: (url) =>
      openAIBatches(new OpenAI({ apiKey: 'test', baseURL: `${url}/v1`, maxRetries: 0 }), { modelId: 'gpt-6-luna' }),
    answer: ({ customId }) => {
      const itemId = itemOf(customId);
      if (itemId === 'late') return { outcome: 'expired' };
      if (itemId === 'gone') return { outcome: 'missing' };
      if (itemId === 'broken')
        return { status: 400, body: { error: { type: 'invalid_request_error', message: 'prompt is too long' } } };
      const refusal = [{ type: 'message', content: [{ type: 'refusal', refusal: 'No.' }] }];
      if (itemId === 'refused') return { body: openAIBody('', { output: refusal }) };
      const cut = { status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } };
      return { body: openAIBody(`About ${itemId}.`, itemId === 'cut' ? cut : {}) };
    },
  },
  anthropic: {
    batches: (url) =>
      anthropicBatches(new Anthropic({ apiKey: 'test', baseURL: url, maxRetries: 0 }), { modelId: 'claude-haiku-5-5' }),
    answer: ({ customId }) => {
      const itemId = itemOf(customId);
      if (itemId === 'late') return { outcome: 'expired' };
      if (itemId === 'gone') return { outcome: 'missing' };
      if (itemId === 'broken') {
        const error = { type: 'invalid_request_error', message: 'prompt is too long' };
        return { status: 400, body: { type: 'error', error } };
      }
      const stop_reason = { refused: 'refusal', cut: 'max_tokens' }[itemId] ?? 'end_turn';
      return { body: anthropicBody(`About ${itemId}.`, { stop_reason }) };
    },
  },
};

const servers: BatchServer[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server[Symbol.asyncDispose]();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function start(vendor: Vendor): Promise<{ readonly server: BatchServer; readonly api: BatchApi }> {
  const server = await startBatchServer({ answer: vendor.answer });
  servers.push(server);
  return { server, api: vendor.batches(server.url) };
}

async function all(results: AsyncIterable<BatchItemResult>): Promise<Map<string, BatchItemResult>> {
  const read = new Map<string, BatchItemResult>();
  for await (const result of results) {
    expect(read.has(result.itemId)).toBe(false);
    read.set(result.itemId, result);
  }
  return read;
}

describe.each(Object.entries(vendors))('batches of %s', (provider, vendor) => {
  it('hands in, polls, and answers every item once with its own outcome', async () => {
    const { server, api } = await start(vendor);
    const handle = await submitBatch(api, { key: 'daily', items, store: memoryBatchStore() });
    expect(await pollBatch(api, { handle })).toMatchObject({ state: 'running' });
    await expect(all(resultsOf(api, { handle }))).rejects.toMatchObject({ code: 'invalid-request' });
    server.finish();
    const status = await pollBatch(api, { handle });
    expect(status).toMatchObject({ state: 'ended', counts: { answered: 3 } });
    expect(status.endedAt).toBeGreaterThan(handle.submittedAt);

    const results = await all(resultsOf(api, { handle }));
    expect([...results.keys()].sort()).toEqual(items.map((item) => item.itemId).sort());
    expect(results.get('plain')).toMatchObject({
      outcome: 'answered',
      result: {
        text: 'About plain.',
        provider,
        requestedModel: api.modelId,
        usage: { input: { cacheRead: 60 }, serviceTier: 'batch', total: 120, source: 'reported' },
        attempts: [{ attemptId: `${handle.batchId}/plain`, startedAt: handle.submittedAt, usage: { total: 120 } }],
      },
    });
    expect(results.get('refused')).toMatchObject({
      outcome: 'failed',
      error: { code: 'refusal', usage: { serviceTier: 'batch', total: 120 }, attempts: [{ errorCode: 'refusal' }] },
    });
    expect(results.get('cut')).toMatchObject({
      outcome: 'failed',
      error: { code: 'truncated', partialText: 'About cut.', usage: { serviceTier: 'batch', total: 120 } },
    });
    expect(results.get('broken')).toMatchObject({ outcome: 'failed', error: { code: 'context-length' } });
    expect(results.get('late')).toEqual({ itemId: 'late', outcome: 'expired' });
  });

  it('trims what the model does not take, and says so on each result', async () => {
    const { server, api } = await start(vendor);
    const handle = await submitBatch(api, { key: 'daily', items, store: memoryBatchStore() });
    server.finish();
    const plain = (await all(resultsOf(api, { handle }))).get('plain');
    expect(plain).toMatchObject({ result: { warnings: [{ code: 'dropped-parameter', parameter: 'temperature' }] } });
    expect(server.batches[0]?.calls[0]?.body).not.toHaveProperty('temperature');
    expect(server.batches[0]?.calls[0]?.body).toMatchObject({ model: api.modelId });
  });

  it('hands one key in once, whoever asks, and goes on from plain JSON after a crash', async () => {
    const { server, api } = await start(vendor);
    const folder = mkdtempSync(join(tmpdir(), 'batches-'));
    folders.push(folder);
    const handle = await submitBatch(api, { key: 'daily', items, store: await fileBatchStore(folder) });
    const other = vendor.batches(server.url);
    expect(await submitBatch(other, { key: 'daily', items, store: await fileBatchStore(folder) })).toEqual(handle);
    expect(server.batches).toHaveLength(1);
    server.finish();
    const kept = JSON.parse(JSON.stringify(handle)) as BatchHandle;
    expect((await all(resultsOf(other, { handle: kept }))).size).toBe(items.length);
    const changed = [...items.slice(1), { itemId: 'plain', request: request('Something else.') }];
    await expect(
      submitBatch(api, { key: 'daily', items: changed, store: await fileBatchStore(folder) }),
    ).rejects.toMatchObject({ code: 'invalid-request' });
  });

  it('lets one of 20 concurrent callers hand in', async () => {
    const { server, api } = await start(vendor);
    const store = memoryBatchStore();
    const callers = Array.from({ length: 20 }, () => submitBatch(api, { key: 'daily', items, store }));
    const settled = await Promise.allSettled(callers);
    expect(server.batches).toHaveLength(1);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of settled)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'timeout', isRetryable: true });
    expect((await submitBatch(api, { key: 'daily', items, store })).batchId).toBe(server.batches[0]?.id);
  });

  it('finds a batch again whose answer was lost, and does not pay twice', async () => {
    const { server, api } = await start(vendor);
    const store = memoryBatchStore();
    await submitBatch(api, { key: 'another of the same size', items, store });
    server.loseNextAnswer();
    await expect(submitBatch(api, { key: 'daily', items, store })).rejects.toMatchObject({ code: 'network' });
    expect(server.batches).toHaveLength(2);
    // Where the provider has no place for our key, a batch that runs cannot be told from another of its size.
    const again = submitBatch(api, { key: 'daily', items, store });
    if (provider === 'anthropic') await expect(again).rejects.toMatchObject({ code: 'timeout', retryAfterMs: 60_000 });
    else expect((await again).batchId).toBe('batch_2');
    server.finish();
    expect((await submitBatch(api, { key: 'daily', items, store })).batchId).toBe('batch_2');
    expect(server.batches).toHaveLength(2);
  });

  it('takes over from a process that died before it handed in', async () => {
    const { server, api } = await start(vendor);
    const store = memoryBatchStore();
    let time = Date.now();
    const dead: BatchApi = { ...api, create: () => new Promise(() => undefined) };
    void submitBatch(dead, { key: 'daily', items, store, leaseMs: 1000, now: () => time });
    await Promise.resolve();
    const early = submitBatch(api, { key: 'daily', items, store, leaseMs: 1000, now: () => time });
    await expect(early).rejects.toMatchObject({ code: 'timeout' });
    time += 1001;
    await submitBatch(api, { key: 'daily', items, store, leaseMs: 1000, now: () => time });
    expect(server.batches).toHaveLength(1);
  });

  it('cancels: what was answered stays, the others are told', async () => {
    const { server, api } = await start(vendor);
    const plain = ['a', 'b', 'c', 'd'].map((itemId) => ({ itemId, request: request(itemId) }));
    const handle = await submitBatch(api, { key: 'daily', items: plain, store: memoryBatchStore() });
    await cancelBatch(api, { handle });
    expect(await pollBatch(api, { handle })).toMatchObject({ state: 'cancelling' });
    server.finish();
    await cancelBatch(api, { handle });
    expect(await pollBatch(api, { handle })).toMatchObject({ state: 'ended', end: 'cancelled' });
    const results = await all(resultsOf(api, { handle }));
    expect(plain.map(({ itemId }) => results.get(itemId)?.outcome)).toEqual([
      'answered',
      'cancelled',
      'answered',
      'cancelled',
    ]);
  });

  it('reads results while they arrive', async () => {
    const { server, api } = await start(vendor);
    const handle = await submitBatch(api, { key: 'daily', items, store: memoryBatchStore() });
    server.finish();
    const release = server.holdResultsAfter(1);
    const reading = resultsOf(api, { handle });
    expect((await reading.next()).done).toBe(false);
    release();
    expect((await all(reading)).size).toBe(items.length - 1);
  });

  it('fails where the connection breaks, and gives everything when it is read again', async () => {
    const { server, api } = await start(vendor);
    const handle = await submitBatch(api, { key: 'daily', items, store: memoryBatchStore() });
    server.finish();
    server.cutResultsAfter(1);
    await expect(all(resultsOf(api, { handle }))).rejects.toMatchObject({ code: 'network' });
    server.cutResultsAfter(undefined);
    expect((await all(resultsOf(api, { handle }))).size).toBe(items.length);
  });

  it('takes each item through wrappers as if it had been called', async () => {
    const { server, api } = await start(vendor);
    const handle = await submitBatch(api, { key: 'daily', items, store: memoryBatchStore() });
    server.finish();
    const booked: string[] = [];
    const wrap = (model: LanguageModel): LanguageModel => ({
      ...model,
      async generate(asked) {
        const result = await model.generate(asked);
        booked.push(`${asked.context?.feature ?? ''} ${result.usage.serviceTier ?? ''} ${result.usage.total ?? ''}`);
        return result;
      },
    });
    const requestOf = () => ({ messages: [], context: { feature: 'market_summary' } });
    const results = await all(resultsOf(api, { handle, wrap, requestOf }));
    expect(booked).toEqual(['market_summary batch 120']);
    expect(results.get('refused')).toMatchObject({ outcome: 'failed', error: { code: 'refusal' } });
  });

  it('refuses items that cannot be matched, and a handle of another model', async () => {
    const { server, api } = await start(vendor);
    const store = memoryBatchStore();
    const submit = (ids: readonly string[]) =>
      submitBatch(api, { key: 'k', items: ids.map((itemId) => ({ itemId, request: request('a') })), store });
    await expect(submit([])).rejects.toThrow('needs an item');
    await expect(submit(['a', 'a'])).rejects.toThrow('comes twice');
    await expect(submit(['a b'])).rejects.toThrow('55 letters');
    await expect(submit(['a'.repeat(56)])).rejects.toThrow('55 letters');
    expect(server.batches).toHaveLength(0);
    const handle = await submit(['a']);
    await expect(pollBatch({ ...api, modelId: 'other' }, { handle })).rejects.toMatchObject({
      code: 'invalid-request',
    });
  });
});

it('tells why a batch was refused as a whole', async () => {
  const { server, api } = await start(vendors['openai'] as Vendor);
  const handle = await submitBatch(api, { key: 'daily', items, store: memoryBatchStore() });
  server.finish('failed');
  expect(await pollBatch(api, { handle })).toMatchObject({
    state: 'ended',
    end: 'failed',
    reason: 'Line 1 is no JSON.',
  });
  for (const result of (await all(resultsOf(api, { handle }))).values())
    expect(result).toMatchObject({ outcome: 'failed', error: { code: 'invalid-request' } });
});
