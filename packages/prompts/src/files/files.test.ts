import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { memoryPromptStore } from '../memory/memory-prompt-store.ts';
import { PromptManager } from '../prompt-manager.ts';
import { parseCases } from './case-file.ts';
import { readCases } from './prompt-folder.ts';
import { pullPrompts } from './pull-prompts.ts';
import { pushPrompts } from './push-prompts.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pa-prompts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function setUp() {
  let id = 0;
  const store = memoryPromptStore();
  const manager = new PromptManager({ store, now: () => 0, newId: () => `id-${++id}`, capabilities: 'unchecked' });
  return { store, manager, createdBy: 'ada' };
}

function write(type: string, texts: { readonly system: string; readonly user?: string; readonly json?: string }) {
  mkdirSync(join(folder, type), { recursive: true });
  writeFileSync(join(folder, type, 'system.md'), texts.system);
  writeFileSync(join(folder, type, 'user.md'), texts.user ?? 'About {{data:facts}}\n');
  writeFileSync(join(folder, type, 'prompt.json'), texts.json ?? '{"model": "openai/a/model", "maxOutputTokens": 50}');
}

function snapshot(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file, readFileSync(file, 'utf8')]),
  );
}

it('pushes each content once, and says what is new', async () => {
  const desk = setUp();
  write('summary', { system: 'You write.\n' });
  const first = await pushPrompts(folder, desk);
  expect(first.map(({ prompt, status }) => [prompt.type, prompt.version, status])).toEqual([['summary', 1, 'created']]);
  expect(first[0]!.prompt).toMatchObject({
    modelProvider: 'openai',
    modelName: 'a/model',
    systemPrompt: 'You write.',
    createdBy: 'ada',
  });
  expect((await pushPrompts(folder, desk))[0]!.status).toBe('unchanged');
  expect(await desk.store.labels('summary')).toEqual([]);
});

it('goes from the store to files and back without a change, letter for letter', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[{}\0]/g, '')),
      fc.option(
        fc.double({ min: 0, max: 2, noNaN: true }).map((value) => value + 0),
        { nil: undefined },
      ),
      async (text, temperature) => {
        const desk = setUp();
        const id = await desk.manager.createPrompt({
          type: 'summary',
          systemPrompt: `${text}\r\n\n`,
          userPromptTemplate: text,
          modelProvider: 'openai',
          modelName: 'a-model',
          description: text,
          createdBy: 'ada',
          ...(temperature === undefined ? {} : { temperature }),
        });
        await pullPrompts(folder, desk);
        const [pushed] = await pushPrompts(folder, desk);
        expect(pushed).toMatchObject({ status: 'unchanged', prompt: { id } });
        const before = snapshot();
        expect((await pullPrompts(folder, desk))[0]!.status).toBe('unchanged');
        expect(snapshot()).toEqual(before);
      },
    ),
    { numRuns: 60 },
  );
});

it('pushes what is taken in first, and writes includes back as they were written', async () => {
  const desk = setUp();
  write('a_summary', { system: '{{include:tone}} You write.\n' });
  write('tone', { system: 'Be brief.\n' });
  const pushed = await pushPrompts(folder, desk);
  expect(pushed.map(({ prompt }) => prompt.type)).toEqual(['tone', 'a_summary']);
  expect(pushed[1]!.prompt.systemPrompt).toBe('Be brief. You write.');
  const before = snapshot()[join(folder, 'a_summary', 'system.md')];
  await pullPrompts(folder, desk);
  expect(snapshot()[join(folder, 'a_summary', 'system.md')]).toBe(before);
  write('tone', { system: 'Be kind.\n' });
  expect((await pushPrompts(folder, desk)).map(({ prompt }) => prompt.version)).toEqual([2, 2]);
});

it('adds nothing where prompts take each other in', async () => {
  const desk = setUp();
  write('a', { system: '{{include:b}}' });
  write('b', { system: '{{include:c@1}}' });
  write('c', { system: '{{include:a}}' });
  await expect(pushPrompts(folder, desk)).rejects.toThrow('a -> b -> c -> a');
  expect(await desk.store.types()).toEqual([]);
});

it('pulls what a label names, and the newest where it names nothing', async () => {
  const desk = setUp();
  write('summary', { system: 'one\n' });
  const [first] = await pushPrompts(folder, desk);
  await desk.manager.deployPrompt(first!.prompt.id, { deployedBy: 'ada', reason: 'a test' });
  write('summary', { system: 'two\n' });
  await pushPrompts(folder, desk);
  expect((await pullPrompts(folder, desk))[0]!.prompt.version).toBe(1);
  expect((await pullPrompts(folder, { ...desk, label: 'staging' }))[0]!.prompt.version).toBe(2);
  expect(readFileSync(join(folder, 'summary', 'system.md'), 'utf8')).toBe('two\n');
});

it.each([
  ['{"model": "openai"}', 'provider/model'],
  ['{"model": "a/b", "temprature": 1}', 'nrecognized'],
  ['{', 'is no JSON'],
])('says what is wrong with %s', async (json, message) => {
  write('summary', { system: 'x', json });
  await expect(pushPrompts(folder, setUp())).rejects.toThrow(message);
});

it('says which file is missing, and which folder', async () => {
  write('summary', { system: 'x' });
  rmSync(join(folder, 'summary', 'user.md'));
  await expect(pushPrompts(folder, setUp())).rejects.toThrow(/user\.md cannot be read/);
  await expect(pushPrompts(join(folder, 'none'), setUp())).rejects.toMatchObject({ code: 'unreadable-file' });
});

it('reads cases, and says what is none', async () => {
  write('summary', { system: 'x' });
  expect(await readCases(folder, 'summary')).toEqual([]);
  const cases = [
    { id: 'a', variables: { facts: 1 }, assertions: [{ name: 'n', kind: 'numeric', expected: 3, path: ['price'] }] },
  ];
  writeFileSync(join(folder, 'summary', 'cases.json'), JSON.stringify(cases));
  expect(await readCases(folder, 'summary')).toEqual(cases);
  const broken = [{ ...cases[0]!, assertions: [{ name: 'n', kind: 'check' }] }];
  expect(() => parseCases(JSON.stringify(broken), { file: 'cases.json' })).toThrow(
    'cases.json holds no cases at 0.assertions.0.kind',
  );
});
