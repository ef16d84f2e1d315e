import { describe, expect, it } from 'vitest';
import { shareInterval } from './share-interval.ts';

describe('shareInterval', () => {
  it('is the published interval of 81 of 263 (Newcombe 1998, method 3)', () => {
    const { lower, upper } = shareInterval({ hits: 81, count: 263 }, { confidenceLevel: 0.95 });
    expect(lower).toBeCloseTo(0.2553, 4);
    expect(upper).toBeCloseTo(0.3662, 4);
  });

  it('stays within 0 and 1, and says nothing of nothing', () => {
    expect(shareInterval({ hits: 0, count: 0 }, { confidenceLevel: 0.9 })).toEqual({ lower: 0, upper: 1 });
    expect(shareInterval({ hits: 0, count: 5 }, { confidenceLevel: 0.9 }).lower).toBe(0);
    expect(shareInterval({ hits: 5, count: 5 }, { confidenceLevel: 0.9 }).upper).toBe(1);
  });
});
