import { describe, expect, it } from 'vitest';
import { samplePrediction } from '../../contract-suites/sample-prediction.ts';
import type { LedgerEntry } from '../../market/ports/prediction-ledger.ts';
import { createRandom } from '../../statistics/random.ts';
import { attributeMiss } from './attribute-miss.ts';
import { reportAccuracy } from './report-accuracy.ts';
import { watchAccuracy } from './watch-accuracy.ts';

describe('watchAccuracy', () => {
  const errors = (seed: number, count: number, factor = 1): number[] => {
    const random = createRandom(seed);
    return Array.from({ length: count }, () => 0.05 * factor * Math.exp(0.25 * random.normal()));
  };

  it('finds doubled errors within three periods', () => {
    let found = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const { alarmAt } = watchAccuracy(errors(seed, 3, 2), { reference: errors(5000 + seed, 24) });
      if (alarmAt !== null) found++;
    }
    expect(found / 200).toBeGreaterThan(0.95);
  });

  it('alarms at most once in 200 periods without a change', () => {
    let alarms = 0;
    let periods = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const { alarmAt } = watchAccuracy(errors(seed, 50), { reference: errors(9000 + seed, 24) });
      periods += alarmAt === null ? 50 : alarmAt + 1;
      if (alarmAt !== null) alarms++;
    }
    expect(alarms / periods).toBeLessThanOrEqual(1 / 200);
  });

  it('says nothing with too short a reference', () => {
    expect(watchAccuracy([9, 9, 9], { reference: [0.1, 0.1] }).alarmAt).toBeNull();
  });
});

describe('attributeMiss', () => {
  it('divides a miss into parts that sum to it', () => {
    const parts = attributeMiss({
      predicted: 100,
      predictedAtActualGrowth: 95,
      actualReference: 97,
      soldCarsValue: 80,
      paid: 83,
    });
    expect(parts.total).toBeCloseTo(Math.log(100 / 83), 12);
    expect(parts.index + parts.car + parts.mix + parts.noise).toBe(parts.total);
  });
});

describe('reportAccuracy', () => {
  const entries = Array.from({ length: 60 }, (_, at): LedgerEntry => {
    const prediction = {
      ...samplePrediction(at, { segment: at % 2 === 0 ? 'porsche/911' : 'porsche/cayman' }),
      id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
      targetDate: `2024-${String(1 + (at % 12)).padStart(2, '0')}-28`,
      predictedPrice: 100_000,
    };
    if (at >= 50) return { prediction, outcome: null };
    const error = at % 10 === 0 ? 0.3 : 0.04;
    return {
      prediction,
      outcome: {
        predictionId: prediction.id,
        settledOn: '2025-01-31',
        saleCount: 8,
        actualPrice: 100_000 / (1 + error),
        actualLow: 60_000,
        actualHigh: 130_000,
        absolutePercentageError: error,
        naiveAbsolutePercentageError: 0.06,
        covered: [0.5, 0.8, 0.9].map((confidenceLevel) => ({ confidenceLevel, covered: error < 0.1 })),
      },
    };
  });

  it('has every figure, the misses first among them, whatever the order of the entries', () => {
    const report = reportAccuracy(entries);
    expect(report).toMatchObject({ settledCount: 50, openCount: 10 });
    expect(report.overall).toMatchObject({ count: 50, medianError: 0.04, within5: 0.9, within20: 0.9, stars: 4 });
    expect(report.overall.bias).toBeCloseTo(0.04, 9);
    expect(report.calibration.map(({ share }) => share)).toEqual([0.9, 0.9, 0.9]);
    expect(report.misses[0]).toMatchObject({ error: 0.3, covered90: false });
    expect(report.bySegment.map(({ name }) => name)).toEqual(['porsche/911', 'porsche/cayman']);
    expect(report.bySegment.reduce((sum, { count }) => sum + count, 0)).toBe(50);
    expect(JSON.stringify(reportAccuracy([...entries].reverse()))).toBe(JSON.stringify(report));
  });

  it('says what the misses came from, in parts that sum to the whole', () => {
    const attribution = { total: 0.08, index: 0.03, car: -0.01, mix: 0.04, noise: 0.02 };
    const report = reportAccuracy(
      entries.map(({ prediction, outcome }, at) => {
        return { prediction, outcome: outcome === null || at > 20 ? outcome : { ...outcome, attribution } };
      }),
    );
    expect(report.attribution).toMatchObject({ count: 21 });
    const means = Object.fromEntries(report.attribution!.parts.map(({ part, mean }) => [part, mean]));
    expect(means.index! + means.car! + means.mix! + means.noise!).toBeCloseTo(means.total!, 12);
    expect(report.trackRecord.filter((entry) => entry.attribution !== null)).toHaveLength(21);
    expect(reportAccuracy(entries).attribution).toBeNull();
  });

  it('tells distributions that are stated too narrow from those that hold', () => {
    const draw = (factor: number) => {
      const random = createRandom(4);
      return Array.from({ length: 120 }, (_, at): LedgerEntry => {
        const prediction = {
          ...samplePrediction(at),
          id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
          asOf: `2023-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + Math.floor(at / 12)).padStart(2, '0')}`,
          predictedPrice: 100_000,
          intervals: [0.5, 0.8, 0.9].map((confidenceLevel, place) => {
            const reach = 0.04 * [0.6745, 1.2816, 1.6449][place]!;
            return { confidenceLevel, lower: 100_000 * Math.exp(-reach), upper: 100_000 * Math.exp(reach) };
          }),
        };
        const actualPrice = 100_000 * Math.exp(factor * 0.04 * random.normal());
        return { prediction, outcome: { ...entries[1]!.outcome!, predictionId: prediction.id, actualPrice } };
      });
    };
    expect(reportAccuracy(draw(1)).uniformity.pValue).toBeGreaterThan(0.2);
    expect(reportAccuracy(draw(3)).uniformity.pValue).toBeLessThan(0.01);
  });

  it('claims nothing of an empty ledger', () => {
    const report = reportAccuracy([]);
    expect(report).toMatchObject({ settledCount: 0, misses: [], calibration: [], decaySince: null });
    expect(report.overall.medianError).toBeNaN();
    expect(report.overall.stars).toBeNull();
    expect(report.skill.hasSkill).toBe(false);
  });
});
