import { expect, it } from 'vitest';
import { composePrompt, includedTypes } from './compose-prompt.ts';
import { contentHash } from './content-hash.ts';
import { memoryPromptStore } from './memory/memory-prompt-store.ts';
import type { PromptDraft } from './prompt.ts';
import { PromptManager } from './prompt-manager.ts';

const by = { deployedBy: 'ada', reason: 'a test' };

function draft(type: string, texts: Partial<PromptDraft>): PromptDraft {
  return {
    type,
    systemPrompt: 'You write.',
    userPromptTemplate: 'Write about {{data:facts}}',
    modelProvider: 'openai',
    modelName: 'a-model',
    description: 'a test',
    createdBy: 'ada',
    ...texts,
  };
}

function setUp() {
  let id = 0;
  const store = memoryPromptStore();
  return { store, manager: new PromptManager({ store, now: () => 0, newId: () => `id-${++id}` }) };
}

it('takes the same text of the pinned version, and of what is deployed where none is named', async () => {
  const { store, manager } = setUp();
  const first = await manager.createPrompt(draft('tone', { systemPrompt: 'Be brief.' }));
  await manager.createPrompt(draft('tone', { systemPrompt: 'Be long.' }));
  await manager.deployPrompt(first, by);
  const id = await manager.createPrompt(
    draft('summary', { systemPrompt: '{{include:tone}} Then: {{ include:tone@2 }} {{fact:x|money}}' }),
  );
  const prompt = await store.byId(id);
  expect(prompt?.systemPrompt).toBe('Be brief. Then: Be long. {{fact:x|money}}');
  expect(prompt?.composition?.systemPrompt).toContain('{{include:tone}}');
  expect(prompt?.composition?.includes.map(({ type, version }) => `${type}@${version}`)).toEqual(['tone@1', 'tone@2']);
});

it('freezes what was taken in: a later deployment makes another version, and changes none', async () => {
  const { store, manager } = setUp();
  const tone = await manager.createPrompt(draft('tone', { systemPrompt: 'Be brief.' }));
  await manager.deployPrompt(tone, by);
  const written = draft('summary', { systemPrompt: '{{include:tone}}' });
  const first = await manager.createPrompt(written);
  expect(await manager.createPrompt(written)).toBe(first);
  const changed = await manager.createPrompt(draft('tone', { systemPrompt: 'Be kind.' }));
  await manager.deployPrompt(changed, by);
  const second = await manager.createPrompt(written);
  expect(second).not.toBe(first);
  expect((await store.byId(first))?.systemPrompt).toBe('Be brief.');
  const [one, two] = await Promise.all([store.byId(first), store.byId(second)]);
  expect(one!.contentHash).toBe(contentHash(one!));
  expect(one!.contentHash).not.toBe(two!.contentHash);
});

it('changes its hash with what was taken in, also where the whole text is the same', () => {
  const composition = (hash: string) => ({
    systemPrompt: '{{include:tone}}',
    userPromptTemplate: '',
    includes: [{ type: 'tone', version: 1, contentHash: hash }],
  });
  const plain = draft('summary', {});
  const hashes = [plain, { ...plain, composition: composition('a') }, { ...plain, composition: composition('b') }].map(
    contentHash,
  );
  expect(new Set(hashes).size).toBe(3);
});

it('refuses what takes itself in, at once or over others', async () => {
  const { manager } = setUp();
  await manager.createPrompt(draft('a', { systemPrompt: 'plain' }));
  const own = manager.createPrompt(draft('a', { systemPrompt: '{{include:a@1}}' }));
  await expect(own).rejects.toMatchObject({ code: 'include-cycle' });
  await manager.createPrompt(draft('b', { systemPrompt: '{{include:a@1}}' }));
  await manager.createPrompt(draft('c', { systemPrompt: '{{include:b@1}}' }));
  const round = manager.createPrompt(draft('a', { systemPrompt: '{{include:c@1}}' }));
  await expect(round).rejects.toThrow('a -> c@1 -> a@1');
});

it('says what is missing', async () => {
  const { manager } = setUp();
  await expect(manager.createPrompt(draft('s', { systemPrompt: '{{include:tone}}' }))).rejects.toThrow(
    'nothing of it is deployed',
  );
  await expect(manager.createPrompt(draft('s', { systemPrompt: '{{include:tone@4}}' }))).rejects.toThrow(
    'no version 4',
  );
});

it('leaves a prompt without includes as it is, and finds the types of one that has some', async () => {
  const plain = draft('summary', {});
  expect(await composePrompt(plain, async () => null)).toBe(plain);
  expect(
    includedTypes(draft('s', { systemPrompt: '{{include:b}}{{include:a@2}}', userPromptTemplate: '{{include:b@1}}' })),
  ).toEqual(['b', 'a']);
});
