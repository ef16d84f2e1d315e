import fc from 'fast-check';
import { expect, expectTypeOf, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { defineCacheKey } from './define-cache-key.ts';

interface SummaryRequest {
  readonly promptVersion: string;
  readonly factsHash: string;
  readonly language: string;
  readonly temperature?: number;
  readonly traceId: string;
}

const definition = defineCacheKey<SummaryRequest>('summary', {
  promptVersion: 'include',
  factsHash: 'include',
  language: 'include',
  temperature: 'include',
  traceId: 'exclude',
});
const request: SummaryRequest = { promptVersion: '7', factsHash: 'abc', language: 'en', temperature: 0, traceId: 't' };

it('check 3: changes with every field that shapes the answer, and with no other', () => {
  const key = definition.keyOf(request, { scope: 'shared' }).text;
  const changes: Partial<SummaryRequest>[] = [
    { promptVersion: '8' },
    { factsHash: 'abd' },
    { language: 'de' },
    { temperature: 0.1 },
  ];
  for (const change of changes)
    expect(definition.keyOf({ ...request, ...change }, { scope: 'shared' }).text).not.toBe(key);
  const { temperature: _, ...without } = request;
  expect(definition.keyOf(without, { scope: 'shared' }).text).not.toBe(key);
  expect(definition.keyOf({ ...request, traceId: 'other' }, { scope: 'shared' }).text).toBe(key);
});

it('keeps tenants, the shared scope and domains apart', () => {
  const other = defineCacheKey<SummaryRequest>('report', {
    promptVersion: 'include',
    factsHash: 'include',
    language: 'include',
    temperature: 'include',
    traceId: 'exclude',
  });
  const keys = [
    definition.keyOf(request, { scope: 'shared' }),
    definition.keyOf(request, { scope: { tenant: 'shared' } }),
    definition.keyOf(request, { scope: { tenant: 'b' } }),
    other.keyOf(request, { scope: 'shared' }),
  ].map((key) => key.text);
  expect(new Set(keys).size).toBe(4);
  expect(() => definition.keyOf(request, { scope: { tenant: '' } })).toThrow('names no tenant');
});

it('refuses a field nobody decided on', () => {
  const extended = { ...request, seed: 1 };
  expect(() => definition.keyOf(extended, { scope: 'shared' })).toThrow('no decision on seed');
  expectTypeOf(defineCacheKey<{ a: string; b?: string }>)
    .parameter(1)
    .toEqualTypeOf<Readonly<Record<'a' | 'b', 'include' | 'exclude'>>>();
});

it('check 3: does not depend on the order of members', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const reversed = (item: unknown): unknown =>
        Array.isArray(item)
          ? item.map(reversed)
          : typeof item === 'object' && item !== null
            ? Object.fromEntries(
                Object.entries(item)
                  .reverse()
                  .map(([name, member]) => [name, reversed(member)]),
              )
            : item;
      expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

it('refuses what JSON cannot hold', () => {
  const loop: unknown[] = [];
  loop.push(loop);
  for (const value of [Number.NaN, Infinity, 1n, () => 1, Symbol('s'), new Map(), loop]) {
    expect(() => canonicalJson({ value })).toThrow(TypeError);
  }
});
