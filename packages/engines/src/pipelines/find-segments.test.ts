import { describe, expect, test } from 'vitest';
import { findSegments } from './find-segments.ts';

const known = [
  'porsche',
  'porsche/718',
  'porsche/911',
  'porsche/911/993',
  'porsche/911/993/carrera-s',
  'porsche/911/997.1',
  'porsche/911/997.1/gt3',
  'porsche/911/997.2',
  'porsche/911/997.2/gt3',
  'porsche/911/997.2/gt3-rs',
  'workshop/special',
];

const segmentsFor = (words: Parameters<typeof findSegments>[0]) => {
  const result = findSegments(words, { known });
  return result.status === 'ok' ? result.segments : result;
};

describe('findSegments', () => {
  test('absent levels widen the segment', () => {
    expect(segmentsFor({ model: '911' })).toEqual(['porsche/911']);
    expect(segmentsFor({ model: '911', generation: '993' })).toEqual(['porsche/911/993']);
    expect(segmentsFor({ model: '911', generation: '993', trim: 'Carrera S' })).toEqual(['porsche/911/993/carrera-s']);
  });

  test('a trim without its generation is the trim of every generation', () => {
    expect(findSegments({ model: '911', trim: 'gt3' }, { known })).toEqual({
      status: 'ok',
      segments: ['porsche/911/997.1/gt3', 'porsche/911/997.2/gt3'],
      named: 'porsche/911/-/gt3',
    });
  });

  test('a generation names both of its halves, and no other that begins alike', () => {
    expect(segmentsFor({ model: '911', generation: '997' })).toEqual(['porsche/911/997.1', 'porsche/911/997.2']);
    expect(segmentsFor({ model: '911', generation: '997.2', trim: 'GT3 RS' })).toEqual(['porsche/911/997.2/gt3-rs']);
    expect(segmentsFor({ model: '911', generation: '99' })).toMatchObject({ status: 'unknown-vehicle' });
  });

  test('words that the taxonomy understands find the same segments', () => {
    expect(segmentsFor({ model: '911 GT3 RS', generation: '997.2' })).toEqual(['porsche/911/997.2/gt3-rs']);
    expect(segmentsFor({ make: 'porsche', model: 'Porsche 911' })).toEqual(['porsche/911']);
  });

  test('a make without rules is found by its own names', () => {
    expect(segmentsFor({ make: 'Workshop', model: 'Special' })).toEqual(['workshop/special']);
  });

  test('a car that exists without an analysed segment is found as empty', () => {
    expect(segmentsFor({ model: '918' })).toEqual([]);
    expect(segmentsFor({ model: '911', generation: '993', trim: 'Turbo' })).toEqual([]);
  });

  test('unknown words are answered with what is near', () => {
    const answer = segmentsFor({ model: '911', trim: 'GT3 RSS' });
    expect(answer).toMatchObject({ status: 'unknown-vehicle' });
    expect((answer as { readonly candidates: readonly string[] }).candidates).toContain('GT3 RS');
    expect(segmentsFor({ make: 'Porshe', model: '911' })).toMatchObject({ status: 'unknown-vehicle' });
  });
});
