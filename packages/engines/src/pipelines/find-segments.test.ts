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
  'porsche/911/-/gt3',
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
    expect(segmentsFor({ model: '911', trim: 'gt3' })).toEqual([
      'porsche/911/-/gt3',
      'porsche/911/997.1/gt3',
      'porsche/911/997.2/gt3',
    ]);
  });

  test('a generation names both of its halves, and no other that begins alike', () => {
    expect(segmentsFor({ model: '911', generation: '997' })).toEqual(['porsche/911/997.1', 'porsche/911/997.2']);
    expect(segmentsFor({ model: '911', generation: '997.2', trim: 'GT3 RS' })).toEqual(['porsche/911/997.2/gt3-rs']);
    expect(segmentsFor({ model: '911', generation: '99' })).toMatchObject({ status: 'unknown-vehicle' });
  });

  test('unknown words are answered with what is near', () => {
    expect(segmentsFor({ model: '811' })).toEqual({
      status: 'unknown-vehicle',
      reason: 'No model "811" has an analysed segment: did you mean 911?',
      candidates: ['911', '718'],
    });
    expect(segmentsFor({ model: '911', trim: 'GT3 RSS' })).toMatchObject({
      candidates: ['gt3-rs', 'gt3', 'carrera-s'],
    });
    expect(segmentsFor({ make: 'Porshe', model: '911' })).toMatchObject({ candidates: ['porsche'] });
    expect(findSegments({ model: '911' }, { known: [] })).toMatchObject({ status: 'unknown-vehicle', candidates: [] });
  });
});
