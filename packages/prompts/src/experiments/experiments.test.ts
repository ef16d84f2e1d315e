import { beforeEach, describe, expect, it } from 'vitest';
import { seededRandom } from '../inference/random.ts';
import { memoryExperimentStore } from '../memory/memory-experiment-store.ts';
import { assignArm } from './assign-arm.ts';
import type { ExperimentMetric } from './experiment.ts';
import { type ExperimentDraft, Experiments } from './experiments.ts';

const DAY_MS = 86_400_000;
const by = { changedBy: 'ada', reason: 'a test' };
const opened: ExperimentMetric = { name: 'opened', kind: 'rate', better: 'higher' };

function draftOf(overrides: Partial<ExperimentDraft> = {}): ExperimentDraft {
  return {
    key: 'short',
    subject: 'prompt',
    description: 'Do shorter texts get read?',
    arms: [
      { name: 'control', weight: 1, subject: 'summary@3' },
      { name: 'short', weight: 1, subject: 'summary@4' },
    ],
    primary: opened,
    createdBy: 'ada',
    ...overrides,
  };
}

let now = 0;
let id = 0;
beforeEach(() => {
  now = 0;
  id = 0;
});

function setUp() {
  const store = memoryExperimentStore();
  return {
    store,
    experiments: new Experiments({ store, secret: 'a secret', now: () => now, newId: () => `o${++id}`, freshMs: 0 }),
  };
}

describe('assignment', () => {
  const experiment = draftOf();
  const assign = (unitId: string, exposureShare: number, secret = 'a secret', key = experiment.key) =>
    assignArm({ ...experiment, key }, { unitId, exposureShare, secret })?.name ?? null;
  const units = Array.from({ length: 20_000 }, (_, n) => `user-${n}`);

  it('check 15: is sticky under a ramp from 10 to 50 %: nobody changes arms', () => {
    const before = units.map((unit) => assign(unit, 0.1));
    const after = units.map((unit) => assign(unit, 0.5));
    const moved = before.filter((arm, index) => arm !== null && arm !== after[index]);
    expect(moved).toEqual([]);
    expect(before.filter((arm) => arm !== null).length / units.length).toBeCloseTo(0.1, 2);
    expect(after.filter((arm) => arm !== null).length / units.length).toBeCloseTo(0.5, 1);
  });

  it('splits evenly at every share, by the weights, and independently between experiments', () => {
    for (const share of [0.1, 0.5, 1]) {
      const arms = units.map((unit) => assign(unit, share)).filter((arm) => arm !== null);
      const control = arms.filter((arm) => arm === 'control').length;
      expect(Math.abs(control / arms.length - 0.5)).toBeLessThan(3.5 * Math.sqrt(0.25 / arms.length));
    }
    const both = units.filter(
      (unit) => assign(unit, 1) === 'control' && assign(unit, 1, 'a secret', 'another') === 'control',
    );
    expect(both.length / units.length).toBeCloseTo(0.25, 1);
    const weighted = { ...experiment, arms: [{ ...experiment.arms[0]!, weight: 9 }, experiment.arms[1]!] };
    const few = units.filter(
      (unit) => assignArm(weighted, { unitId: unit, exposureShare: 1, secret: 's' })?.name === 'short',
    );
    expect(few.length / units.length).toBeCloseTo(0.1, 1);
  });

  it('takes nobody at 0, everybody at 1, and gives another secret other arms', () => {
    expect(units.every((unit) => assign(unit, 0) === null)).toBe(true);
    expect(units.every((unit) => assign(unit, 1) !== null)).toBe(true);
    expect(units.filter((unit) => assign(unit, 1) === assign(unit, 1, 'another')).length / units.length).toBeCloseTo(
      0.5,
      1,
    );
  });

  it('never puts a unit into two experiments of a layer', () => {
    const first = { ...experiment, layer: { name: 'page', from: 0, to: 0.5 } };
    const second = { ...experiment, key: 'second', layer: { name: 'page', from: 0.5, to: 1 } };
    const taken = units.map(
      (unitId) =>
        [first, second].filter((one) => assignArm(one, { unitId, exposureShare: 1, secret: 's' }) !== null).length,
    );
    expect(taken.every((count) => count === 1)).toBe(true);
  });
});

describe('an experiment', () => {
  it('is created once, never changes, and takes in nobody before it is ramped', async () => {
    const { experiments } = setUp();
    const made = await experiments.create(draftOf());
    now = 5;
    expect(await experiments.create(draftOf())).toEqual(made);
    await expect(experiments.create(draftOf({ primary: { ...opened, better: 'lower' } }))).rejects.toMatchObject({
      code: 'experiment-conflict',
    });
    expect(await experiments.expose('short', 'u')).toBeNull();
    await experiments.ramp('short', { ...by, exposureShare: 1 });
    expect(await experiments.expose('short', 'u')).not.toBeNull();
    await experiments.stop('short', by);
    expect(await experiments.expose('short', 'v')).toBeNull();
    await expect(experiments.ramp('short', { ...by, exposureShare: 1 })).rejects.toMatchObject({
      code: 'experiment-conflict',
    });
    expect((await experiments.get('short')).changes.map(({ revision, status }) => [revision, status])).toEqual([
      [2, 'stopped'],
      [1, 'running'],
    ]);
    expect(await experiments.list()).toHaveLength(1);
  });

  it.each<[string, Partial<ExperimentDraft>]>([
    ['a name with a space', { key: 'two words' }],
    ['one arm', { arms: draftOf().arms.slice(1) }],
    ['two arms of one name', { arms: [draftOf().arms[0]!, draftOf().arms[0]!] }],
    ['a weight of none', { arms: [{ ...draftOf().arms[0]!, weight: 0 }, draftOf().arms[1]!] }],
    ['two metrics of one name', { proxy: opened }],
    ['a range of a rate', { primary: { ...opened, range: [0, 1] } }],
    ['a range that falls', { primary: { name: 'x', kind: 'mean', better: 'lower', range: [1, 0] } }],
    ['a margin of none', { guardrails: [{ ...opened, name: 'x', margin: 0 }] }],
    ['a layer beyond 1', { layer: { name: 'x', from: 0.5, to: 1.5 } }],
  ])('is refused with %s', async (_what, fault) => {
    await expect(setUp().experiments.create(draftOf(fault))).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('refuses changes without a reason, shares beyond 1, unknown keys, metrics and values', async () => {
    const { experiments } = setUp();
    await experiments.create(draftOf());
    await expect(experiments.ramp('short', { ...by, reason: ' ', exposureShare: 1 })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await expect(experiments.ramp('short', { ...by, exposureShare: 1.1 })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await expect(experiments.analyse('none')).rejects.toMatchObject({ code: 'unknown-experiment' });
    const record = (metric: string, value: number) =>
      experiments.record([{ experimentKey: 'short', unitId: 'u', metric, value }]);
    await expect(record('closed', 1)).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(record('opened', 0.5)).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(record('opened', Number.NaN)).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

/** Exposes units and tells values by arm; answers what the analysis says. */
async function simulate(
  draft: ExperimentDraft,
  options: {
    readonly units: number;
    readonly values: (arm: string, random: () => number) => Readonly<Record<string, number>>;
    readonly seed?: number;
  },
) {
  const { experiments, store } = setUp();
  const { key } = await experiments.create(draft);
  await experiments.ramp(key, { ...by, exposureShare: 1 });
  const random = seededRandom(options.seed ?? 1);
  const told: { experimentKey: string; unitId: string; metric: string; value: number }[] = [];
  for (let n = 0; n < options.units; n++) {
    const unitId = `u${n}`;
    const arm = await experiments.expose(key, unitId);
    for (const [metric, value] of Object.entries(options.values(arm!.name, random)))
      told.push({ experimentKey: key, unitId, metric, value });
  }
  now += 1;
  await experiments.record(told);
  return { experiments, store, analysis: await experiments.analyse(key) };
}

const flip = (random: () => number, rate: number) => (random() < rate ? 1 : 0);

describe('a verdict', () => {
  it('is win where the arm is better, lose where it is worse, whichever way is good', async () => {
    const run = (better: 'higher' | 'lower', rates: Readonly<Record<string, number>>) =>
      simulate(draftOf({ primary: { ...opened, better } }), {
        units: 4000,
        values: (arm, random) => ({ opened: flip(random, rates[arm]!) }),
      });
    const verdictOf = async (...parameters: Parameters<typeof run>) =>
      (await run(...parameters)).analysis.comparisons[0]?.verdict;
    expect(await verdictOf('higher', { control: 0.3, short: 0.42 })).toBe('win');
    expect(await verdictOf('higher', { control: 0.42, short: 0.3 })).toBe('lose');
    expect(await verdictOf('lower', { control: 0.42, short: 0.3 })).toBe('win');
    expect(await verdictOf('higher', { control: 0.3, short: 0.3 })).toBe('continue');
  });

  it('is equivalent where the difference is smaller than what matters', async () => {
    const { analysis } = await simulate(draftOf({ equivalenceMargin: 0.1 }), {
      units: 6000,
      values: (_arm, random) => ({ opened: flip(random, 0.5) }),
    });
    expect(analysis.comparisons[0]).toMatchObject({
      verdict: 'equivalent',
      basis: 'primary',
      primary: { method: 'exact' },
    });
  });

  it('waits for guardrails that are unclear, and loses where one is harmed', async () => {
    const guardrails = [{ name: 'cost', kind: 'mean', better: 'lower', range: [0, 1], margin: 0.05 }] as const;
    const run = (cost: number) =>
      simulate(draftOf({ guardrails }), {
        units: 4000,
        values: (arm, random) => ({
          opened: flip(random, arm === 'short' ? 0.45 : 0.3),
          cost: 0.2 + 0.2 * random() + (arm === 'short' ? cost : 0),
        }),
      });
    expect((await run(0)).analysis.comparisons[0]).toMatchObject({
      verdict: 'win',
      guardrails: [{ status: 'non-inferior' }],
    });
    expect((await run(0.05)).analysis.comparisons[0]).toMatchObject({
      verdict: 'continue',
      guardrails: [{ status: 'unclear' }],
    });
    expect((await run(0.2)).analysis.comparisons[0]).toMatchObject({
      verdict: 'lose',
      guardrails: [{ status: 'harmed' }],
    });
  });

  it('is none where units of one arm are lost', async () => {
    const { experiments, store } = setUp();
    await experiments.create(draftOf());
    const exposures = Array.from({ length: 20_000 }, (_, n) => ({
      experimentKey: 'short',
      unitId: `u${n}`,
      arm: n % 100 < 48 ? 'control' : 'short',
      exposedAt: 0,
    }));
    await store.expose(exposures);
    await store.record(
      exposures.map(({ unitId, arm }) => ({
        id: unitId,
        experimentKey: 'short',
        unitId,
        metric: 'opened',
        value: arm === 'short' ? 1 : 0,
        observedAt: 0,
        recordedAt: 0,
      })),
    );
    const analysis = await experiments.analyse('short');
    expect(analysis.sampleRatio.mismatch).toBe(true);
    expect(analysis.comparisons[0]).toMatchObject({
      verdict: 'continue',
      reason: expect.stringContaining('not spread'),
    });
  });

  it('compares several arms with the control, each in its own share', async () => {
    const arms = [...draftOf().arms, { name: 'long', weight: 2, subject: 'summary@5' }];
    const { analysis } = await simulate(draftOf({ arms, subject: 'model' }), {
      units: 6000,
      values: (arm, random) => ({ opened: flip(random, { control: 0.3, short: 0.3, long: 0.5 }[arm]!) }),
    });
    expect(analysis.comparisons.map(({ arm, verdict }) => [arm, verdict])).toEqual([
      ['short', 'continue'],
      ['long', 'win'],
    ]);
    expect(analysis.units.map(({ share }) => share)).toEqual([0.25, 0.25, 0.5]);
  });

  it('on means without a range holds from some hundred units on', async () => {
    const primary: ExperimentMetric = { name: 'dwell', kind: 'mean', better: 'higher' };
    const { analysis } = await simulate(draftOf({ primary }), {
      units: 3000,
      values: (arm, random) => ({ dwell: 100 * random() + (arm === 'short' ? 15 : 0) }),
    });
    expect(analysis.comparisons[0]).toMatchObject({ verdict: 'win', primary: { method: 'asymptotic' } });
    expect(analysis.comparisons[0]!.primary.lower).toBeGreaterThan(0);
  });
});

describe('a prediction that is judged in three months', () => {
  const primary: ExperimentMetric = {
    name: 'error',
    kind: 'mean',
    better: 'lower',
    range: [0, 1],
    delayMs: 90 * DAY_MS,
  };
  const proxy: ExperimentMetric = { name: 'proved', kind: 'rate', better: 'higher' };

  it('is judged by the proxy until then, and the verdict is revised', async () => {
    const { experiments } = await simulate(draftOf({ primary, proxy }), {
      units: 3000,
      values: (arm, random) => ({ proved: flip(random, arm === 'short' ? 0.7 : 0.5) }),
    });
    const early = await experiments.analyse('short');
    expect(early.comparisons[0]).toMatchObject({ verdict: 'win', basis: 'proxy', primary: { units: 0 } });
    now = 90 * DAY_MS + 10;
    const random = seededRandom(2);
    const arms = await Promise.all(
      Array.from({ length: 3000 }, async (_, n) => ({
        unitId: `u${n}`,
        arm: (await experiments.assign('short', `u${n}`))?.name,
      })),
    );
    await experiments.record(
      arms.map(({ unitId, arm }) => ({
        experimentKey: 'short',
        unitId,
        metric: 'error',
        value: 0.08 + 0.05 * random() + (arm === 'short' ? 0.2 : 0),
      })),
    );
    const late = await experiments.analyse('short');
    expect(late.comparisons[0]).toMatchObject({ verdict: 'lose', basis: 'primary' });
    expect(
      (await experiments.verdicts('short')).map(({ comparisons }) => [comparisons[0]!.verdict, comparisons[0]!.basis]),
    ).toEqual([
      ['lose', 'primary'],
      ['win', 'proxy'],
    ]);
  });

  it('does not count units before they are due, however early their values come', async () => {
    const { analysis } = await simulate(draftOf({ primary: { ...opened, delayMs: DAY_MS } }), {
      units: 1000,
      values: () => ({ opened: 1 }),
    });
    expect(analysis.comparisons[0]!.primary.units).toBe(0);
  });

  it('counts a due unit without a value as 0 for a rate, and leaves it out of a mean, counted', async () => {
    const { experiments } = await simulate(
      draftOf({ primary: { ...opened, delayMs: DAY_MS }, proxy: { name: 'm', kind: 'mean', better: 'higher' } }),
      {
        units: 400,
        values: () => ({}),
      },
    );
    now = 2 * DAY_MS;
    const [comparison] = (await experiments.analyse('short')).comparisons;
    expect(comparison!.primary).toMatchObject({ units: 400, controlMean: 0, armMean: 0 });
    expect(comparison!.proxy).toMatchObject({ units: 0, controlMean: null });
    const { missing } = comparison!.proxy!;
    expect(missing.control + missing.arm).toBe(400);
  });
});
