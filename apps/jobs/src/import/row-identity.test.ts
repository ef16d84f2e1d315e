import { listingId } from '@pa/engines/market';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRowIdentifier } from './row-identity.ts';

it('numbers rows that look alike and says the same at every import', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.constantFrom('a', 'b', '1'), { minLength: 2, maxLength: 2 })), (identities) => {
      const identifyAll = () => {
        const identify = createRowIdentifier();
        return identities.map((identity) => identify({ source: 's', identity, identityIsUnique: false }));
      };
      const first = identifyAll();
      expect(identifyAll()).toEqual(first);
      expect(new Set(first.map((row) => row.id)).size).toBe(first.length);
      for (const row of first) expect(row.id).toBe(listingId({ source: 's', sourceKey: row.sourceKey }));
    }),
  );
});

it('gives rows of one id of the source the same identity', () => {
  const identify = createRowIdentifier();
  const row = { source: 'listings', identity: ['42'], identityIsUnique: true };
  expect(identify(row)).toEqual(identify(row));
  expect(identify(row).sourceKey).toBe('42');
});
