import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createValueCodec } from './value-codec.ts';

const key = { text: 'shared:summary:1' };
const secret = (id: string) => ({ id, key: randomBytes(32) });
const current = secret('2026-11');
const sealed = createValueCodec({ secrets: { current } });
const plain = createValueCodec();

it('gives back every text of JSON, and writes JSON itself', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(0, 64, Number.POSITIVE_INFINITY), fc.boolean(), (json, above, isSealed) => {
      const codec = createValueCodec({ compressAbove: above, ...(isSealed ? { secrets: { current } } : {}) });
      const stored = codec.encode(json, key);
      expect(() => JSON.parse(stored)).not.toThrow();
      expect(codec.decode(stored, key)).toBe(json);
    }),
  );
});

it('compresses what is large', () => {
  const json = JSON.stringify('Prices of the 911 held. '.repeat(1000));
  expect(plain.encode(json, key).length).toBeLessThan(json.length / 10);
  expect(plain.decode(plain.encode(json, key), key)).toBe(json);
});

it('takes what another version wrote and what is damaged for a miss', () => {
  for (const stored of [
    '',
    '1',
    '"text"',
    '{"v":1,"plain":1}',
    '{"v":3,"plain":1}',
    '{"v":2,"other":1}',
    '{"v":2,"crc32":1,"plain":1}',
  ]) {
    expect(plain.decode(stored, key)).toBeNull();
  }
  const json = JSON.stringify(`${'Prices of the 911 held. '.repeat(20)}${'x'.repeat(20)}`);
  for (const stored of [plain, createValueCodec({ compressAbove: 0 })].map((codec) => codec.encode(json, key))) {
    fc.assert(
      fc.property(fc.nat(stored.length - 1), fc.integer({ min: 1, max: 127 }), (at, by) => {
        const changed = stored.slice(0, at) + String.fromCharCode(stored.charCodeAt(at) ^ by) + stored.slice(at + 1);
        expect([null, json]).toContain(plain.decode(changed, key));
      }),
    );
  }
});

it('shows nothing of what it encrypts, twice the same differently', () => {
  const json = '{"note":"asks after a 997 in Berlin"}';
  const [one, two] = [sealed.encode(json, key), sealed.encode(json, key)];
  expect(one).not.toBe(two);
  expect(Buffer.from(one, 'utf8').includes('Berlin')).toBe(false);
  expect(one).toContain('2026-11.');
});

it('opens nothing that was changed, moved to another key, or sealed by somebody else', () => {
  const stored = sealed.encode('{"n":1}', key);
  fc.assert(
    fc.property(fc.nat(stored.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const changed = stored.slice(0, at) + String.fromCharCode(stored.charCodeAt(at) ^ by) + stored.slice(at + 1);
      expect([null, '{"n":1}']).toContain(sealed.decode(changed, key));
    }),
  );
  expect(sealed.decode(stored, { text: 'shared:summary:2' })).toBeNull();
  expect(createValueCodec({ secrets: { current: { ...secret('x'), id: current.id } } }).decode(stored, key)).toBeNull();
  expect(plain.decode(stored, key)).toBeNull();
  expect(sealed.decode(plain.encode('{"n":1}', key), key)).toBeNull();
});

it('opens what an earlier secret sealed, as long as it is known', () => {
  const stored = sealed.encode('1', key);
  const next = secret('2026-12');
  expect(createValueCodec({ secrets: { current: next, previous: [current] } }).decode(stored, key)).toBe('1');
  expect(createValueCodec({ secrets: { current: next } }).decode(stored, key)).toBeNull();
});

it('refuses secrets that cannot be used', () => {
  const short = { id: 'a', key: randomBytes(16) };
  expect(() => createValueCodec({ secrets: { current: short } })).toThrow('AES-256 takes 32');
  expect(() => createValueCodec({ secrets: { current: secret('a.b') } })).toThrow('is no name of a secret');
});
