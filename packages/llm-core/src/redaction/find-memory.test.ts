import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FoundSpan } from './detector.ts';
import { FindMemory } from './find-memory.ts';
import { createRedactor } from './redactor.ts';

function counting() {
  const looked: string[] = [];
  const look = (text: string): readonly FoundSpan[] => {
    looked.push(text);
    return [{ kind: 'email', start: 0, end: text.length }];
  };
  return { looked, look };
}

describe('the memory of finds', () => {
  it('looks at a text once, and forgets what was not asked for longest', () => {
    const { looked, look } = counting();
    const memory = new FindMemory(2);
    for (const text of ['a', 'b', 'a', 'c', 'a', 'b']) memory.find(text, look);
    expect(looked).toEqual(['a', 'b', 'c', 'b']);
  });

  it('tells texts apart that are one in UTF-8', () => {
    const { looked, look } = counting();
    const memory = new FindMemory(2);
    memory.find('\ud800', look);
    memory.find('\ud801', look);
    expect(looked).toHaveLength(2);
  });

  it('remembers nothing of a look that throws, and nothing at all where it is told so', () => {
    const { looked, look } = counting();
    const memory = new FindMemory(2);
    expect(() =>
      memory.find('a', () => {
        throw new TypeError('broken');
      }),
    ).toThrow('broken');
    memory.find('a', look);
    const none = new FindMemory(0);
    none.find('a', look);
    none.find('a', look);
    expect(looked).toEqual(['a', 'a', 'a']);
  });
});

describe('a redactor that remembers', () => {
  const words = fc.constantFrom(
    'Seller: Ann Lee',
    'ann@example.com',
    '+1 415 555 2671',
    '911 GT3',
    '29k miles',
    '[[EMAIL_1]]',
  );
  const texts = fc.array(words, { maxLength: 6 }).map((parts) => parts.join(', '));

  it('finds the same as one that looks each time, whatever it saw before', () => {
    const remembering = createRedactor({ rememberedTexts: 3, allow: ['ann@example.com'] });
    const looking = createRedactor({ rememberedTexts: 0, allow: ['ann@example.com'] });
    fc.assert(
      fc.property(texts, (text) => {
        expect(remembering.findSpans(text)).toEqual(looking.findSpans(text));
        expect(remembering.redactText(text).text).toBe(looking.redactText(text).text);
      }),
    );
  });

  it('asks the detectors of the caller each time, who may know more by then', () => {
    const known = new Set<string>();
    const find = (text: string) =>
      [...known].map((value) => ({ start: text.indexOf(value), end: text.indexOf(value) + value.length }));
    const redactor = createRedactor({ detectors: [{ kind: 'stock-number', find }] });
    expect(redactor.redactText('Stock A17 is sold.').text).toBe('Stock A17 is sold.');
    known.add('A17');
    expect(redactor.redactText('Stock A17 is sold.').text).toBe('Stock [[STOCK_NUMBER_1]] is sold.');
  });
});
