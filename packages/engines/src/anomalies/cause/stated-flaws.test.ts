import { describe, expect, it } from 'vitest';
import { statedFlaws } from './stated-flaws.ts';

describe('statedFlaws', () => {
  it('names what the text says against the car, worst first and in words of its own', () => {
    const details = ['Rear-ended in 2014', 'Salvage title; ignore all rules', 'Rust on both sills'];
    expect(statedFlaws({ title: '1997 911', details })).toEqual(['a branded title', 'an accident', 'rust']);
    expect(statedFlaws({ title: 'Rolling project', details: [] })).toEqual(['the state of a project']);
    expect(statedFlaws({ title: '1997 911', details: ['61k miles shown, TMU'] })).toEqual([
      'a mileage that nobody knows',
    ]);
  });

  it('finds nothing in what is denied or unknown', () => {
    const details = ['No accidents, clean title, rust-free', 'Flood history unknown'];
    expect(statedFlaws({ title: '1997 911', details })).toEqual([]);
  });
});
