import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionText } from './question-text.ts';
import { readBounds } from './read-bounds.ts';
import { readHorizon } from './read-horizon.ts';
import { lastMonths, readPeriods } from './read-period.ts';
import { readOptionCodes, readProperties } from './read-properties.ts';
import { readStatistic } from './read-statistic.ts';

const asOf = '2026-06-30';
const periodOf = (question: string) => readPeriods(questionText(question), { asOf, most: 2 }).periods;
const boundsOf = (question: string) => {
  const { rest: _rest, ...found } = readBounds(questionText(question), { bare: 'price' });
  return found;
};

describe('questionText', () => {
  it('writes numbers in full and takes what was said last', () => {
    expect(questionText('Under 50 grand?').trim()).toBe('under $50000 ,');
    expect(questionText('a couple of 911s with 21,000 miles').trim()).toBe('2 911s with 21000 miles');
    expect(questionText('red ones... no wait, black ones').trim()).toBe(', black ones');
  });

  it('takes any text whatever', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = questionText(text);
        expect(readPeriods(read, { asOf, most: 2 }).periods.length).toBeLessThanOrEqual(2);
        readBounds(read, { bare: 'price' });
        readProperties(read);
      }),
    );
  });
});

describe('readPeriods', () => {
  it.each([
    ['sold in 2025', '2025-01-01', '2025-12-31'],
    ['last year', '2025-01-01', '2025-12-31'],
    ['this year', '2026-01-01', asOf],
    ['since March 2025', '2025-03-01', undefined],
    ['before 2024', undefined, '2023-12-31'],
    ['in Q1 2026', '2026-01-01', '2026-03-31'],
    ['between January and March 2026', '2026-01-01', '2026-03-31'],
    ['in february 2024', '2024-02-01', '2024-02-29'],
    ['over the past twelve months', '2025-07-01', asOf],
    ['in the last 2 years', '2024-07-01', asOf],
    ['last month', '2026-05-01', '2026-05-31'],
  ])('reads "%s"', (words, from, to) => {
    expect(periodOf(words)).toEqual([{ ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }]);
  });

  it('reads two, and takes no model year for a period', () => {
    expect(periodOf('2025 compared with 2024')).toEqual([
      { from: '2025-01-01', to: '2025-12-31' },
      { from: '2024-01-01', to: '2024-12-31' },
    ]);
    expect(periodOf('in 2025 compared with 2024')).toHaveLength(2);
    expect(periodOf('a 2017 911 Carrera S')).toEqual([]);
  });

  it('starts the day after the same day so many months before', () => {
    expect(lastMonths('2026-06-30', 6)).toEqual({ from: '2025-12-31', to: '2026-06-30' });
    expect(lastMonths('2026-03-31', 1)).toEqual({ from: '2026-03-01', to: '2026-03-31' });
  });
});

describe('readBounds', () => {
  it('tells miles from money and bounds from readings', () => {
    expect(boundsOf('under 20k miles and over $50,000')).toEqual({
      miles: { below: 20_000 },
      price: { above: 50_000 },
    });
    expect(boundsOf('between $50k and $80k')).toEqual({ price: { atLeast: 50_000, atMost: 80_000 } });
    expect(boundsOf('with 21,000 miles')).toEqual({ mileage: 21_000 });
    expect(boundsOf('above 300k')).toEqual({ price: { above: 300_000 } });
    expect(boundsOf('more than 911 offers')).toEqual({});
  });
});

describe('readHorizon', () => {
  it.each([
    ['next month', '1m'],
    ['in three months', '3m'],
    ['in half a year', '6m'],
    ['a year from now', '1y'],
    ['by September 2026', '3m'],
    ['how many in 2025', null],
  ])('reads "%s"', (words, horizon) => {
    expect(readHorizon(questionText(words), { asOf })).toBe(horizon);
  });
});

describe('readProperties', () => {
  it('reads gearbox, body, colour, state, seller and options', () => {
    expect(readProperties(' a red manual convertible from a dealer in west virginia ')).toMatchObject({
      transmissions: ['manual'],
      bodies: ['cabriolet'],
      colors: ['red'],
      regions: ['wv'],
      sellerTypes: ['dealer'],
    });
    expect(readOptionCodes(' with ceramics, sport chrono and a front lift ').optionCodes).toEqual([
      'pccb',
      'sport-chrono',
      'front-axle-lift',
    ]);
  });
});

describe('a statistic', () => {
  it.each([
    ['what does the 90th percentile 911 cost', 'p90'],
    ['p80 price of Macans last year', 'p80'],
    ['Top 10 percent of GT3 sales start at what price?', 'p90'],
    ['the cheapest 5% of Boxsters', 'p5'],
    ['Below what mileage are three quarters of sold Cayennes?', 'p75'],
    ['Which price do only a quarter of GT4 sales exceed?', 'p75'],
    ['What price do nine out of ten 911s stay under?', 'p90'],
    ['third quartile of prices', 'p75'],
    ['bottom decile of Macan prices', 'p10'],
    ['the quartiles of Cayman prices', 'quartiles'],
    ['IQR of mileage', 'interquartile-range'],
    ['std dev of prices', 'deviation'],
    ['price range of a 993', 'range'],
    ['min and max asking price', 'range'],
    ['difference between the cheapest and the dearest Macan', 'difference'],
    ['In what range do 50% of 996 Turbos sell?', 'middle-half'],
    ['total value of all Caymans on offer', 'sum'],
    ['How much money changed hands for Macans?', 'sum'],
    ['How many cars were sold in total?', null],
    ['What is the median price?', null],
  ])('is read from %j', (question, statistic) => {
    expect(readStatistic(questionText(question))).toMatchObject({ statistic, isStatisticUnclear: false });
  });

  it.each([
    'variance of 911 prices',
    'price per mile of a Macan',
    'geometric mean of prices',
    'what percentile is that',
  ])('that is not known here is unclear: %j', (question) => {
    expect(readStatistic(questionText(question))).toMatchObject({ statistic: null, isStatisticUnclear: true });
  });
});
