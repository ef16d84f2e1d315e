import { addDays, addMonths } from '../../src/market/calendar.ts';
import type { Anomaly } from '../../src/market/anomaly.ts';
import type { AnalysisDepth, InsightType } from '../../src/market/insight.ts';
import type { MarketIndex } from '../../src/market/market-index.ts';
import type { PricePrediction } from '../../src/market/price-prediction.ts';
import type { Random } from '../../src/statistics/random.ts';
import {
  DEFAULT_INVESTMENT_COSTS,
  giveInvestmentConsent,
  investmentDisclaimer,
  investmentView,
  trackRecord,
  writeAnomalyText,
  writeCostText,
  writeCrossMarketText,
  writeDataQualityText,
  writeMarketSummary,
  writeMovementText,
  writeOptionValueText,
  writePredictionText,
  writeRecommendationText,
  writeSeasonText,
  writeSegmentReport,
  type WritingOptions,
  type WrittenInsight,
} from '../../src/insights/index.ts';

/** Writes one text about a subject that was drawn. */
export interface DrawnSubject {
  readonly type: InsightType;
  readonly write: (options: WritingOptions) => Promise<WrittenInsight>;
}

const CARS = [
  { make: 'Porsche', model: '911', generation: '992.1', trim: 'GT3' },
  { make: 'Porsche', model: '911', generation: '991.2', trim: 'Carrera S' },
  { make: 'Porsche', model: '911', generation: '997.2', trim: 'Turbo' },
  { make: 'Porsche', model: 'Cayman', generation: '981', trim: 'GT4' },
  { make: 'Porsche', model: '928', generation: '928', trim: 'GTS' },
  { make: 'Porsche', model: 'Boxster', generation: '987.2', trim: 'Spyder' },
  { make: 'BMW', model: 'M3', generation: 'E46', trim: 'CSL' },
] as const;

const TITLES = [
  '2016 Porsche 911 GT3 RS, 9k miles',
  'One-owner Carrera S, price dropped 20%!',
  'No-reserve 997 Turbo 6-Speed',
  'Barn find, best of 50, call now',
];

export function drawSubject(type: InsightType, random: Random): DrawnSubject {
  const between = (low: number, high: number): number => low + random.uniform() * (high - low);
  const whole = (low: number, high: number): number => Math.floor(between(low, high + 1));
  const pick = <Item>(items: readonly Item[]): Item => items[whole(0, items.length - 1)]!;
  const market = { priceKind: 'sold', currency: pick(['USD', 'USD', 'EUR', 'GBP', 'CHF']) } as const;
  const asOf = addDays('2016-01-01', whole(0, 3900));
  const synthetic = random.uniform() < 0.2;

  const shuffled = CARS.map((car) => ({ car, key: random.uniform() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ car }) => car);
  const prediction = (
    horizon: PricePrediction['horizon'],
    index = 0,
    base = whole(12_000, 400_000),
  ): PricePrediction => {
    const months = { '1m': 1, '3m': 3, '6m': 6, '1y': 12 }[horizon];
    const growth = between(0.85, 1.25);
    const half = between(0.03, 0.25);
    const car = shuffled[index]!;
    return {
      ...car,
      id: `prediction-${String(index)}-${horizon}`,
      market,
      segment: [car.make, car.model, car.generation, car.trim].join('/').toLowerCase(),
      horizon,
      asOf,
      targetDate: addDays(asOf, Math.round(months * 30.4)),
      referenceCar: { modelYear: whole(1990, 2024), mileage: whole(1000, 120_000), saleCount: whole(5, 400) },
      currentPrice: base,
      predictedPrice: Math.round(base * growth),
      intervals: [0.5, 0.8, 0.9].map((confidenceLevel) => ({
        confidenceLevel,
        lower: base * growth * (1 - half * confidenceLevel),
        upper: base * growth * (1 + half * confidenceLevel),
      })),
      naivePrice: base,
      saleCount: whole(5, 800),
      hasSkill: random.uniform() < 0.6,
      modelVersion: '1',
      synthetic,
    };
  };
  const index = (segment: string, months = 20): MarketIndex => {
    let level = 100;
    return {
      market,
      segment,
      points: Array.from({ length: months }, (_, step) => {
        level *= 1 + between(-0.05, 0.055);
        const band = between(0.005, 0.08);
        return {
          month: addMonths(asOf.slice(0, 7), step + 1 - months),
          level,
          saleCount: whole(1, 40),
          rawMedian: null,
          lower90: level * (1 - band),
          upper90: level * (1 + band),
        };
      }),
    };
  };
  const anomaly = (position: number): Anomaly => {
    const expectedPrice = whole(9_000, 300_000);
    const deviation = between(0.12, 0.7) * (random.uniform() < 0.5 ? -1 : 1);
    const amount = Math.round(expectedPrice * (1 + deviation));
    return {
      id: `anomaly-${String(position)}`,
      listingId: `listing-${String(position)}`,
      listingTitle: TITLES[position % TITLES.length]!,
      segment: 'porsche/911',
      type: pick(['undervalued', 'overvalued', 'unusual_options', 'data_quality'] as const),
      cause: 'bargain',
      confirmationProbability: 0.5,
      severity: pick(['low', 'medium', 'high', 'critical'] as const),
      price: { kind: pick(['ask', 'sold', 'bid'] as const), amount, currency: market.currency },
      expectedPrice,
      expectedLow: expectedPrice * 0.9,
      expectedHigh: expectedPrice * 1.1,
      deviation: amount / expectedPrice - 1,
      score: 4,
      contributingFactors: [
        { name: 'mileage', description: 'given', logEffect: between(-0.3, 0.3) },
        { name: 'market level', description: 'given', logEffect: between(-0.3, 0.3) },
      ],
      explanation: '',
      detectedOn: asOf,
      status: 'active',
      resolvedOn: null,
      resolutionNote: null,
      synthetic,
    };
  };

  const subjects: Readonly<Partial<Record<InsightType, () => DrawnSubject['write']>>> = {
    market_summary: () => {
      const subject = {
        market,
        asOf,
        saleCount: whole(100, 90_000),
        activeCount: whole(5, 4_000),
        firstSaleOn: addDays(asOf, -whole(800, 2500)),
        lastSaleOn: addDays(asOf, -whole(0, 40)),
        indices: [
          index('porsche'),
          index('porsche/911/992.1/gt3'),
          index('porsche/cayman/981/gt4'),
          index('bmw/m3/e46/csl'),
        ],
        predictions: [prediction('3m', 0), prediction('3m', 1), prediction('3m', 3)],
        anomalies: Array.from({ length: whole(0, 4) }, (_, position) => anomaly(position)),
        synthetic,
      };
      return (options) => writeMarketSummary(subject, options);
    },
    segment_report: () => {
      const base = whole(12_000, 400_000);
      const subject = {
        market,
        asOf,
        vehicle: shuffled[0]!,
        saleCount: whole(10, 900),
        index: index('porsche/911/992.1/gt3'),
        predictions: (['1m', '3m', '6m', '1y'] as const).map((horizon) => ({
          ...prediction(horizon, 0, base),
          currentPrice: base,
        })),
        anomalies: Array.from({ length: whole(0, 3) }, (_, position) => anomaly(position)),
        synthetic,
      };
      return (options) => writeSegmentReport(subject, options);
    },
    price_prediction: () => {
      const subject = {
        prediction: prediction(pick(['1m', '3m', '6m', '1y'] as const)),
        index: index('porsche/911/992.1/gt3'),
        conditions: [{ name: 'policy rate', value: between(0.001, 0.07), unit: '%', source: 'a central bank' }],
      };
      return (options) => writePredictionText(subject, options);
    },
    anomaly: () => {
      const subject = { anomaly: anomaly(whole(0, 3)) };
      return (options) => writeAnomalyText(subject, options);
    },
    option_value: () => {
      const amount = whole(800, 40_000) * (random.uniform() < 0.3 ? -1 : 1);
      const isClear = random.uniform() < 0.7;
      // An effect that is not clear may go either way: its interval holds 0.
      const reach = Math.abs(amount) * (isClear ? 0.4 : between(1.1, 3));
      const subject = {
        market,
        asOf,
        vehicle: shuffled[0]!,
        optionName: pick(['ceramic brakes', 'sport exhaust', 'carbon bucket seats', 'front axle lift']),
        amount,
        share: amount / whole(60_000, 400_000),
        interval: { confidenceLevel: 0.9, lower: amount - reach, upper: amount + reach },
        withCount: whole(8, 400),
        withoutCount: whole(8, 900),
        retainedShare: random.uniform() < 0.7 ? between(0.1, 1.3) : null,
        isClear,
        synthetic,
      };
      return (options) => writeOptionValueText(subject, options);
    },
    season: () => {
      const subject = {
        market,
        asOf,
        vehicle: shuffled[0]!,
        months: Array.from({ length: 12 }, (_, month) => ({
          month: month + 1,
          effect: between(0.002, 0.05) * (month % 2 === 0 ? 1 : -1),
          saleCount: whole(3, 60),
        })),
        yearCount: whole(3, 9),
        isClear: random.uniform() < 0.85,
        synthetic,
      };
      return (options) => writeSeasonText(subject, options);
    },
    cross_market: () => {
      const [leader, follower] = [shuffled[0]!, shuffled[1]!].map((car) => `${car.make} ${car.model} ${car.trim}`);
      const subject = {
        market,
        asOf,
        leader: leader!,
        follower: follower!,
        lagMonths: whole(0, 5),
        correlation: between(0.2, 0.95) * (random.uniform() < 0.2 ? -1 : 1),
        monthCount: whole(30, 120),
        isClear: random.uniform() < 0.85,
        pairCount: whole(3, 200),
        synthetic,
      };
      return (options) => writeCrossMarketText(subject, options);
    },
    market_movement: () => {
      const series = pick(['index', 'volume', 'mix'] as const);
      const before = series === 'index' ? 100 : series === 'volume' ? between(3, 60) : between(0.02, 0.6);
      const since = before * between(0.4, 1.6);
      const detectedOn = addDays(asOf, -whole(0, 27));
      const event = {
        series,
        segment: pick(['porsche', 'porsche/911', 'porsche/cayenne']),
        direction: since > before ? ('up' as const) : ('down' as const),
        startedOn: addDays(detectedOn, -6 - 7 * whole(0, 20)),
        detectedOn,
        levelBefore: before,
        levelSince: since,
      };
      return (options) => writeMovementText({ market, asOf, event, saleCount: whole(50, 20_000), synthetic }, options);
    },
    recommendation: () => {
      const made = prediction(pick(['3m', '6m', '1y'] as const));
      const disclaimer = investmentDisclaimer();
      const consent = giveInvestmentConsent({ userId: 'reader', givenOn: asOf, disclaimerVersion: disclaimer.version });
      const entries = Array.from({ length: whole(0, 30) }, () => {
        const past = prediction('6m', whole(0, 6));
        return {
          prediction: { ...past, hasSkill: true },
          outcome: {
            predictionId: past.id,
            settledOn: past.targetDate,
            saleCount: 5,
            actualPrice: past.currentPrice * between(0.8, 1.3),
            actualLow: 1,
            actualHigh: 2,
            absolutePercentageError: 0,
            naiveAbsolutePercentageError: 0,
            covered: [],
          },
        };
      });
      const view = investmentView({
        prediction: made,
        trackRecord: trackRecord(entries, DEFAULT_INVESTMENT_COSTS),
        disclaimer,
        consent,
      });
      return (options) => writeRecommendationText(view, options);
    },
    data_quality: () => {
      const subject = {
        market,
        asOf,
        rowCount: whole(2000, 90_000),
        leftOut: {
          'no price': whole(1, 400),
          'mileage above a million': whole(1, 60),
          'sold for parts': whole(0, 90),
          'currency unknown': whole(0, 20),
        },
        synthetic,
      };
      return (options) => writeDataQualityText(subject, options);
    },
    cost: () => {
      const textCount = whole(20, 9000);
      const subject = {
        from: addDays(asOf, -30),
        to: asOf,
        costNanoUsd: BigInt(whole(100_000_000, 2_000_000_000)) * 10n,
        callCount: whole(20, 9000),
        textCount,
        refusedTextCount: whole(1, 90),
        cachedTextCount: whole(0, textCount),
        synthetic,
      };
      return (options) => writeCostText(subject, options);
    },
  };
  const write = subjects[type]?.();
  if (write === undefined) throw new Error(`No subject is drawn for ${type}.`);
  const depth = pick<AnalysisDepth>(['basic', 'standard', 'standard', 'detailed']);
  return { type, write: (options) => write({ ...options, depth }) };
}

/** Every type that is written about a market. */
export const BENCH_TYPES: readonly InsightType[] = [
  'market_summary',
  'segment_report',
  'price_prediction',
  'anomaly',
  'option_value',
  'season',
  'cross_market',
  'market_movement',
  'recommendation',
  'data_quality',
  'cost',
];
