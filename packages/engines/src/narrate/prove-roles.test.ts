import { describe, expect, it } from 'vitest';
import {
  comparisonFact,
  countFact,
  dateFact,
  directionFact,
  factSheet,
  nameFact,
  priceFact,
  rankFact,
  shareFact,
  statementFact,
} from './fact-sheet.ts';
import { fillSlots } from './fill-slots.ts';

const evidence = { n: 10, formula: 'given' };
const sheet = factSheet([
  nameFact('gt3', { value: 'Porsche 911 992.1 GT3', formula: 'name' }),
  nameFact('year', { value: '2018', formula: 'model year' }),
  priceFact('now', { value: 128_450, currency: 'USD', role: 'now', ...evidence }),
  priceFact('later', { value: 133_200, currency: 'USD', role: 'ahead', with: ['target'], ...evidence }),
  dateFact('target', { value: '2027-02-27', role: 'target', ...evidence }),
  dateFact('start', { value: '2024-03-01', role: 'start', ...evidence }),
  shareFact('year.change', { value: 0.042, role: 'past', with: ['year.span'], ...evidence }),
  countFact('year.span', { value: 12, noun: 'month', role: 'span', ...evidence }),
  shareFact('quarter.change', { value: -0.013, role: 'past', with: ['quarter.span'], ...evidence }),
  countFact('quarter.span', { value: 3, noun: 'month', role: 'span', ...evidence }),
  priceFact('low', { value: 120_000, currency: 'USD', role: 'lower', ...evidence }),
  priceFact('high', { value: 150_000, currency: 'USD', role: 'upper', ...evidence }),
  rankFact('rank', { value: 1, of: 'largest rise', ...evidence, with: ['gt3'] }),
  directionFact('way', { value: 1, ...evidence }),
  comparisonFact('ratio', { value: 2.01, ...evidence }),
  statementFact('skill', { value: 'the method did not beat the naive one', ...evidence }),
]);

describe('what a model may write', () => {
  it.each([
    'The GT3, a 2018 car, is worth {{fact:now|about}} now.',
    'From {{fact:now|full}} today, it is expected to reach {{fact:later|full}} by {{fact:target|month}}.',
    'Over the past twelve months prices {{fact:year.change|change}}, and in the last {{fact:quarter.span|noun}} they {{fact:quarter.change|change}}.',
    'Prices climbed: they were up {{fact:year.change|size}} in {{fact:year.span|noun}}.',
    'Since March 2024 the index has been followed for the 992.1 GT3.',
    'Expect {{fact:low|about}} to {{fact:high|about}}.',
    'It shows {{fact:rank|place}}, the strongest of the set, for the Porsche 911 992.1 GT3.',
    'Volume {{fact:way|verb}}, to {{fact:ratio|times}} its size for the GT3.',
    '{{fact:skill|sentence}}.',
  ])('%s', (text) => {
    expect(fillSlots(text, sheet)).toMatchObject({ status: 'ok' });
  });

  it.each([
    ['now for later', 'It is worth {{fact:later|about}} now.'],
    ['later for now', 'It is expected at {{fact:now|about}} by {{fact:target|month}}.'],
    ['the change of other months', 'Prices {{fact:year.change|change}} in {{fact:quarter.span|noun}}.'],
    ['a change without its months', 'Prices {{fact:year.change|change}}.'],
    ['the past as future', 'Prices will have {{fact:year.change|change}} in {{fact:year.span|noun}}.'],
    ['coming months', 'In the next {{fact:year.span|noun}} prices {{fact:year.change|change}}.'],
    ['a first day that is none', 'It has been so since {{fact:target|month}} for the GT3.'],
    ['another first month', 'Since May 2024 the index is there for the GT3.'],
    ['the ends exchanged', 'Expect {{fact:high|about}} to {{fact:low|about}}.'],
    ['a bound', 'It is worth more than {{fact:now|about}} now.'],
    ['another model year', 'The 2019 car is worth {{fact:now|about}} now.'],
    ['another trim', 'The GT2 is worth {{fact:now|about}} now.'],
    ['a model in small letters', 'The cayenne is worth {{fact:now|about}} now.'],
    ['the other end of a ranking', 'It is the weakest, at {{fact:now|about}} now.'],
    ['another multiple', 'It is three times that, or {{fact:now|about}} now.'],
    ['the other direction', 'It fell to {{fact:now|about}} now.'],
    ['a denial', 'It is not worth {{fact:now|about}} now.'],
    ['a cause', 'It is worth {{fact:now|about}} now because of demand.'],
    ['a sentence without a fact', 'It is worth {{fact:now|about}} now. Collectors love it.'],
    ['an amount written out', 'It is worth $128,450 now.'],
  ])('refuses %s', (_, text) => {
    expect(fillSlots(text, sheet).status).toBe('fault');
  });
});
