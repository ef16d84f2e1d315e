import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Anomaly } from '../market/anomaly.ts';
import { addDays, addMonths } from '../market/calendar.ts';
import type { MarketIndex } from '../market/market-index.ts';
import type { PricePrediction } from '../market/price-prediction.ts';
import { factSheet } from '../narrate/fact-sheet.ts';
import { proveText } from '../narrate/prove-text.ts';
import { FACT_FORMATS, renderFact } from '../narrate/render-fact.ts';
import { giveInvestmentConsent, investmentDisclaimer } from './investment/investment-consent.ts';
import { DEFAULT_INVESTMENT_COSTS } from './investment/investment-costs.ts';
import { investmentView } from './investment/investment-view.ts';
import { trackRecord } from './investment/track-record.ts';
import { writeCostText } from './write-cost-text.ts';
import { writeCrossMarketText } from './write-cross-market-text.ts';
import { writeMovementText } from './write-movement-text.ts';
import { writeOptionValueText } from './write-option-value-text.ts';
import { writeRecommendationText } from './write-recommendation-text.ts';
import { writeSeasonText } from './write-season-text.ts';
import { writeAnomalyText } from './write-anomaly-text.ts';
import { writeDataQualityText } from './write-data-quality-text.ts';
import { writeMarketSummary } from './write-market-summary.ts';
import { writePredictionText } from './write-prediction-text.ts';
import { writeSegmentReport } from './write-segment-report.ts';
import type { WrittenInsight } from './written-insight.ts';

const WRITING = { now: () => 1_000, newId: () => 'insight-1' };
const CONDITIONS = [{ name: 'policy rate', value: 0.045, unit: '%', source: 'a central bank' }];
const RUNS = { numRuns: 150, seed: 7 };

const currency = fc.constantFrom('USD', 'EUR', 'GBP', 'CHF', 'JPY', 'CAD');
const day = fc.integer({ min: 0, max: 9_000 }).map((offset) => addDays('2003-01-01', offset));
const amount = fc.integer({ min: 1, max: 5_000_000 });
const count = fc.integer({ min: 0, max: 200_000 });
const vehicle = fc.constantFrom(
  { make: 'Porsche', model: '911', generation: '992.1', trim: 'GT3' },
  { make: 'Porsche', model: '911', generation: '993', trim: null },
  { make: 'Porsche', model: '928', generation: '928', trim: 'GTS' },
  { make: 'Porsche', model: 'Cayenne', generation: null, trim: null },
  { make: 'BMW', model: '2002', generation: null, trim: null },
);
const someText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('rose 50% since May', '$5', '911', '{{fact:as_of|day}}', '“quoted” about $128,000', ''),
);

const prediction: fc.Arbitrary<PricePrediction> = fc
  .record({
    vehicle,
    currency,
    asOf: day,
    horizon: fc.constantFrom('1m', '3m', '6m', '1y'),
    current: amount,
    growth: fc.double({ min: 0.3, max: 3, noNaN: true }),
    half: fc.double({ min: 0.01, max: 0.3, noNaN: true }),
    saleCount: count,
    modelYear: fc.integer({ min: 1950, max: 2027 }),
    mileage: fc.double({ min: 0, max: 300_000, noNaN: true }),
    hasSkill: fc.boolean(),
    synthetic: fc.boolean(),
  })
  .map(({ current, growth, half, vehicle: car, currency: code, modelYear, mileage, ...rest }) => ({
    ...rest,
    ...car,
    id: `prediction-${rest.asOf}-${rest.horizon}`,
    market: { priceKind: 'sold', currency: code },
    segment: 'porsche/911/992.1/gt3',
    targetDate: addDays(rest.asOf, 91),
    referenceCar: { modelYear, mileage, saleCount: rest.saleCount },
    currentPrice: current,
    predictedPrice: Math.max(1, Math.round(current * growth)),
    intervals: [0.5, 0.8, 0.9].map((confidenceLevel) => ({
      confidenceLevel,
      lower: current * growth * (1 - half * confidenceLevel),
      upper: current * growth * (1 + half * confidenceLevel),
    })),
    naivePrice: current,
    modelVersion: '1',
  }));

const anomaly: fc.Arbitrary<Anomaly> = fc
  .record({
    listingTitle: someText,
    type: fc.constantFrom('undervalued', 'overvalued', 'unusual_options', 'data_quality'),
    cause: fc.constantFrom('bargain', 'overpriced', 'rare_car', 'typo'),
    confirmationProbability: fc.double({ min: 0, max: 1, noNaN: true }),
    severity: fc.constantFrom('low', 'medium', 'high', 'critical'),
    kind: fc.constantFrom('ask', 'sold', 'bid', 'wholesale'),
    currency,
    paid: amount,
    expectedPrice: amount,
    detectedOn: day,
    effects: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { maxLength: 5 }),
    synthetic: fc.boolean(),
  })
  .map(({ kind, currency: code, paid, effects, ...rest }) => ({
    ...rest,
    id: 'anomaly-1',
    listingId: 'listing-1',
    segment: 'porsche/911',
    score: 4,
    explanation: '',
    price: { kind, amount: paid, currency: code },
    expectedLow: rest.expectedPrice * 0.9,
    expectedHigh: rest.expectedPrice * 1.1,
    deviation: paid / rest.expectedPrice - 1,
    contributingFactors: effects.map((logEffect, index) => ({
      name: ['mileage', 'market level', 'price beyond the known', 'age', 'options'][index] ?? 'other',
      description: 'given',
      logEffect,
    })),
    status: 'active',
    resolvedOn: null,
    resolutionNote: null,
  }));

const indexOf = (segment: string): fc.Arbitrary<MarketIndex> =>
  fc
    .array(fc.record({ level: fc.double({ min: 20, max: 500, noNaN: true }), saleCount: fc.nat(30) }), {
      maxLength: 20,
    })
    .map((points) => ({
      market: { priceKind: 'sold', currency: 'USD' },
      segment,
      points: points.map(({ level, saleCount }, step) => ({
        month: addMonths('2020-01', step),
        level,
        saleCount,
        rawMedian: null,
        lower90: level * 0.95,
        upper90: level * 1.05,
      })),
    }));

const smallShare = fc.double({ min: -0.6, max: 1.5, noNaN: true });
const money = fc.bigInt({ min: 0n, max: 9_000_000_000_000n });

const further: fc.Arbitrary<() => Promise<WrittenInsight>> = fc.oneof(
  fc
    .record({
      asOf: day,
      vehicle,
      optionName: fc.constantFrom('ceramic brakes', 'sport exhaust', 'PCCB'),
      amount: fc.integer({ min: -30_000, max: 60_000 }),
      reach: fc.integer({ min: 1, max: 40_000 }),
      share: smallShare,
      withCount: count,
      withoutCount: count,
      retainedShare: fc.option(fc.double({ min: 0, max: 2, noNaN: true })),
      isClear: fc.boolean(),
      synthetic: fc.boolean(),
    })
    .map(
      ({ reach, ...subject }) =>
        () =>
          writeOptionValueText(
            {
              market: { priceKind: 'sold', currency: 'USD' },
              interval: { confidenceLevel: 0.9, lower: subject.amount - reach, upper: subject.amount + reach },
              ...subject,
              // An effect and its share go the same way.
              share: Math.sign(subject.amount) * Math.abs(subject.share),
            },
            WRITING,
          ),
    ),
  fc
    .record({
      asOf: day,
      vehicle,
      months: fc.array(smallShare, { minLength: 12, maxLength: 12 }),
      yearCount: fc.integer({ min: 0, max: 20 }),
      isClear: fc.boolean(),
      synthetic: fc.boolean(),
    })
    .map(
      ({ months, ...subject }) =>
        () =>
          writeSeasonText(
            {
              market: { priceKind: 'sold', currency: 'USD' },
              months: months.map((effect, index) => ({ month: index + 1, effect, saleCount: 9 })),
              ...subject,
            },
            WRITING,
          ),
    ),
  fc
    .record({
      asOf: day,
      lagMonths: fc.nat(6),
      correlation: fc.double({ min: -1, max: 1, noNaN: true }),
      monthCount: count,
      pairCount: count,
      isClear: fc.boolean(),
      synthetic: fc.boolean(),
    })
    .map(
      (subject) => () =>
        writeCrossMarketText(
          {
            market: { priceKind: 'sold', currency: 'USD' },
            leader: 'Porsche 911 992.1 GT3',
            follower: 'Porsche 718 982 Cayman GT4',
            ...subject,
          },
          WRITING,
        ),
    ),
  fc
    .record({
      series: fc.constantFrom('index' as const, 'volume' as const, 'mix' as const),
      segment: fc.constantFrom('porsche', 'porsche/911', 'bmw/2002', 'mercedes-benz/300-sl'),
      detectedOn: day,
      weeks: fc.nat(20),
      levelBefore: fc.double({ min: 0, max: 200, noNaN: true }),
      levelSince: fc.double({ min: 0, max: 200, noNaN: true }),
      saleCount: count,
      synthetic: fc.boolean(),
    })
    .map(
      ({ saleCount, synthetic, weeks, ...event }) =>
        () =>
          writeMovementText(
            {
              market: { priceKind: 'sold', currency: 'USD' },
              asOf: addDays(event.detectedOn, 3),
              event: {
                ...event,
                direction: event.levelSince > event.levelBefore ? 'up' : 'down',
                startedOn: addDays(event.detectedOn, -7 * weeks - 6),
              },
              saleCount,
              synthetic,
            },
            WRITING,
          ),
    ),
  fc
    .record({
      costNanoUsd: money,
      callCount: count,
      textCount: count,
      refusedTextCount: count,
      synthetic: fc.boolean(),
    })
    .map(
      (subject) => () =>
        writeCostText(
          { from: '2026-10-01', to: '2026-10-31', cachedTextCount: Math.floor(subject.textCount / 3), ...subject },
          WRITING,
        ),
    ),
  fc
    .tuple(prediction, fc.constantFrom('basic', 'standard', 'detailed'), fc.array(fc.boolean(), { maxLength: 9 }))
    .map(([given, depth, settled]) => () => {
      const disclaimer = investmentDisclaimer();
      const consent = giveInvestmentConsent({
        userId: 'user',
        givenOn: given.asOf,
        disclaimerVersion: disclaimer.version,
      });
      const entries = settled.map((isUp, index) => ({
        prediction: { ...given, id: `prediction-${String(index)}` },
        outcome: {
          predictionId: given.id,
          settledOn: given.targetDate,
          saleCount: 4,
          actualPrice: given.currentPrice * (isUp ? 1.4 : 0.7),
          actualLow: 1,
          actualHigh: 2,
          absolutePercentageError: 0,
          naiveAbsolutePercentageError: 0,
          covered: [],
        },
      }));
      const record = trackRecord(entries, DEFAULT_INVESTMENT_COSTS);
      const view = investmentView({ prediction: given, trackRecord: record, disclaimer, consent });
      return writeRecommendationText(view, { ...WRITING, depth });
    }),
);

const written: fc.Arbitrary<() => Promise<WrittenInsight>> = fc.oneof(
  further,
  fc.tuple(prediction, fc.constantFrom('basic', 'standard', 'detailed')).map(
    ([given, depth]) =>
      () =>
        writePredictionText({ prediction: given, conditions: CONDITIONS }, { ...WRITING, depth }),
  ),
  fc.tuple(prediction, indexOf('porsche/911')).map(
    ([given, index]) =>
      () =>
        writePredictionText({ prediction: given, index }, WRITING),
  ),
  anomaly.map((given) => () => writeAnomalyText({ anomaly: given }, WRITING)),
  fc
    .record({
      asOf: day,
      saleCount: count,
      activeCount: count,
      firstSaleOn: fc.option(day),
      indices: fc.tuple(indexOf('porsche'), indexOf('porsche/911/992.1/gt3'), indexOf('porsche/cayenne/9y0.1/s')),
      predictions: fc.array(prediction, { maxLength: 6 }),
      anomalies: fc.array(anomaly, { maxLength: 5 }),
      synthetic: fc.boolean(),
    })
    .map(
      (subject) => () =>
        writeMarketSummary(
          { market: { priceKind: 'sold', currency: 'USD' }, ...subject, lastSaleOn: subject.firstSaleOn },
          WRITING,
        ),
    ),
  fc
    .record({
      asOf: day,
      vehicle,
      saleCount: count,
      index: fc.option(indexOf('porsche/911')),
      predictions: fc.uniqueArray(prediction, { maxLength: 4, selector: (given) => given.horizon }),
      anomalies: fc.array(anomaly, { maxLength: 4 }),
      synthetic: fc.boolean(),
    })
    .map(
      (subject) => () => writeSegmentReport({ market: { priceKind: 'sold', currency: 'USD' }, ...subject }, WRITING),
    ),
  fc
    .record({ asOf: day, rowCount: count, leftOut: fc.dictionary(someText, fc.nat(500)), synthetic: fc.boolean() })
    .map(
      (subject) => () => writeDataQualityText({ market: { priceKind: 'sold', currency: 'USD' }, ...subject }, WRITING),
    ),
);

/** Ways to make a true text lie: what to look for, and what to put in its place. */
const MUTATIONS: Readonly<Record<string, readonly [find: RegExp, put: (found: string) => string]>> = {
  'a digit': [/\d/g, (digit) => String((Number(digit) + 3) % 10)],
  'a digit added': [/\d(?=[^\d,.]|$)/g, (digit) => `${digit}7`],
  rose: [/\brose\b/g, () => 'fell'],
  fell: [/\bfell\b/g, () => 'rose'],
  above: [/\babove\b/g, () => 'below'],
  below: [/\bbelow\b/g, () => 'above'],
  'held steady': [/\bheld steady\b/g, () => 'rose'],
  currency: [/\$(?=\d)/g, () => '€'],
  percent: [/%/g, () => ' points'],
  'percent to dollars': [/\b(\d+\.\d)%/g, (found) => `$${found.replace('%', '')}`],
  scale: [/(?<=[$€£¥][\d,]+)(?= )/g, () => ' million'],
  month: [/\b(?:January|March|August|October)\b/g, () => 'July'],
  sales: [/\bsales?\b(?! )/g, () => 'miles'],
  rank: [/\.(?=\s|$)/g, () => ', the highest of all.'],
  time: [/\.(?=\s|$)/g, () => ' since spring.'],
  trend: [/\.(?=\s|$)/g, () => ', and prices climb.'],
  'another figure': [/\.(?=\s|$)/g, () => ' in 17 cases.'],
};

describe('texts of every type', () => {
  it('are proved, title and body, whatever the data and the titles say', async () => {
    await fc.assert(
      fc.asyncProperty(written, async (write) => {
        const { insight, failures } = await write();
        const sheet = factSheet(insight.facts);
        expect(failures).toEqual([]);
        expect(proveText(insight.summary.replace(/This is synthetic data.*$/, ''), { sheet }), insight.summary).toEqual(
          expect.objectContaining({ status: 'proved' }),
        );
        expect(insight).toMatchObject({ id: 'insight-1', provider: 'none', servedModel: 'template', costNanoUsd: 0n });
        expect(insight.summary.includes('synthetic data')).toBe(insight.synthetic);
        expect(insight.title.startsWith('[Synthetic data] ')).toBe(insight.synthetic);
        expect(insight.summary + insight.title).not.toMatch(/NaN|undefined|null|Infinity|\{\{/);
      }),
      RUNS,
    );
  });

  it('are refuted as soon as one claim is changed', async () => {
    const tried = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(written, fc.constantFrom(...Object.keys(MUTATIONS)), fc.nat(), async (write, kind, pick) => {
        const { insight } = await write();
        const sheet = factSheet(insight.facts);
        const [find, put] = MUTATIONS[kind] ?? [/$^/g, () => ''];
        // Names are changed elsewhere: a title may say what it likes.
        const names = insight.facts.flatMap((fact) => (fact.kind === 'name' ? [String(fact.value)] : []));
        const isInName = (at: number): boolean =>
          names.some((name) => {
            const start = insight.summary.lastIndexOf(name, at);
            return name !== '' && start >= 0 && at < start + name.length;
          });
        const places = [...insight.summary.matchAll(find)].filter((match) => !isInName(match.index));
        const place = places[pick % Math.max(1, places.length)];
        fc.pre(place !== undefined);
        const [before, after] = [
          insight.summary.slice(0, place.index),
          insight.summary.slice(place.index + place[0].length),
        ];
        const mutated = `${before}${put(place[0])}${after}`;
        fc.pre(!saysWhatSomeFactSays(mutated, { at: place.index, insight }));
        tried.set(kind, (tried.get(kind) ?? 0) + 1);
        expect(proveText(mutated, { sheet }).status, `${kind}: ${mutated}`).toBe('refuted');
      }),
      { ...RUNS, numRuns: 600 },
    );
    expect(tried.size).toBeGreaterThan(15);
  });
});

/** True where the changed words happen to state another fact of the sheet, in any of its formats. */
function saysWhatSomeFactSays(
  text: string,
  options: { readonly at: number; readonly insight: WrittenInsight['insight'] },
): boolean {
  return options.insight.facts.some((fact) =>
    FACT_FORMATS[fact.kind].some((format) => {
      const rendered = renderFact(fact, format) ?? '';
      const start = text.indexOf(rendered, Math.max(0, options.at - rendered.length));
      return rendered !== '' && start >= 0 && start <= options.at && options.at < start + rendered.length;
    }),
  );
}
