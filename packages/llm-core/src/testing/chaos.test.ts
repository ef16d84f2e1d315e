import { expect, it, vi } from 'vitest';
import { earlyFaults, lateFaults } from './__fixtures__/chaos-schedule.ts';
import { judgeChaos, judgeLateChaos } from './__fixtures__/judge-chaos.ts';
import { chaosText, runChaos } from './__fixtures__/run-chaos.ts';

vi.setConfig({ testTimeout: 120_000 });

// Long enough for a machine that has no time: a timeout that strikes a healthy provider is chaos of our own.
const guard = { timeout: { totalMs: 3000, firstContentMs: 3000, betweenContentsMs: 3000 } };

it('answers every request while both providers fail 30 % of calls in eight ways, and leaks nothing', async () => {
  const deadlineMs = 60_000;
  const report = await runChaos({
    seed: 11,
    requestCount: 400,
    concurrency: 40,
    share: 0.3,
    kinds: earlyFaults,
    mode: 'mixed',
    deadlineMs,
    guard,
  });
  const { callsByFault, ...verdict } = judgeChaos(report, { deadlineMs });
  expect(Object.keys(callsByFault).sort()).toEqual([...earlyFaults, 'none'].sort());
  expect(verdict).toEqual({
    requests: 400,
    answered: 400,
    gaveUpEarly: 0,
    hanging: 0,
    wrongText: 0,
    impatient: 0,
    leaked: 0,
    unhandledRejections: 0,
  });
});

it('surfaces one error with the text so far when a stream breaks after its first content, and says nothing twice', async () => {
  const report = await runChaos({
    seed: 12,
    requestCount: 200,
    concurrency: 40,
    share: 0.3,
    kinds: lateFaults,
    mode: 'streams',
    deadlineMs: 60_000,
    guard,
  });
  const verdict = judgeLateChaos(report, chaosText);
  expect(verdict.broken).toBeGreaterThan(40);
  expect(verdict).toMatchObject({ brokenWrongly: 0, others: 0 });
  expect(report).toMatchObject({ leaked: [], leakedListeners: 0, unhandledRejections: 0 });
});
