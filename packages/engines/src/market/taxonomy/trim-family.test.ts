import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trimFamily } from './trim-family.ts';

describe('trimFamily', () => {
  it.each([
    ['SE', 'SE'],
    ['SE V6', 'SE'],
    ['SE PZEV', 'SE'],
    ['2.5 S', 'S'],
    ['XLE 7-Passenger', 'XLE'],
    ['EX-L V-6', 'EX-L'],
    ['SLT-2', 'SLT'],
    ['1LT', 'LT'],
    ['LT2', 'LT'],
    ['1500 LS', 'LS'],
    ['SXT Fleet', 'SXT'],
    ['328i xDrive', '328i'],
    ['330Ci ZHP', '330Ci ZHP'],
    ['V6', 'V6'],
    ['GT3 RS', 'GT3 RS'],
    ['', ''],
  ])('%s is of %s', (trim, family) => {
    expect(trimFamily(trim)).toBe(family);
  });

  it('is its own family', () => {
    const word = fc.constantFrom('SE', 'LT2', '1LT', 'V6', '2.5', 'xDrive', 'GT', 'PZEV', 'Sport', '328i', 'SLT-1');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const family = trimFamily(words.join(' '));
        expect(trimFamily(family)).toBe(family);
      }),
      { numRuns: 500, seed: 2024 },
    );
  });
});
