import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

it('says what JSON says, whatever the order of the keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(reversed(value))).toBe(text);
    }),
  );
});

it('writes keys in the order of their code units, and leaves out what JSON leaves out', () => {
  const value = { b: [undefined, 1n === 1n, new Date(0)], a: undefined, Z: 'ü"', 10: null, 9: Number.NaN };
  expect(canonicalJson(value)).toBe('{"10":null,"9":null,"Z":"ü\\"","b":[null,true,"1970-01-01T00:00:00.000Z"]}');
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}
