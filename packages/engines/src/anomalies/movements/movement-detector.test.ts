import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../statistics/random.ts';
import { createMovementDetector, type LevelMovement } from './movement-detector.ts';

function movementsOf(values: readonly number[]): readonly LevelMovement[] {
  const detector = createMovementDetector();
  return values.flatMap((value, timestamp) => detector.next({ timestamp, value }) ?? []);
}

function noise(length: number, seed: number, correlation = 0): number[] {
  const random = createRandom(seed);
  let last = 0;
  return Array.from({ length }, () => {
    last = correlation * last + Math.sqrt(1 - correlation ** 2) * random.normal();
    return last;
  });
}

describe('createMovementDetector', () => {
  it('tells a planted step of two deviations once, within a few values, with its start and its levels', () => {
    const delays: number[] = [];
    let found = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const values = noise(80, seed).map((value, row) => 100 + 5 * value + (row >= 50 ? 10 : 0));
      const after = movementsOf(values).filter(({ detectedAt }) => detectedAt >= 50);
      if (after.length === 1 && after[0]!.direction === 'up') found++;
      const [first] = after;
      if (first === undefined) continue;
      delays.push(first.detectedAt - 50);
      expect(first.startedAt).toBeLessThanOrEqual(first.detectedAt);
      expect(first.levelSince).toBeGreaterThan(first.levelBefore);
    }
    expect(found).toBeGreaterThanOrEqual(180);
    delays.sort((left, right) => left - right);
    expect(delays[Math.floor(delays.length / 2)]!).toBeLessThanOrEqual(4);
  });

  it.each([
    ['independent values', 0],
    ['values that cling to the last one', 0.2],
  ])('cries wolf at most once in 200 %s', (_, correlation) => {
    let alarms = 0;
    for (let seed = 1; seed <= 100; seed++) alarms += movementsOf(noise(200, 1000 + seed, correlation)).length;
    expect(alarms / (100 * 200)).toBeLessThan(1 / 200);
  });

  it('takes a single wild value for no movement', () => {
    for (const wild of [1e3, -1e9]) {
      const values = noise(60, 5);
      values[40] = wild;
      expect(movementsOf(values)).toHaveLength(0);
    }
  });

  it('never looks ahead: what it told by a value does not depend on the values after it', () => {
    const value = fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constantFrom(0, 1, Number.NaN));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 120 }), fc.nat(120), (values, length) => {
        const all = movementsOf(values).filter(({ detectedAt }) => detectedAt < length);
        expect(movementsOf(values.slice(0, length))).toEqual(all);
      }),
    );
  });

  it('tells a single large change once where the level stays, and a pace that lasts once too', () => {
    const told = (changes: readonly number[]) => {
      const detector = createMovementDetector({ level: 'stays', mostSurprise: 10 });
      return changes.flatMap((value, timestamp) => detector.next({ timestamp, value }) ?? []);
    };
    const calm = noise(60, 11);
    const jump = [...calm];
    jump[40] = 12;
    expect(told(jump)).toMatchObject([{ direction: 'up', startedAt: 40, detectedAt: 40 }]);
    const pace = calm.map((value, row) => value - (row >= 40 ? 3 : 0));
    expect(told(pace)).toMatchObject([{ direction: 'down' }]);
    expect(told(calm)).toHaveLength(0);
  });

  it('answers for series without any spread', () => {
    expect(movementsOf(Array.from({ length: 50 }, () => 7))).toHaveLength(0);
    const [step, ...others] = movementsOf(Array.from({ length: 60 }, (_, row) => (row < 30 ? 7 : 9)));
    expect(step).toMatchObject({ direction: 'up', startedAt: 30, levelBefore: 7, levelSince: 9 });
    expect(others).toHaveLength(0);
  });
});
