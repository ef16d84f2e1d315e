import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readListingText, textOfListing } from './read-listing-text.ts';

const traits = (text: string) => readListingText(text).traits;

describe('readListingText', () => {
  it.each([
    ['No rust, dents or accidents', { rust: false, accident: false }],
    ['Accidents: none', { accident: false }],
    ['Has not been in a collision', { accident: false }],
    ['Never raced. Hit a deer in 2012', { accident: true }],
    ['One-owner, never repainted', { owners: 1, repainted: false }],
    ['Two careful owners', { owners: 2 }],
    ['4th owner', { owners: 4 }],
    ['Lemon title', { salvage: true }],
    ['The title is clean', { salvage: false }],
    ['Restored with a rebuilt carburettor', {}],
    ['Owner’s handbook and toolkit', { paperwork: true }],
    ['Without service records', { 'service-history': false }],
    ['Crate engine installed in 2004', { 'matching-numbers': false }],
    ['Repainted, otherwise original paint', { repainted: true }],
    ['Collision warning, paint protection film', {}],
    ['Rolling project, does not start', { condition: 'project', fault: true }],
    ['Good condition, though the engine does not run', { condition: 'project', fault: true }],
    ['61k miles shown, TMU', { 'true-mileage': false }],
    ['Odometer was replaced in 2004', { 'true-mileage': false }],
    ['Shown on a once-rolled odometer', { 'true-mileage': false }],
    ['42k actual miles', { 'true-mileage': true }],
    ['Actual miles unknown', { 'true-mileage': false }],
    ['No odometer discrepancy', { 'true-mileage': true }],
    ['V8 swap', { modified: true, 'matching-numbers': false }],
    ['Replacement 2.0L slant-six', { 'matching-numbers': false }],
    ['Replacement clutch and a rebuilt V8', {}],
    ['Red and grey paintwork', {}],
    ['Minor paintwork on the hood', { repainted: true }],
    ['Electric conversion, ECU chip', { modified: true }],
    ['Fine tuning fork, FM tuner', {}],
    ['', {}],
  ])('reads %j', (text, expected) => {
    expect(traits(text)).toEqual(expected);
  });

  it('names the place of what it read', () => {
    const text = 'Silver over black.\nTwo owners, no accidents; repainted hood.';
    const { statements } = readListingText(text);
    expect(statements.map(({ trait, value, evidence }) => ({ trait, value, evidence }))).toEqual([
      { trait: 'owners', value: 2, evidence: 'Two owners' },
      { trait: 'accident', value: false, evidence: 'accidents' },
      { trait: 'repainted', value: true, evidence: 'repainted' },
    ]);
    for (const { evidence, start, end } of statements) expect(text.slice(start, end)).toBe(evidence);
  });

  it('leaves clauses that speak of a trait in unknown words', () => {
    const { statements, leftClauses } = readListingText('Red paint. The crash years ago is a long tale; new tyres');
    expect(statements).toEqual([]);
    expect(leftClauses.map(({ text }) => text.trim())).toEqual(['The crash years ago is a long tale']);
  });

  it('reads the worse of what a text says twice', () => {
    expect(traits('No accidents in my care, but rear-ended by the first owner').accident).toBe(true);
    expect(traits('One owner until 2015; now with its third').owners).toBe(3);
  });

  it('reads title and lines apart', () => {
    expect(traits(textOfListing({ title: 'No Reserve: 1997 911', details: ['accident damage'] })).accident).toBe(true);
  });

  it('shows evidence of any text, in time that grows with its length alone', () => {
    const words = fc.constantFrom(
      'no',
      'accident',
      'free',
      'owner',
      'one',
      'paint',
      ',',
      '.',
      'or',
      '\n',
      'é🚗',
      'rust',
      'needs',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 200 }), (parts) => {
        const text = parts.join(' ');
        for (const { evidence, start, end } of readListingText(text).statements) {
          expect(text.slice(start, end)).toBe(evidence);
          expect(evidence.trim()).not.toBe('');
        }
      }),
    );
  });
});
