import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { contentHash } from '../content-hash.ts';
import type { PromptDeployment, PromptDraft } from '../prompt.ts';
import type { PromptStore } from '../prompt-store.ts';

function draft(userPromptTemplate: string, overrides: Partial<PromptDraft> = {}): PromptDraft {
  return {
    type: 'market_summary',
    systemPrompt: 'You write about cars – größte Sorgfalt.',
    userPromptTemplate,
    modelProvider: 'anthropic',
    modelName: 'a-model',
    maxOutputTokens: 800,
    description: 'a test',
    createdBy: 'tester',
    ...overrides,
  };
}

function added(content: PromptDraft, createdAt = 1_767_225_600_000) {
  return { id: randomUUID(), draft: content, contentHash: contentHash(content), createdAt };
}

function deployment(promptId: string, overrides: Partial<PromptDeployment> = {}): PromptDeployment {
  return {
    id: randomUUID(),
    type: 'market_summary',
    label: 'production',
    promptId,
    previousPromptId: null,
    deployedBy: 'tester',
    reason: 'first',
    deployedAt: 1_767_225_600_000,
    ...overrides,
  };
}

const PRODUCTION = { type: 'market_summary', label: 'production' } as const;

/** Proves that a store keeps the contract of `PromptStore`. Every test gets an empty store. */
export function describePromptStore(options: {
  readonly name: string;
  readonly createStore: () => Promise<PromptStore> | PromptStore;
}): void {
  describe(`PromptStore: ${options.name}`, () => {
    it('answers null and empty lists for what is missing', async () => {
      const store = await options.createStore();
      expect(await store.byId(randomUUID())).toBeNull();
      expect(await store.byVersion({ type: 'market_summary', version: 1 })).toBeNull();
      expect(await store.byLabel(PRODUCTION)).toBeNull();
      expect(await store.versions('market_summary')).toEqual([]);
      expect(await store.types()).toEqual([]);
      expect(await store.labels('market_summary')).toEqual([]);
      expect(await store.deployments(PRODUCTION)).toEqual([]);
      expect(await store.attempts(PRODUCTION)).toEqual([]);
    });

    it('gives back exactly what was added, and counts versions within a type', async () => {
      const store = await options.createStore();
      const first = added(draft('one', { temperature: 0.3 }));
      const second = added(draft('two'));
      const other = added(draft('one', { type: 'anomaly' }));
      expect(await store.add(first)).toEqual({
        ...first.draft,
        id: first.id,
        version: 1,
        contentHash: first.contentHash,
        createdAt: first.createdAt,
      });
      expect((await store.add(second)).version).toBe(2);
      expect((await store.add(other)).version).toBe(1);
      expect(await store.byId(second.id)).toEqual(await store.byVersion({ type: 'market_summary', version: 2 }));
      expect((await store.versions('market_summary')).map((prompt) => prompt.version)).toEqual([2, 1]);
      expect('temperature' in ((await store.byId(second.id)) as object)).toBe(false);
      expect(await store.types()).toEqual(['anomaly', 'market_summary']);
    });

    it('keeps effort and what a prompt was composed of', async () => {
      const store = await options.createStore();
      const content = draft('Be brief.\nNow write.', {
        effort: 'low',
        composition: {
          systemPrompt: 'You write about cars – größte Sorgfalt.',
          userPromptTemplate: '{{include:tone@2}}\nNow write.',
          includes: [{ type: 'tone', version: 2, contentHash: 'f'.repeat(64) }],
        },
      });
      const { id } = await store.add(added(content));
      expect(await store.byId(id)).toMatchObject(content);
    });

    it('takes a label of digits for a label', async () => {
      const store = await options.createStore();
      const [one, , three] = [
        await store.add(added(draft('one'))),
        await store.add(added(draft('two'))),
        await store.add(added(draft('three'))),
      ];
      await store.deploy(deployment(one.id, { label: '3' }));
      expect((await store.byLabel({ type: 'market_summary', label: '3' }))?.id).toBe(one.id);
      expect((await store.byVersion({ type: 'market_summary', version: 3 }))?.id).toBe(three?.id);
    });

    it('answers the version that already has the content', async () => {
      const store = await options.createStore();
      const first = await store.add(added(draft('one')));
      expect(await store.add(added(draft('one', { description: 'again' })))).toEqual(first);
      expect(await store.versions('market_summary')).toHaveLength(1);
    });

    it('numbers without gap or double under concurrent writers', async () => {
      const store = await options.createStore();
      const contents = Array.from({ length: 24 }, (_, index) => draft(`text ${index % 12}`));
      const prompts = await Promise.all(contents.map((content) => store.add(added(content))));
      expect(new Set(prompts.map((prompt) => prompt.version))).toEqual(
        new Set(Array.from({ length: 12 }, (_, index) => index + 1)),
      );
      expect(await store.versions('market_summary')).toHaveLength(12);
    });

    it('keeps the history of a label, newest first, labels apart', async () => {
      const store = await options.createStore();
      const one = await store.add(added(draft('one')));
      const two = await store.add(added(draft('two')));
      const entries = [
        deployment(one.id),
        deployment(two.id, { previousPromptId: one.id, deployedAt: 1_767_225_600_001 }),
        deployment(one.id, { previousPromptId: two.id, deployedAt: 1_767_225_600_001 }),
      ];
      for (const entry of entries) expect(await store.deploy(entry)).toEqual({ status: 'deployed' });
      expect(await store.deploy(deployment(two.id, { label: 'staging' }))).toEqual({ status: 'deployed' });
      expect(await store.deployments(PRODUCTION)).toEqual(entries.reverse());
      expect((await store.labels('market_summary')).map(({ label, promptId }) => [label, promptId])).toEqual([
        ['production', one.id],
        ['staging', two.id],
      ]);
    });

    it('refuses a deployment that expects another predecessor, and keeps the try', async () => {
      const store = await options.createStore();
      const one = await store.add(added(draft('one')));
      const two = await store.add(added(draft('two')));
      await store.deploy(deployment(one.id));
      const late = deployment(two.id);
      expect(await store.deploy(late)).toEqual({ status: 'conflict', currentPromptId: one.id });
      expect(await store.deployments(PRODUCTION)).toHaveLength(1);
      expect(await store.attempts(PRODUCTION)).toMatchObject([
        { ...late, outcome: 'refused' },
        { outcome: 'deployed' },
      ]);
      const wrong = deployment(two.id, { previousPromptId: 'never-was' });
      expect(await store.deploy(wrong)).toEqual({ status: 'conflict', currentPromptId: one.id });
      expect((await store.byLabel(PRODUCTION))?.id).toBe(one.id);
      expect(await store.labels('market_summary')).toMatchObject([{ label: 'production', promptId: one.id }]);
    });

    it('lets exactly one of many concurrent deployments win', async () => {
      const store = await options.createStore();
      const one = await store.add(added(draft('one')));
      const results = await Promise.all(Array.from({ length: 12 }, () => store.deploy(deployment(one.id))));
      expect(results.filter((result) => result.status === 'deployed')).toHaveLength(1);
      expect(await store.deployments(PRODUCTION)).toHaveLength(1);
      expect(await store.attempts(PRODUCTION)).toHaveLength(12);
    });
  });
}
