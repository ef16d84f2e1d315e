import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listingId } from './listing-id.ts';

it('is a version 8 UUID that only its source and key decide', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (source, sourceKey) => {
      const id = listingId({ source, sourceKey });
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(listingId({ source, sourceKey })).toBe(id);
    }),
  );
});

it('keeps the border between source and key', () => {
  expect(listingId({ source: 'ab', sourceKey: 'c' })).not.toBe(listingId({ source: 'a', sourceKey: 'bc' }));
});
