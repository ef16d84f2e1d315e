import { describe, expect, it } from 'vitest';
import type { Listing } from '../../market/listing.ts';
import { generateMarket } from '../../synthetic-market/generate-market.ts';
import { analyzeColorValue, analyzeRareColorValue } from './analyze-color-value.ts';
import { analyzeOptionValue, readOptionValueMarket } from './analyze-option-value.ts';

const ENDS_ON = '2026-06-30';
const made = generateMarket({
  preset: 'hard',
  seed: 3,
  endsOn: ENDS_ON,
  months: 40,
  salesPerMonth: 120,
  activeListings: 0,
});
const marketOf = (listings: readonly Listing[]) =>
  readOptionValueMarket(listings, {
    scope: { make: 'Porsche', model: '911' },
    market: { priceKind: 'sold', currency: 'USD' },
    asOf: ENDS_ON,
  });
const market = marketOf(made.listings);

/** The market with the price of each car that has the option moved. */
const withPlanted = (code: string, move: (listing: Listing) => number): readonly Listing[] =>
  made.listings.map((listing) => {
    if (!listing.optionCodes.includes(code) || listing.price === null) return listing;
    return {
      ...listing,
      price: { ...listing.price, amount: Math.round(listing.price.amount * Math.exp(move(listing))) },
    };
  });

describe('analyzeOptionValue', () => {
  it('finds the planted value where a look at segment and age alone is led astray by condition', () => {
    const answer = analyzeOptionValue(market, 'pccb');
    expect(answer.status).toBe('ok');
    if (answer.status !== 'ok') return;
    const truth = made.truth.optionValues.get('pccb') ?? 0;
    expect(Math.abs(answer.value.logValue - truth)).toBeLessThan(3 * answer.value.standardError);
    expect(answer.naive.logValue - truth).toBeGreaterThan(5 * Math.abs(answer.value.logValue - truth));
    expect(answer.retainedShare).toBeCloseTo(answer.value.amount / 9210, 6);
    expect(answer.interactions).toEqual([]);
    expect(answer.byAge.length).toBeGreaterThan(2);
    expect(answer.timeToSell?.saleCount).toBe(answer.withCount + answer.withoutCount);
  });

  it('finds a value that falls with age and one that a trim pays more for, where they are there', () => {
    const falling = analyzeOptionValue(
      marketOf(withPlanted('sport-chrono', (listing) => 0.2 - 0.02 * (2026 - (listing.modelYear ?? 2026)))),
      'sport-chrono',
    );
    expect(falling).toMatchObject({ status: 'ok', interactions: [{ kind: 'age' }] });
    if (falling.status !== 'ok') return;
    expect(falling.interactions[0]?.logChange).toBeCloseTo(-0.02, 2);
    const trims = analyzeOptionValue(
      marketOf(withPlanted('bose', (listing) => (listing.vehicle.trim === 'Carrera S' ? 0.25 : 0))),
      'bose',
    );
    expect(trims).toMatchObject({ interactions: [{ kind: 'trim', trim: 'Carrera S' }] });
  });

  it('gives no number for too few cars, and refuses codes that nobody knows', () => {
    expect(analyzeOptionValue(market, 'slant-nose')).toMatchObject({ status: 'not-enough-data', found: 0 });
    const few = marketOf(made.listings.slice(0, 60));
    expect(analyzeOptionValue(few, 'pccb')).toMatchObject({ status: 'not-enough-data' });
    expect(() => analyzeOptionValue(market, 'no-such-option')).toThrow('no-such-option');
  });

  it('does not depend on the order of the sales, and reads nothing later than the day', () => {
    const turned = marketOf([...made.listings].reverse());
    expect(analyzeOptionValue(turned, 'pccb')).toEqual(analyzeOptionValue(market, 'pccb'));
    const earlier = readOptionValueMarket(made.listings, { ...market.question, asOf: '2024-12-31' });
    expect(earlier.sales.every((sale) => sale.endedOn <= '2024-12-31')).toBe(true);
  });
});

describe('colors', () => {
  it('are valued like options', () => {
    expect(analyzeColorValue(market, 'blue')).toMatchObject({ status: 'ok', code: 'color:blue', listPrice: null });
    expect(analyzeColorValue(market, 'pink')).toMatchObject({ status: 'not-enough-data' });
    expect(analyzeRareColorValue(market)).toMatchObject({ status: 'ok', code: 'color:rare' });
  });
});
