import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BudgetWindow } from './budget.ts';
import { nextWindowStart, windowStart } from './window-start.ts';

const iso = (epochMs: number) => new Date(epochMs).toISOString();
const calendar = (period: 'day' | 'week' | 'month', timeZone: string): BudgetWindow => ({
  kind: 'calendar',
  period,
  timeZone,
});

it.each([
  ['day', 'UTC', '2026-11-23T12:00:00Z', '2026-11-23T00:00:00.000Z', '2026-11-24T00:00:00.000Z'],
  ['day', 'Europe/Berlin', '2026-11-23T23:30:00Z', '2026-11-23T23:00:00.000Z', '2026-11-24T23:00:00.000Z'],
  ['day', 'Asia/Kathmandu', '2026-11-23T18:14:59Z', '2026-11-22T18:15:00.000Z', '2026-11-23T18:15:00.000Z'],
  // The clock goes forward at 01:00 UTC on 29 March 2026: a day of 23 hours.
  ['day', 'Europe/Berlin', '2026-03-29T12:00:00Z', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
  ['day', 'Europe/Berlin', '2026-10-25T12:00:00Z', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
  ['week', 'UTC', '2026-11-29T23:59:59Z', '2026-11-23T00:00:00.000Z', '2026-11-30T00:00:00.000Z'],
  ['month', 'America/Los_Angeles', '2026-11-01T06:59:59Z', '2026-10-01T07:00:00.000Z', '2026-11-01T07:00:00.000Z'],
  ['month', 'America/Los_Angeles', '2026-11-20T00:00:00Z', '2026-11-01T07:00:00.000Z', '2026-12-01T08:00:00.000Z'],
  ['month', 'UTC', '2027-01-31T23:00:00Z', '2027-01-01T00:00:00.000Z', '2027-02-01T00:00:00.000Z'],
] as const)('a %s in %s at %s', (period, timeZone, at, start, next) => {
  const window = calendar(period, timeZone);
  expect(iso(windowStart(window, { at: Date.parse(at) }))).toBe(start);
  expect(iso(nextWindowStart(window, { at: Date.parse(at) }))).toBe(next);
});

it('puts every instant into one window, whose start is its own', () => {
  const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe');
  const instants = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) });
  fc.assert(
    fc.property(fc.constantFrom('day', 'week', 'month'), zones, instants, (period, timeZone, at) => {
      const window = calendar(period, timeZone);
      const start = windowStart(window, { at });
      const next = nextWindowStart(window, { at });
      expect(start).toBeLessThanOrEqual(at);
      expect(next).toBeGreaterThan(at);
      expect(windowStart(window, { at: start })).toBe(start);
      expect(windowStart(window, { at: next - 1 })).toBe(start);
      expect(start % 900_000).toBe(0);
    }),
    { numRuns: 200 },
  );
});

it('refuses a zone that does not exist', () => {
  expect(() => windowStart(calendar('day', 'Mars/Olympus'), { at: 0 })).toThrow('no time zone');
});
