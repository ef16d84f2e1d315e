import { describe, expect, it } from 'vitest';
import type { PricePrediction } from '../../market/price-prediction.ts';
import { analyseCall } from './investment-call.ts';
import { giveInvestmentConsent, investmentDisclaimer } from './investment-consent.ts';
import { DEFAULT_INVESTMENT_COSTS } from './investment-costs.ts';
import { investmentView } from './investment-view.ts';
import { normalProbability, normalQuantile, priceDistribution } from './price-distribution.ts';
import { trackRecord } from './track-record.ts';

/** A prediction whose price is lognormal around its median. */
function prediction(growth: number, sigma: number, changes: Partial<PricePrediction> = {}): PricePrediction {
  const median = 100_000 * growth;
  return {
    id: 'prediction-1',
    market: { priceKind: 'sold', currency: 'USD' },
    segment: 'porsche/911',
    make: 'Porsche',
    model: '911',
    generation: null,
    trim: null,
    horizon: '1y',
    asOf: '2024-01-01',
    targetDate: '2025-01-01',
    referenceCar: { modelYear: 2018, mileage: 20_000, saleCount: 40 },
    currentPrice: 100_000,
    predictedPrice: median,
    intervals: [0.5, 0.8, 0.9].map((confidenceLevel) => {
      const half = Math.exp(sigma * normalQuantile((1 + confidenceLevel) / 2));
      return { confidenceLevel, lower: median / half, upper: median * half };
    }),
    naivePrice: 100_000,
    saleCount: 40,
    hasSkill: true,
    modelVersion: '1',
    synthetic: false,
    ...changes,
  };
}

describe('the distribution of a later price', () => {
  it('meets the quantiles it was given and the ones beyond them', () => {
    const distribution = priceDistribution(prediction(1, 0.1));
    for (const probability of [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.99]) {
      const wanted = 100_000 * Math.exp(0.1 * normalQuantile(probability));
      expect(distribution.quantile(probability) / wanted).toBeCloseTo(1, 6);
      expect(distribution.probabilityAtMost(wanted)).toBeCloseTo(probability, 6);
    }
    expect(normalProbability(1.959964)).toBeCloseTo(0.975, 6);
    expect(() => priceDistribution(prediction(1, 0.1, { intervals: [] }))).toThrow(/no interval/);
  });
});

describe('the rule', () => {
  it.each([
    ['buys what gains more than it costs', 1.3, 'buy'],
    ['holds what gains more than keeping costs, and less than buying does', 1.09, 'hold'],
    ['sells what loses', 0.9, 'sell'],
    ['sees no edge in what just pays for itself', 1.06, 'no_edge'],
  ])('%s', (_, growth, call) => {
    expect(analyseCall(prediction(growth, 0.08), DEFAULT_INVESTMENT_COSTS).call).toBe(call);
  });

  it('sees no edge where the method has none', () => {
    expect(analyseCall(prediction(1.5, 0.05, { hasSkill: false }), DEFAULT_INVESTMENT_COSTS).call).toBe('no_edge');
  });

  it('nets every cost: buying comes out even at the break-even price', () => {
    const costs = {
      buyerFeeShare: 0.1,
      sellerFeeShare: 0.05,
      transportAmount: 1000,
      ownershipShareYearly: 0.02,
      opportunityRateYearly: 0.04,
    };
    const { breakEvenPrice } = analyseCall(prediction(1, 0.1), costs);
    expect(breakEvenPrice).toBeCloseTo((111_000 * 1.04 + 2000) / 0.95, 6);
    const even = analyseCall(prediction(breakEvenPrice / 100_000, 0.1), costs);
    expect(even.buying.median).toBeCloseTo(0, 6);
    expect(even.buying.probabilityOfLoss).toBeCloseTo(0.5, 6);
    expect(even.buying.losingCase).toBeLessThan(0);
    expect(even.buying.winningCase).toBeGreaterThan(0);
  });
});

describe('a recommendation', () => {
  const disclaimer = investmentDisclaimer();
  const record = trackRecord([], DEFAULT_INVESTMENT_COSTS);

  it('carries the disclaimer, the consent and the record', () => {
    const consent = giveInvestmentConsent({
      userId: 'user-1',
      givenOn: '2024-01-01',
      disclaimerVersion: disclaimer.version,
    });
    const view = investmentView({ prediction: prediction(1.3, 0.05), trackRecord: record, disclaimer, consent });
    expect(view).toMatchObject({
      call: 'buy',
      disclaimer: { version: disclaimer.version },
      consent: { userId: 'user-1' },
    });
  });

  it('cannot be built by hand', () => {
    const consent = { userId: 'user-1', givenOn: '2024-01-01', disclaimerVersion: 'any' };
    type Given = Parameters<typeof investmentView>[0];
    const isConsent: typeof consent extends Given['consent'] ? true : false = false;
    const isDisclaimer: { version: string; text: string } extends Given['disclaimer'] ? true : false = false;
    expect([isConsent, isDisclaimer]).toEqual([false, false]);
    expect(() => giveInvestmentConsent({ ...consent, disclaimerVersion: 'older' })).toThrow(/not in force/);
    expect(() => giveInvestmentConsent({ ...consent, userId: ' ' })).toThrow(/needs the id/);
  });

  it('counts every past call, the wrong ones too', () => {
    const outcome = (actualPrice: number) => ({
      predictionId: 'prediction-1',
      settledOn: '2025-01-01',
      saleCount: 9,
      actualPrice,
      actualLow: actualPrice,
      actualHigh: actualPrice,
      absolutePercentageError: 0,
      naiveAbsolutePercentageError: 0,
      covered: [],
    });
    const made = prediction(1.3, 0.05);
    const found = trackRecord(
      [
        { prediction: made, outcome: outcome(130_000) },
        { prediction: made, outcome: outcome(80_000) },
        { prediction: prediction(0.9, 0.05), outcome: outcome(85_000) },
        { prediction: made, outcome: null },
        { prediction: prediction(1.06, 0.08), outcome: outcome(100_000) },
      ],
      DEFAULT_INVESTMENT_COSTS,
    );
    expect(found).toMatchObject({ openCount: 1, noEdgeCount: 1 });
    expect(found.calls).toMatchObject([
      { call: 'buy', settledCount: 2, rightCount: 1 },
      { call: 'hold', settledCount: 0, meanNetResult: null },
      { call: 'sell', settledCount: 1, rightCount: 1 },
    ]);
    expect(found.calls[0]?.meanNetResult).toBeLessThan(0);
  });
});
