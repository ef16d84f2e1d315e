import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contentHash } from './content-hash.ts';
import { diffPrompts, diffTexts } from './diff-prompts.ts';
import type { TokenCounter } from './ports/token-counter.ts';
import type { LLMPrompt } from './prompt.ts';

function version(number: number, texts: Partial<LLMPrompt>): LLMPrompt {
  const content = {
    type: 'summary',
    systemPrompt: 'You write.\nBe kind.\n',
    userPromptTemplate: 'About {{data:facts}}',
    modelProvider: 'openai',
    modelName: 'a-model',
    description: 'a test',
    createdBy: 'ada',
    ...texts,
  };
  return { ...content, id: `p${number}`, version: number, contentHash: contentHash(content), createdAt: 0 };
}

const words: TokenCounter = {
  countTokens: async (text) => text.split(/\s+/).length,
  inputCostNanoUsd: (tokens) => BigInt(tokens) * 100n,
};

it('parts join to both texts again, whatever they are', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', '', 'c\r', '{{x}}'), { maxLength: 12 })
    .map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = diffTexts(before, after);
      const join = (kind: string) =>
        parts
          .filter((part) => part.kind !== kind)
          .map((part) => part.text)
          .join('');
      expect(join('added')).toBe(before);
      expect(join('removed')).toBe(after);
    }),
  );
});

it('tells texts, parameters, rendered inputs, tokens and cost', async () => {
  const from = version(1, {});
  const to = version(2, { systemPrompt: 'You write.\nBe brief and kind.\n', maxOutputTokens: 200 });
  const diff = await diffPrompts(from, to, {
    inputs: [{ name: 'one', variables: { facts: 'a b c' } }],
    tokenCounter: words,
  });
  expect(diff.parameters).toEqual([{ name: 'maxOutputTokens', before: null, after: '200' }]);
  expect(diff.systemPrompt.map(({ kind, text }) => `${kind} ${text.trim()}`)).toEqual([
    'same You write.',
    'removed Be kind.',
    'added Be brief and kind.',
  ]);
  expect(diff.userPromptTemplate).toEqual([{ kind: 'same', text: 'About {{data:facts}}' }]);
  const [rendered] = diff.rendered;
  expect(rendered?.fault).toBeNull();
  expect(rendered!.after!.tokens - rendered!.before!.tokens).toBe(2);
  expect(rendered!.after!.costNanoUsd! - rendered!.before!.costNanoUsd!).toBe(200n);
});

it('says what cannot be filled, and that nobody counts tokens', async () => {
  const to = version(2, { userPromptTemplate: 'About {{data:facts}} and {{more}}' });
  const diff = await diffPrompts(version(1, {}), to, { inputs: [{ name: 'one', variables: { facts: 'a' } }] });
  expect(diff.rendered[0]).toMatchObject({
    fault: expect.stringMatching(/Version 2: .*more/),
    parts: [],
    before: null,
  });
  expect(diff.tokens).toMatchObject({ status: 'not-configured', port: 'TokenCounter' });
});
