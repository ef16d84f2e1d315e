import { describe, expect, it } from 'vitest';
import { duration } from './duration.ts';
import { usageStats } from './usage-stats.ts';
import { changeWords, eventWords, routeWords } from './usage-words.ts';

describe('words of use and speed', () => {
  it.each([
    [0, '0 ms'],
    [840.4, '840 ms'],
    [1_240, '1.2 s'],
    [9_960, '10 s'],
    [36_400, '36 s'],
    [59_700, '1 min 0 s'],
    [125_000, '2 min 5 s'],
  ])('%d ms reads as %s', (milliseconds, words) => {
    expect(duration(milliseconds)).toBe(words);
  });

  it('name uses, routes and changes', () => {
    expect(eventWords('insight_opened')).toBe('Insight opened');
    expect(routeWords('GET /api/analytics/llm/insights/:id')).toBe('GET /insights/:id');
    expect([changeWords(12, 8), changeWords(4, 8), changeWords(3, 3), changeWords(3, 0)]).toEqual([
      '+50%',
      '-50%',
      '0%',
      '–',
    ]);
  });

  it('sum up failures, and say where nothing is known', () => {
    const times = { medianMs: 1, p95Ms: 2, slowestMs: 3 };
    const stats = usageStats({
      from: '2026-11-01',
      to: '2026-11-28',
      use: [{ name: 'insight_opened', count: 5, countBefore: 2 }],
      requests: {
        since: '2026-11-28T06:00:00.000Z',
        routes: [{ route: 'GET /x', count: 9, failedCount: 1, ...times }],
      },
      models: null,
      dailyRun: null,
    });
    expect(stats.map(({ value, note }) => [value, note])).toEqual([
      ['5', '2 in as many days before'],
      ['9', '1 failed'],
      [null, 'No ledger of calls'],
      [null, 'Nothing has been analysed yet'],
    ]);
  });
});
