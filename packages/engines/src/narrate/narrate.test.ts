import { describe, expect, it } from 'vitest';
import { factSheet, priceFact, shareFact } from './fact-sheet.ts';
import { narrate, RESERVE_TEXT, SYNTHETIC_LABEL } from './narrate.ts';
import type { WritingRequest, WrittenText } from './writer.ts';

const FACTS = [
  priceFact('price', { value: 128_450, currency: 'USD', n: 5, formula: 'median' }),
  shareFact('change', { value: -0.031, n: 5, formula: 'change' }),
];
const SUBJECT = {
  promptType: 'price_prediction',
  facts: FACTS,
  template: 'It is worth {{fact:price|full}} and {{fact:change|change}}.',
  templateVersion: 'test-1',
  synthetic: false,
} as const;

/** A model that answers with the given texts, one after the other, and keeps what it was asked. */
function scripted(texts: readonly string[]) {
  const requests: WritingRequest[] = [];
  const writer = async (request: WritingRequest): Promise<WrittenText> => {
    const text = texts[requests.length];
    requests.push(request);
    if (text === undefined) throw new TypeError('the model is out of texts');
    const origin = { provider: 'loopback', requestedModel: 'small', servedModel: 'small-2', promptVersion: '7' };
    return { text, ...origin, costNanoUsd: 1_000n };
  };
  return { requests, writer };
}

describe('narrate', () => {
  it('serves the template at no cost where no model is given', async () => {
    expect(await narrate(SUBJECT)).toEqual({
      text: 'It is worth $128,450 and fell 3.1%.',
      provider: 'none',
      requestedModel: 'template',
      servedModel: 'template',
      promptVersion: 'test-1',
      costNanoUsd: 0n,
      aiGenerated: false,
      claims: expect.arrayContaining([expect.objectContaining({ factId: 'price' })]),
      failures: [],
    });
  });

  it('serves what a model wrote with slots', async () => {
    const { writer } = scripted(['The value {{fact:change|change}} to {{fact:price|about}}.']);
    const narration = await narrate({ ...SUBJECT, writer });
    expect(narration).toMatchObject({
      text: 'The value fell 3.1% to about $128,000.',
      servedModel: 'small-2',
      costNanoUsd: 1_000n,
      aiGenerated: true,
      failures: [],
    });
  });

  it.each([
    ['literal-figure', 'It is worth $128,450.'],
    ['not-proved', 'It is worth {{fact:price|full}} in June 2026.'],
    ['bad-slot', 'It is worth {{fact:value|full}}.'],
    ['bad-slot', 'It is worth {{fact:price|percent}}.'],
    ['bad-slot', 'It is worth {{price}}.'],
    ['not-proved', 'It is worth {{fact:price|full}}, the highest of all.'],
    ['not-proved', 'It is worth {{fact:price|full}} and prices rise.'],
    ['not-proved', 'It is worth {{fact:price|full}} million.'],
    ['not-plain', ''],
    ['not-plain', 'It is worth {{fact:price|full}}, see https://example.com.'],
    ['not-plain', 'It is worth <b>{{fact:price|full}}</b>.'],
    ['not-plain', 'It is worth {{fact:price|full}} in ４８９ sales.'],
    ['not-plain', 'It is worth {{fact:price|full}} in ④⑧⑨ sales.'],
    ['not-plain', 'It is worth {{fact:price|full}}, a r\u0435cord.'],
    ['not-plain', 'It is worth {{fact:price|full}}, a re\u00adcord.'],
    ['not-plain', 'It is worth {{fact:price|full}} \u2191.'],
    ['not-plain', 'It is worth {{fact:price|full}} \u{e0062}\u{e0075}\u{e0079}.'],
    ['not-plain', 'It is worth {{fact:price|full}} &lt;b&gt;.'],
    ['bad-slot', 'It is worth {{fact:price}}.'],
  ])('asks once for a repair of %s: %s', async (code, text) => {
    const { writer, requests } = scripted([text, 'It is worth {{fact:price|full}}.']);
    const narration = await narrate({ ...SUBJECT, writer });
    expect(narration).toMatchObject({ text: 'It is worth $128,450.', aiGenerated: true, costNanoUsd: 2_000n });
    expect(narration.failures).toMatchObject([{ attempt: 1, code }]);
    expect(requests[1]?.previousText).toBe(text);
    expect(requests[1]?.faults).toEqual(narration.failures[0]?.reasons);
  });

  it('serves the template after two faults, and tells what was paid for them', async () => {
    const { writer, requests } = scripted(['It is worth $1.', 'It is worth $2.', 'It is worth {{fact:price|full}}.']);
    const narration = await narrate({ ...SUBJECT, writer });
    expect(requests).toHaveLength(2);
    expect(narration).toMatchObject({
      provider: 'none',
      aiGenerated: false,
      costNanoUsd: 2_000n,
      promptVersion: 'test-1',
    });
    expect(narration.failures.map((failure) => failure.attempt)).toEqual([1, 2]);
  });

  it('serves the template where the model cannot be reached', async () => {
    const narration = await narrate({ ...SUBJECT, writer: scripted([]).writer });
    expect(narration).toMatchObject({ aiGenerated: false, failures: [{ attempt: 1, code: 'writer-failed' }] });
  });

  it('labels synthetic data whoever writes', async () => {
    const { writer } = scripted(['It is worth {{fact:price|full}}.']);
    for (const options of [SUBJECT, { ...SUBJECT, writer }]) {
      expect((await narrate({ ...options, synthetic: true })).text).toContain(SYNTHETIC_LABEL);
      expect((await narrate({ ...options, synthetic: false })).text).not.toContain('synthetic');
    }
  });

  it('claims nothing where not even the template is proved', async () => {
    const narration = await narrate({ ...SUBJECT, template: 'It is worth {{fact:price|full}} or more.' });
    expect(narration).toMatchObject({
      text: RESERVE_TEXT,
      aiGenerated: false,
      failures: [{ attempt: 'template', code: 'not-proved' }],
    });
  });

  it('refuses two facts of one id', () => {
    expect(() => factSheet([...FACTS, ...FACTS])).toThrow(/price is on the sheet twice/);
  });
});
