import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

test('the order in which an object was built does not matter', () => {
  expect(canonicalJson({ b: 1, a: [{ d: null, c: 'x' }] })).toBe('{"a":[{"c":"x","d":null}],"b":1}');
  expect(canonicalJson({ a: [{ c: 'x', d: null }], b: 1 })).toBe('{"a":[{"c":"x","d":null}],"b":1}');
});

test('an absent and an undefined field are the same, a null field is another', () => {
  expect(canonicalJson({ a: undefined })).toBe(canonicalJson({}));
  expect(canonicalJson({ a: null })).not.toBe(canonicalJson({}));
});

test('a bigint keeps every digit and is no text of the same digits', () => {
  expect(canonicalJson(9_007_199_254_740_993n)).toBe('{"$bigint":"9007199254740993"}');
  expect(canonicalJson('9007199254740993')).not.toBe(canonicalJson(9_007_199_254_740_993n));
});

test('what JSON can say comes back equal', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const json = JSON.stringify(value);
      expect(JSON.stringify(JSON.parse(canonicalJson(JSON.parse(json))))).toHaveLength(json.length);
      expect(JSON.parse(canonicalJson(JSON.parse(json)))).toEqual(JSON.parse(json));
    }),
  );
});
