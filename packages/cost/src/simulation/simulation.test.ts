import { describe, expect, it } from 'vitest';
import launch from '../../workloads/launch.json' with { type: 'json' };
import { createPriceBook } from '../prices/price-book.ts';
import { simulateLevers } from './simulate-levers.ts';
import { type Levers, simulateMonth } from './simulate-month.ts';
import { warmShare } from './warm-share.ts';
import type { ModelPairing, Workload, WorkloadTask } from './workload.ts';

const at = Date.UTC(2026, 10, 23);
const priceBook = createPriceBook();
const none: Levers = { modelSelection: false, answerCache: false, templates: false, batch: false, promptCache: false };
const usd = (nanoUsd: number) => nanoUsd / 1e9;

const luna = { provider: 'openai', model: 'gpt-6-luna' };
const terra = { provider: 'openai', model: 'gpt-6.1-terra' };
const sol = { provider: 'openai', model: 'gpt-6.1-sol' };
const pairing: ModelPairing = { name: 'a pairing', models: { bulk: luna, analysis: terra, report: sol } };
const chat: WorkloadTask = {
  name: 'chat',
  callsPerMonth: 120_000,
  inputTokens: 3_000,
  outputTokens: 300,
  sharedPrefixTokens: 2_000,
  classes: { bulk: 0.7, analysis: 0.3 },
  rewrittenShare: 0,
  repeatedShare: 0.4,
  templateShare: 0.25,
  canWait: true,
};
const workload: Workload = {
  name: 'one task',
  days: 30,
  activeHoursPerDay: 14,
  limitUsd: 1000,
  smallestCachedPrefixTokens: 1024,
  pairings: [pairing],
  tasks: [chat],
};
const month = (levers: Partial<Levers>, task: Partial<WorkloadTask> = {}) =>
  usd(
    simulateMonth(
      { ...workload, tasks: [{ ...chat, ...task }] },
      { pairing, levers: { ...none, ...levers }, priceBook, at },
    ).nanoUsd,
  );

// By hand: 360 million tokens of prompt and 36 million of answer, at $1 and $5 a million on terra, $0.10 and $0.50 on luna.
describe('a month', () => {
  it('costs what its tokens cost, on the model of the hardest class that is asked for', () => {
    expect(month({})).toBeCloseTo(360 + 180, 6);
  });

  it('goes to the model of each class where models are selected', () => {
    expect(month({ modelSelection: true })).toBeCloseTo(0.7 * (36 + 18) + 0.3 * (360 + 180), 6);
  });

  it('pays for what is written again one class up', () => {
    const bulk = 0.7 * 54 + 0.1 * 0.7 * 540;
    expect(month({ modelSelection: true }, { rewrittenShare: 0.1, classes: { bulk: 1 } })).toBeCloseTo(bulk / 0.7, 6);
  });

  it('pays neither for repeated questions nor for templates, and half for a batch', () => {
    expect(month({ answerCache: true })).toBeCloseTo(0.6 * 540, 6);
    expect(month({ templates: true })).toBeCloseTo(0.75 * 540, 6);
    expect(month({ batch: true })).toBeCloseTo(270, 6);
    expect(month({ batch: true }, { canWait: false })).toBeCloseTo(540, 6);
  });

  it('reads its prefix at a twentieth, after a first call that wrote it', () => {
    const warm = 1 - 30 / 120_000;
    // Per million: 120,000 calls of 2,000 kept tokens are 240 million; 120 million are new.
    expect(month({ promptCache: true })).toBeCloseTo(warm * 240 * 0.05 + (1 - warm) * 240 * 1.25 + 120 + 180, 6);
    expect(month({ promptCache: true }, { sharedPrefixTokens: 1000 })).toBeCloseTo(540, 6);
    expect(month({ promptCache: true, batch: true })).toBeCloseTo(270, 6);
  });

  it('keeps a prefix for longer where people come too rarely for the shorter lifetime', () => {
    // 4,200 calls in 420 hours are ten an hour: of 5 minutes 56 % are warm, of an hour all but one in 22,000.
    const sonnet = { provider: 'anthropic', model: 'claude-sonnet-5-5' };
    const rare = { ...chat, callsPerMonth: 4_200, canWait: false, classes: { bulk: 1 } };
    const { nanoUsd } = simulateMonth(
      { ...workload, tasks: [rare] },
      {
        pairing: { name: 'one model', models: { bulk: sonnet, analysis: sonnet, report: sonnet } },
        levers: { ...none, promptCache: true },
        priceBook,
        at,
      },
    );
    const warm = 1 - Math.exp(-10);
    // Per million: 8.4 million kept tokens at $0.10 or $4, 4.2 million new ones at $2, 1.26 million of answer at $10.
    expect(usd(nanoUsd)).toBeCloseTo(8.4 * (warm * 0.1 + (1 - warm) * 4) + 8.4 + 12.6, 6);
  });

  it('leaves a prefix alone that would be written more often than read', () => {
    expect(month({ promptCache: true }, { canWait: false, callsPerMonth: 10 })).toBeCloseTo(0.03 + 0.015, 9);
  });

  it('refuses a model without a price, and figures that cannot be', () => {
    const unknown = { ...pairing, models: { ...pairing.models, analysis: { provider: 'openai', model: 'gpt-9' } } };
    expect(() => simulateMonth(workload, { pairing: unknown, levers: none, priceBook, at })).toThrow('gpt-9 of openai');
    for (const task of [
      { classes: { bulk: 0.5 } },
      { repeatedShare: 1.2 },
      { sharedPrefixTokens: 4000 },
      { callsPerMonth: 0.5 },
    ]) {
      const bad = { ...workload, tasks: [{ ...chat, ...task }] };
      expect(() => simulateLevers(bad, { priceBook, at })).toThrow('of the task "chat"');
    }
  });
});

it('finds a prefix kept as often as calls come within its lifetime', () => {
  // A call every five minutes on average: the chance that the one before is not older is 1 - 1/e.
  expect(warmShare({ lifetimeSeconds: 300 }, { calls: 12, overSeconds: 3600 })).toBeCloseTo(1 - Math.exp(-1), 12);
});

describe('the month of the launch', () => {
  const simulated = simulateLevers(launch as Workload, { priceBook, at });

  it('lands below a tenth of its limit with the default pairing', () => {
    const [openAi] = simulated;
    expect(openAi?.pairing).toBe('default, OpenAI');
    expect(usd(openAi?.withEverything.nanoUsd ?? 0)).toBeLessThan(launch.limitUsd / 10);
  });

  it('stays there as long as two of three chat answers are proved at once', () => {
    const withRewrites = (rewrittenShare: number) => {
      const tasks = launch.tasks.map((task) => (task.name === 'chat turn' ? { ...task, rewrittenShare } : task));
      const [openAi] = simulateLevers({ ...launch, tasks } as Workload, { priceBook, at });
      return usd(openAi?.withEverything.nanoUsd ?? 0);
    };
    expect(withRewrites(1 / 3)).toBeLessThan(launch.limitUsd / 10);
    expect(withRewrites(0.5)).toBeGreaterThan(launch.limitUsd / 10);
  });

  it('lands above it with the pairing of Anthropic, unless nine of ten chat answers are proved at once', () => {
    const withRewrites = (rewrittenShare: number) => {
      const tasks = launch.tasks.map((task) => (task.name === 'chat turn' ? { ...task, rewrittenShare } : task));
      const [, anthropic] = simulateLevers({ ...launch, tasks } as Workload, { priceBook, at });
      return usd(anthropic?.withEverything.nanoUsd ?? 0);
    };
    expect(withRewrites(0.25)).toBeGreaterThan(launch.limitUsd / 10);
    expect(withRewrites(0.1)).toBeLessThan(launch.limitUsd / 10);
  });

  it('is dearer without any lever than with each, and with each than with all', () => {
    for (const { withNothing, withEverything, levers } of simulated) {
      for (const { aloneNanoUsd, leftOutNanoUsd, pulledNanoUsd } of levers) {
        expect(aloneNanoUsd).toBeLessThanOrEqual(withNothing.nanoUsd);
        expect(leftOutNanoUsd).toBeGreaterThanOrEqual(withEverything.nanoUsd);
        expect(pulledNanoUsd).toBeLessThanOrEqual(withNothing.nanoUsd);
      }
      expect(levers.at(-1)?.pulledNanoUsd).toBe(withEverything.nanoUsd);
    }
  });

  it('asks a model for every chat turn where nothing is done about it, and again for what was not proved', () => {
    const chatTurns = simulated[0]?.withNothing.tasks[0];
    expect([chatTurns?.name, Math.round(chatTurns?.callCount ?? 0)]).toEqual(['chat turn', 150_000]);
  });
});
