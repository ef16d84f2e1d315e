import { describe, expect, it } from 'vitest';
import type { Fact } from '../market/insight.ts';
import { countFact, dateFact, factSheet, nameFact, priceFact, shareFact, titleFact } from './fact-sheet.ts';
import { proveText } from './prove-text.ts';

const evidence = { n: 10, formula: 'given' };
const FACTS: readonly Fact[] = [
  priceFact('price', { value: 128_450, currency: 'USD', ...evidence }),
  priceFact('swiss', { value: 99_000, currency: 'CHF', ...evidence }),
  priceFact('loss', { value: -7_449, currency: 'USD', ...evidence }),
  shareFact('up', { value: 0.042, ...evidence }),
  shareFact('down', { value: -0.031, ...evidence }),
  shareFact('level', { value: 0.9, role: 'level', ...evidence }),
  shareFact('still', { value: 0.0001, ...evidence }),
  countFact('sales', { value: 412, noun: 'sale', ...evidence }),
  countFact('three', { value: 3, noun: 'month', ...evidence }),
  countFact('single', { value: 1, noun: 'anomaly', ...evidence }),
  dateFact('day', { value: '2026-06-30', ...evidence }),
  dateFact('month', { value: '2024-02', ...evidence }),
  nameFact('name', { value: 'Porsche 911 992.1 GT3', formula: 'given' }),
  nameFact('line', { value: '911', formula: 'given' }),
  titleFact('title', { value: 'Sold for $5, up 50% since May!', formula: 'given' }),
];
const sheet = factSheet(FACTS);

const status = (text: string): string => proveText(text, { sheet }).status;

describe('proveText', () => {
  it.each([
    'It costs $128,450.',
    'It costs about $128,000.',
    'In other words, it costs $128,450.',
    'Prices rose 4.2% over the course of 3 months, once the mix of cars is held constant.',
    'The record up to June 30, 2026 counts 412 sales.',
    'It costs CHF\u00a099,000.',
    'Prices rose 4.2% in 3 months.',
    'Prices rose 4% and fell 3.1%.',
    'Prices fell by 3.1 per cent.',
    'It is 3.1% below the price of $128,450, with a 90% interval.',
    'It changed by -3.1%, after +4.2%.',
    'Prices held steady (0.0%) in three months.',
    'The effect is -$7,449.',
    'The effect is about -$7,450.',
    'The 90% intervals held.',
    '412 sales and 1 anomaly by June 30, 2026.',
    'The series starts in February 2024 and ends in June 2026.',
    'The Porsche 911 992.1 GT3 is a 911.',
    'A seller writes “Sold for $5, up 50% since May!” and asks $128,450.',
  ])('proves what the sheet says: %s', (text) => {
    expect(proveText(text, { sheet })).toMatchObject({ status: 'proved' });
  });

  it.each([
    ['another amount', 'It costs $128,451.'],
    ['another currency', 'It costs €128,450.'],
    ['a currency before the symbol', 'It costs CA$128,450.'],
    ['a scale', 'It costs $128,450 million.'],
    ['a clause without a fact', 'It costs $128,450, el doble.'],
    ['a clause without a fact after a dash', 'It costs $128,450 \u2013 as experts agree.'],
    ['another basis', 'It costs an average of $128,450.'],
    ['a direction as a figure of speech', 'Prices gave up 4.2% in 3 months.'],
    ['an amount as a figure of speech', 'It costs $128,450 in scores of cases.'],
    ['a negative price', 'It costs -$128,450.'],
    ['a minus before a rounded price', 'It costs -about $128,000.'],
    ['a minus in words', 'It costs minus $128,450.'],
    ['a loss without its sign', 'The effect is $7,449.'],
    ['a rounded loss without its sign', 'The effect is about $7,450.'],
    ['a rounding that is not stated', 'It costs $128,000.'],
    ['a wrong rounding', 'It costs about $129,000.'],
    ['another share', 'Prices rose 4.3%.'],
    ['a wrong direction', 'Prices fell 4.2%.'],
    ['a direction left out', 'Prices: 3.1%.'],
    ['a wrong sign', 'It changed by +3.1%.'],
    ['a wrong word for less', 'It is 3.1% above that.'],
    ['a steady word for a move', 'Prices held steady (4.2%).'],
    ['a move for a steady one', 'Prices fell 0.0%.'],
    ['points for per cent', 'Prices rose 4.2 points.'],
    ['another count', '411 sales.'],
    ['another noun', '412 months.'],
    ['a wrong number word', 'Prices rose 4.2% in four months.'],
    ['a noun that is none', '412 buyers.'],
    ['another day', 'By June 29, 2026.'],
    ['another month', 'In February 2025.'],
    ['another day as digits', 'By 2026-06-29.'],
    ['a name of digits used as an amount', 'Prices rose 911%.'],
    ['another name of digits', 'The 993 is one.'],
    ['a name that is not there', 'It is the Taycan of its kind.'],
    ['a title outside its marks', 'Sold for $5, up 50% since May!'],
    ['a direction without a figure', 'Prices are higher.'],
    ['a superlative', 'Prices rose 4.2%, the highest of all.'],
    ['a multiple', 'Prices doubled.'],
    ['a fraction', 'That is half of it.'],
    ['a time without a date', 'Prices rose 4.2% since spring.'],
    ['a bare figure', 'The answer is 42.'],
  ])('refutes %s', (_, text) => {
    expect(status(text)).toBe('refuted');
  });

  it('tells which fact proves which words', () => {
    expect(proveText('412 sales at $128,450.', { sheet })).toEqual({
      status: 'proved',
      claims: [
        { text: '412 sales', start: 0, end: 9, factId: 'sales' },
        { text: '$128,450', start: 13, end: 21, factId: 'price' },
      ],
    });
  });
});
