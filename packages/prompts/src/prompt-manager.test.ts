import { expect, it } from 'vitest';
import { contentHash } from './content-hash.ts';
import { memoryPromptStore } from './memory/memory-prompt-store.ts';
import type { LLMPrompt, PromptDraft } from './prompt.ts';
import { PromptManager } from './prompt-manager.ts';

const draft: PromptDraft = {
  type: 'market_summary',
  systemPrompt: 'You write.',
  userPromptTemplate: 'Write about {{data:facts}}',
  modelProvider: 'openai',
  modelName: 'a-model',
  description: 'first',
  createdBy: 'ada',
};
const by = { deployedBy: 'ada', reason: 'a test' };

function setUp(bundled: readonly LLMPrompt[] = []) {
  let now = Date.UTC(2026, 2, 3, 12);
  let id = 0;
  const store = memoryPromptStore();
  const clock = { advance: (ms: number) => (now += ms), now: () => now };
  return { store, clock, manager: new PromptManager({ store, now: clock.now, newId: () => `id-${++id}`, bundled }) };
}

it('creates once for equal content, whoever wrote it', async () => {
  const { manager, store } = setUp();
  const id = await manager.createPrompt(draft);
  expect(await manager.createPrompt({ ...draft, description: 'again', createdBy: 'bob' })).toBe(id);
  expect(await store.versions(draft.type)).toHaveLength(1);
});

it('changes its hash with everything that shapes the answer', () => {
  const changes: Partial<PromptDraft>[] = [
    { systemPrompt: 'x' },
    { userPromptTemplate: 'x' },
    { modelProvider: 'x' },
    { modelName: 'x' },
    { temperature: 0 },
    { maxOutputTokens: 1 },
  ];
  const hashes = [draft, ...changes.map((change) => ({ ...draft, ...change }))].map(contentHash);
  expect(new Set(hashes).size).toBe(hashes.length);
});

it('gives what is deployed, and a version by number', async () => {
  const { manager } = setUp();
  const first = await manager.createPrompt(draft);
  await manager.createPrompt({ ...draft, systemPrompt: 'You write well.' });
  await expect(manager.getPrompt(draft.type)).rejects.toMatchObject({ code: 'unknown-prompt' });
  await manager.deployPrompt(first, by);
  expect((await manager.getPrompt(draft.type)).prompt.version).toBe(1);
  expect((await manager.getPrompt(draft.type, 2)).prompt.systemPrompt).toBe('You write well.');
  await expect(manager.getPrompt(draft.type, 3)).rejects.toMatchObject({ code: 'unknown-prompt' });
});

it('knows what ran when, and goes back', async () => {
  const { manager, clock } = setUp();
  const first = await manager.createPrompt(draft);
  const second = await manager.createPrompt({ ...draft, systemPrompt: 'You write well.' });
  await manager.deployPrompt(first, by);
  clock.advance(3_600_000);
  await manager.deployPrompt(second, by);
  clock.advance(3_600_000);
  await manager.rollback(draft.type, { ...by, reason: 'worse' });
  const at = (hour: number, minute: number) => manager.history(draft.type, { at: Date.UTC(2026, 2, 3, hour, minute) });
  expect(await at(11, 59)).toEqual([]);
  expect((await at(12, 30))[0]?.promptId).toBe(first);
  expect((await at(13, 30))[0]?.promptId).toBe(second);
  expect((await at(14, 0))[0]).toMatchObject({ promptId: first, reason: 'worse', previousPromptId: second });
  expect(await manager.history(draft.type)).toHaveLength(3);
});

it('lets one of two deployments with the same expectation win', async () => {
  const { manager } = setUp();
  const first = await manager.createPrompt(draft);
  const second = await manager.createPrompt({ ...draft, systemPrompt: 'You write well.' });
  const results = await Promise.allSettled(
    [first, second].map((id) => manager.deployPrompt(id, { ...by, expectedPromptId: null })),
  );
  expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find((result) => result.status === 'rejected')).toMatchObject({ reason: { code: 'deploy-conflict' } });
});

it('says what is missing', async () => {
  const { manager } = setUp();
  await expect(manager.deployPrompt('nothing', by)).rejects.toMatchObject({ code: 'unknown-prompt' });
  await expect(manager.rollback(draft.type, by)).rejects.toMatchObject({ code: 'unknown-prompt' });
});

it('falls back to what the program brings along, and says so', async () => {
  const bundled: LLMPrompt = { ...draft, id: 'b', version: 1, contentHash: contentHash(draft), createdAt: 0 };
  const { manager } = setUp([bundled]);
  expect(await manager.getPrompt(draft.type)).toEqual({
    prompt: bundled,
    source: 'bundled',
    stale: false,
    ageMs: 0,
  });
  const down = new PromptManager({
    store: { ...memoryPromptStore(), byLabel: () => Promise.reject(new TypeError('down')) },
    now: () => 0,
    newId: () => 'x',
    bundled: [bundled],
  });
  expect((await down.getPrompt(draft.type)).source).toBe('bundled');
});
