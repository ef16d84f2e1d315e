import { expect, it } from 'vitest';
import { contentHash } from './content-hash.ts';
import { memoryPromptStore } from './memory/memory-prompt-store.ts';
import type { PromptDraft } from './prompt.ts';
import { PromptManager } from './prompt-manager.ts';
import { PromptReader } from './prompt-reader.ts';
import type { PromptStore } from './prompt-store.ts';

const draft: PromptDraft = {
  type: 'summary',
  systemPrompt: 'You write.',
  userPromptTemplate: 'Write about {{data:facts}}',
  modelProvider: 'openai',
  modelName: 'a-model',
  description: 'a test',
  createdBy: 'ada',
};
const PRODUCTION = { type: 'summary', label: 'production' };

async function setUp() {
  let now = 0;
  let asked = 0;
  let failing = false;
  const inner = memoryPromptStore();
  const store: PromptStore = {
    ...inner,
    byLabel(query) {
      asked += 1;
      return failing ? Promise.reject(new TypeError('down')) : inner.byLabel(query);
    },
  };
  let id = 0;
  const writer = new PromptManager({ store: inner, now: () => now, newId: () => `id-${++id}` });
  const deploy = async (systemPrompt: string) => {
    const promptId = await writer.createPrompt({ ...draft, systemPrompt });
    await writer.deployPrompt(promptId, { deployedBy: 'ada', reason: 'a test' });
  };
  await deploy('one');
  const reader = new PromptReader({ store, now: () => now, freshMs: 100, staleMs: 1000 });
  const read = async () => {
    const { prompt, ...rest } = await reader.label(PRODUCTION);
    return { text: prompt?.systemPrompt ?? null, ...rest };
  };
  return {
    inner,
    reader,
    read,
    deploy,
    advance: (ms: number) => (now += ms),
    fail: (value: boolean) => (failing = value),
    asked: () => asked,
  };
}

it('asks once for many readers, and not again while it is fresh', async () => {
  const { read, asked, advance } = await setUp();
  await Promise.all(Array.from({ length: 20 }, read));
  advance(99);
  expect(await read()).toEqual({ text: 'one', ageMs: 99, stale: false });
  expect(asked()).toBe(1);
});

it('gives the old one while it asks for the new one', async () => {
  const { read, deploy, advance } = await setUp();
  await read();
  await deploy('two');
  advance(500);
  expect(await read()).toEqual({ text: 'one', ageMs: 500, stale: true });
  await Promise.resolve();
  expect(await read()).toMatchObject({ text: 'two', stale: false });
});

it('waits where what it has is too old, and gives it, flagged, where the store does not answer', async () => {
  const { read, deploy, advance, fail } = await setUp();
  await read();
  await deploy('two');
  advance(1001);
  fail(true);
  expect(await read()).toEqual({ text: 'one', ageMs: 1001, stale: true });
  fail(false);
  expect(await read()).toEqual({ text: 'two', ageMs: 0, stale: false });
});

it('rejects where nothing was ever read and the store does not answer', async () => {
  const { read, fail } = await setUp();
  fail(true);
  await expect(read()).rejects.toThrow('down');
});

it('hears of a deployment at once, of its label alone', async () => {
  const { reader, read, deploy, inner, asked } = await setUp();
  await inner.subscribe((change) => reader.forget(change));
  await read();
  reader.forget({ type: 'another' });
  await read();
  expect(asked()).toBe(1);
  await deploy('two');
  expect(await read()).toEqual({ text: 'two', ageMs: 0, stale: false });
  reader.forget({});
  await read();
  expect(asked()).toBe(3);
});

it('does not take for news what was asked for before a deployment', async () => {
  let release: (() => void) | undefined;
  const inner = memoryPromptStore();
  const manager = new PromptManager({
    store: inner,
    now: () => 0,
    newId: (() => {
      let n = 0;
      return () => `id-${++n}`;
    })(),
  });
  const first = await manager.createPrompt(draft);
  const second = await manager.createPrompt({ ...draft, systemPrompt: 'two' });
  await manager.deployPrompt(first, { deployedBy: 'ada', reason: 'a test' });
  let slow = true;
  const reader = new PromptReader({
    now: () => 0,
    store: {
      ...inner,
      async byLabel(query) {
        const found = await inner.byLabel(query);
        if (slow) await new Promise<void>((resolve) => (release = resolve));
        return found;
      },
    },
  });
  const early = reader.label(PRODUCTION);
  await new Promise((resolve) => setImmediate(resolve));
  await manager.deployPrompt(second, { deployedBy: 'ada', reason: 'a test' });
  reader.forget(PRODUCTION);
  slow = false;
  release?.();
  await early;
  expect((await reader.label(PRODUCTION)).prompt?.systemPrompt).toBe('two');
});

it('check 14: a label of digits is not a version', async () => {
  const { inner } = await setUp();
  const manager = new PromptManager({
    store: inner,
    now: () => 0,
    newId: () => `x${Math.floor(performance.now() * 1e6)}`,
  });
  await manager.createPrompt({ ...draft, systemPrompt: 'two' });
  await manager.createPrompt({ ...draft, systemPrompt: 'three' });
  await manager.deployPrompt((await inner.byVersion({ type: 'summary', version: 1 }))!.id, {
    deployedBy: 'a',
    reason: 'b',
    label: '3',
  });
  expect((await manager.getPrompt('summary', 3)).prompt.systemPrompt).toBe('three');
  expect((await manager.getPrompt('summary', { label: '3' })).prompt.systemPrompt).toBe('one');
  expect((await manager.getPrompt('summary', 3)).prompt.systemPrompt).toBe('three');
});

it('keeps bundled versions as the last resort, flagged, only where nothing was ever read', async () => {
  const { inner } = await setUp();
  let down = false;
  const store = {
    ...inner,
    byLabel: (query: typeof PRODUCTION) => (down ? Promise.reject(new TypeError('down')) : inner.byLabel(query)),
  };
  const bundled = [
    { ...draft, id: 'b', version: 1, contentHash: contentHash(draft), createdAt: 0, systemPrompt: 'bundled' },
  ];
  const manager = new PromptManager({
    store,
    now: () => 0,
    newId: () => 'x',
    bundled,
    reads: { freshMs: 0, staleMs: 0 },
  });
  expect(await manager.getPrompt('summary')).toMatchObject({ source: 'store', prompt: { systemPrompt: 'one' } });
  down = true;
  expect(await manager.getPrompt('summary')).toMatchObject({
    source: 'store',
    stale: true,
    prompt: { systemPrompt: 'one' },
  });
  const cold = new PromptManager({ store, now: () => 0, newId: () => 'x', bundled });
  expect(await cold.getPrompt('summary')).toMatchObject({ source: 'bundled', prompt: { systemPrompt: 'bundled' } });
});
