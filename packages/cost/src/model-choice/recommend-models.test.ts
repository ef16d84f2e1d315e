import { expect, it } from 'vitest';
import type { CallRecord } from '../ledger/call-record.ts';
import { memoryCallLedger } from '../ledger/memory-call-ledger.ts';
import type { CallSample, QualityEvidence } from './model-evidence.ts';
import { recommendModels } from './recommend-models.ts';

const NOON = Date.UTC(2026, 10, 23, 12);
const period = { from: NOON, to: NOON + 1_000_000 };

interface Planted {
  readonly model: string;
  readonly calls: number;
  readonly costNanoUsd: number;
  readonly durationMs: number;
  readonly quality: number;
  readonly trials: number;
  readonly failEvery?: number;
  /** Calls that its trials made, measured. */
  readonly testCalls?: number;
}

/** Costs and times that scatter by a fifth around what is planted. */
async function setUp(models: readonly Planted[]) {
  const ledger = memoryCallLedger();
  for (const { model, calls, costNanoUsd, durationMs, failEvery = Number.POSITIVE_INFINITY } of models) {
    const records = Array.from({ length: calls }, (_, index): CallRecord => {
      const scatter = 0.8 + (0.4 * ((index * 37) % 101)) / 100;
      const failed = index % failEvery === failEvery - 1;
      return {
        attemptId: `${model}-${index}`,
        startedAt: NOON + index,
        durationMs: durationMs * scatter,
        provider: 'a-vendor',
        requestedModel: model,
        servedModel: failed ? null : model,
        feature: 'chat',
        userId: null,
        jobId: null,
        promptName: null,
        promptVersion: null,
        outcome: failed ? 'failed' : 'answered',
        errorCode: failed ? 'timeout' : null,
        tokenCount: 100,
        usageSource: 'reported',
        costNanoUsd: BigInt(Math.round(costNanoUsd * scatter)),
        priceSource: 'planted',
      };
    });
    await ledger.book(records);
  }
  const evidence: QualityEvidence[] = models.map(({ model, quality, trials, testCalls, ...measured }) => ({
    feature: 'chat',
    provider: 'a-vendor',
    model,
    successes: Math.round(quality * trials),
    trials,
    ...(testCalls === undefined ? {} : { calls: tested(testCalls, measured) }),
  }));
  const source = { evidence: () => Promise.resolve(evidence) };
  const [recommendation] = await recommendModels({ ledger, evidence: source }, period);
  if (recommendation === undefined) throw new TypeError('there are calls of one feature');
  return recommendation;
}

/** Calls of a test, which scatter as those of the ledger do. */
function tested(count: number, { costNanoUsd, durationMs }: Pick<Planted, 'costNanoUsd' | 'durationMs'>): CallSample {
  const scatter = (index: number) => 0.8 + (0.4 * ((index * 37) % 101)) / 100;
  const of = (value: number) => Array.from({ length: count }, (_, index) => value * scatter(index));
  return { costsNanoUsd: of(costNanoUsd), answerMs: of(durationMs) };
}

const large: Planted = {
  model: 'large',
  calls: 500,
  costNanoUsd: 1_000_000,
  durationMs: 900,
  quality: 0.9,
  trials: 1500,
};

it('recommends the model that does the work as well for less', async () => {
  const small = { ...large, model: 'small', calls: 200, costNanoUsd: 300_000, quality: 0.91 };
  const recommendation = await setUp([large, small]);
  expect(recommendation).toMatchObject({ status: 'switch', currentModel: 'large', recommendedModel: 'small' });
  if (recommendation.status !== 'switch') return;
  // $0.001 / 0.9 a success against $0.0003 / 0.91.
  expect(recommendation.savedPerSuccessNanoUsd).toBeGreaterThan(700_000);
  expect(recommendation.savedPerSuccessNanoUsd).toBeLessThan(860_000);
  expect(recommendation.measured.map(({ model, dominatedBy }) => [model, dominatedBy])).toEqual([
    ['large', 'small'],
    ['small', null],
  ]);
});

it('judges a model that serves nobody yet by the calls of its tests, and says so', async () => {
  const small = { ...large, model: 'small', calls: 0, costNanoUsd: 300_000, quality: 0.91, testCalls: 150 };
  expect(await setUp([large, small])).toMatchObject({
    status: 'switch',
    currentModel: 'large',
    recommendedModel: 'small',
    measured: [
      { model: 'large', callCount: 500, testCallCount: 0 },
      { model: 'small', callCount: 150, testCallCount: 150 },
    ],
  });
  expect(await setUp([large, { ...small, durationMs: 3_000 }])).toMatchObject({ status: 'keep' });
  expect(await setUp([large, { ...small, calls: 60, testCalls: 50 }])).toMatchObject({
    measured: [{ model: 'large' }, { model: 'small', callCount: 110, testCallCount: 50 }],
  });
  // Calls of its own come first, once there are enough of them.
  expect(await setUp([large, { ...small, calls: 200 }])).toMatchObject({
    measured: [{ model: 'large' }, { model: 'small', callCount: 200, testCallCount: 0 }],
  });
  expect(await setUp([large, { ...small, testCalls: 99 }])).toMatchObject({
    status: 'not-enough-evidence',
    unmeasured: [{ model: 'small', callCount: 99, testCallCount: 99, neededCalls: 100 }],
  });
});

it('counts what failed attempts and failed trials cost', async () => {
  const failing = { ...large, failEvery: 2, quality: 0.5 };
  const { measured } = await setUp([failing, { ...large, model: 'other' }]);
  const cost = measured[0]?.costPerSuccessNanoUsd;
  // Two attempts an answer, two answers a success.
  expect(Math.abs((cost?.value ?? 0) / 4_000_000 - 1)).toBeLessThan(0.02);
  expect(cost?.lower).toBeLessThan(cost?.value ?? 0);
  expect(cost?.upper).toBeGreaterThan(cost?.value ?? 0);
});

it.each<[string, Partial<Planted>]>([
  ['its quality is worse', { costNanoUsd: 300_000, quality: 0.85 }],
  ['its quality could be worse by more than the margin', { costNanoUsd: 300_000, quality: 0.9, trials: 120 }],
  ['its answers are slower', { costNanoUsd: 300_000, durationMs: 3_000 }],
  ['it is not surely cheaper', { costNanoUsd: 995_000 }],
])('keeps the model where %s', async (_what, other) => {
  expect(await setUp([large, { ...large, model: 'small', calls: 300, ...other }])).toMatchObject({ status: 'keep' });
});

it('says what is missing where too little was measured', async () => {
  expect(await setUp([large])).toMatchObject({ status: 'not-enough-evidence', currentModel: 'large' });
  const fewTrials = await setUp([
    { ...large, trials: 20 },
    { ...large, model: 'small', calls: 50 },
  ]);
  expect(fewTrials).toMatchObject({
    status: 'not-enough-evidence',
    unmeasured: [
      { model: 'large', trials: 20, neededTrials: 100 },
      { model: 'small', callCount: 50, neededCalls: 100 },
    ],
  });
  const ledger = memoryCallLedger();
  expect(await recommendModels({ ledger }, period)).toEqual([]);
});
