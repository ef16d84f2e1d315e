import { describe, expect, it } from 'vitest';
import { addDays } from '../../market/calendar.ts';
import type { Listing } from '../../market/listing.ts';
import { createRandom } from '../../statistics/random.ts';
import { assessDataQuality } from './assess-data-quality.ts';
import { qualityHtml } from './quality-html.ts';
import { taxonomyKnowledge } from './taxonomy-knowledge.ts';

const AS_OF = '2024-06-30';
const knowledge = { ...taxonomyKnowledge(), isPossibleOption: (_: Listing, code: string) => code !== 'impossible' };

/** 1,500 honest rows over seven months, a fixed number a day. */
function honest(): Listing[] {
  const random = createRandom(4);
  return Array.from({ length: 1_500 }, (_, row) => {
    const day = addDays(AS_OF, -(row % 196));
    const isSold = row % 3 > 0;
    const modelYear = 2013 + random.integer(3);
    return {
      id: `row-${row}`,
      source: 'test',
      sourceKey: String(row),
      title: `${modelYear} Porsche 911 Carrera S`,
      vehicle: {
        make: 'Porsche',
        model: '911',
        generation: '991.1',
        trim: 'Carrera S',
        body: 'coupe',
        transmission: 'manual',
        gearbox: null,
        gears: null,
        drive: null,
        marks: [],
        unknownWords: [],
      },
      modelYear,
      mileage: 5_000 + random.integer(60_000),
      mileageUnit: 'mi',
      color: random.choice(['silver', 'black', 'white', 'red']),
      condition: 1 + random.integer(5),
      region: random.choice(['ca', 'tx', 'ny']),
      sellerType: random.choice(['private', 'dealer']),
      vin: `WP0ZZZ99ZES${String(100_000 + row)}`,
      optionCodes: ['sport-chrono'],
      details: [],
      status: isSold ? 'sold' : 'active',
      price: { kind: isSold ? 'sold' : 'ask', amount: 60_000 + random.integer(20_000), currency: 'USD' },
      listedOn: addDays(day, -10),
      endedOn: isSold ? day : null,
      knownOn: day,
      synthetic: false,
      attributes: {},
    };
  });
}

const at = (row: number, change: Partial<Listing>) => (rows: Listing[]) =>
  rows.map((listing, index) => (index === row ? { ...listing, ...change } : listing));
const recent = (change: (listing: Listing, row: number) => Partial<Listing>) => (rows: Listing[]) =>
  rows.map((listing, row) =>
    listing.knownOn > addDays(AS_OF, -28) ? { ...listing, ...change(listing, row) } : listing,
  );
const sold = honest().findIndex(({ status }) => status === 'sold');
const active = honest().findIndex(({ status }) => status === 'active');
const vehicleOf = (change: Partial<Listing['vehicle']>) => ({ vehicle: { ...honest()[0]!.vehicle, ...change } });
const priced = (amount: number, currency = 'USD'): Partial<Listing> => ({ price: { kind: 'sold', amount, currency } });

const FAULTS: readonly (readonly [code: string, plant: (rows: Listing[]) => Listing[]])[] = [
  ['price_not_a_number', at(sold, priced(Number.NaN))],
  ['price_not_positive', at(sold, priced(-5))],
  ['price_placeholder', at(sold, priced(1))],
  ['price_unit', at(sold, priced(6_500_000))],
  ['currency_unknown', at(sold, priced(60_000, '$'))],
  ['mileage_negative', at(7, { mileage: -1 })],
  ['mileage_code', at(7, { mileage: 999_999 })],
  ['mileage_too_high', at(7, { mileage: 900_001 })],
  ['mileage_too_low_for_age', at(7, { mileage: 1 })],
  [
    'mileage_goes_down',
    (rows) => [...rows, { ...rows[sold]!, id: 'later', endedOn: AS_OF, knownOn: AS_OF, mileage: 900 }],
  ],
  ['model_year_in_the_future', at(7, { modelYear: 2062 })],
  ['model_year_before_cars', at(7, { modelYear: 14 })],
  ['year_outside_generation', at(7, { modelYear: 2001 })],
  ['trim_never_existed', at(7, vehicleOf({ trim: 'Carrera XS' }))],
  ['option_impossible', at(7, { optionCodes: ['impossible'] })],
  ['date_invalid', at(sold, { endedOn: '2024-02-31' })],
  ['ended_before_listed', at(sold, { listedOn: '2024-06-29', endedOn: '2024-05-01' })],
  ['known_in_the_future', at(7, { knownOn: '2025-01-01' })],
  ['sold_in_the_future', at(sold, { endedOn: '2025-01-01' })],
  ['offer_never_ended', at(active, { listedOn: '2020-01-01' })],
  ['offered_before_built', at(7, { listedOn: '2009-01-01', modelYear: 2014 })],
  ['vin_malformed', at(7, { vin: 'WP0ZZZ99ZESO00001' })],
  ['vin_check_digit', at(7, { vin: '1HGCM82643A004352' })],
  ['vin_names_other_year', at(7, { vin: '1HGCM82633A004352' })],
  [
    'vin_of_another_car',
    (rows) => [
      ...rows,
      { ...rows[sold]!, ...vehicleOf({ make: 'BMW', model: 'M3', trim: null, generation: null }), id: 'other' },
    ],
  ],
  ['condition_out_of_range', at(7, { condition: 45 })],
  ['make_missing', at(7, vehicleOf({ make: '' }))],
  ['title_missing', at(7, { title: ' ' })],
  ['sold_without_price', at(sold, { price: null })],
  ['sold_without_day', at(sold, { endedOn: null })],
  ['duplicate_id', (rows) => [...rows, rows[3]!]],
  ['sold_twice_on_a_day', (rows) => [...rows, { ...rows[sold]!, id: 'again' }]],
  [
    'car_offered_twice',
    (rows) => [...rows, { ...rows[active]!, id: 'twice', vin: null, mileage: rows[active]!.mileage! + 20 }],
  ],
  ['nothing_new', (rows) => rows.filter(({ knownOn }) => knownOn < '2024-06-01')],
  ['too_few_rows', (rows) => rows.filter(({ knownOn }, row) => knownOn < '2024-06-03' || row % 5 === 0)],
  [
    'too_many_rows',
    (rows) => [
      ...rows,
      ...rows
        .filter(({ knownOn }) => knownOn > '2024-06-02')
        .flatMap((row, copy) =>
          [1, 2].map((n) => ({ ...row, id: `more-${copy}-${n}`, vin: null, mileage: null, status: 'unsold' as const })),
        ),
    ],
  ],
  ['more_missing', recent((_, row) => (row % 2 === 0 ? { color: null } : {}))],
  ['distribution_shift', recent(({ mileage }) => ({ mileage: mileage! + 60_000 }))],
];

const codesOf = (rows: readonly Listing[]): readonly string[] =>
  assessDataQuality(rows, { asOf: AS_OF, knowledge }).issues.map(({ code }) => code);

describe('assessDataQuality', () => {
  it('finds nothing in honest rows', () => {
    expect(codesOf(honest())).toEqual([]);
  });

  it.each(FAULTS)('finds a planted %s', (code, plant) => {
    expect(codesOf(plant(honest()))).toContain(code);
  });

  it('plants at least 30 kinds', () => {
    expect(new Set(FAULTS.map(([code]) => code)).size).toBeGreaterThanOrEqual(30);
  });

  it('asks for a check digit only of North American numbers', () => {
    expect(codesOf(at(7, { vin: 'WP0ZZZ99ZES999999' })(honest()))).toEqual([]);
  });

  it('writes a page in which the text of a row is text', () => {
    const rows = at(7, { id: '<script>alert(1)</script>', condition: 9 })(honest());
    const page = qualityHtml(assessDataQuality(rows, { asOf: AS_OF, knowledge }));
    expect(page).toContain('condition out of range');
    expect(page).not.toContain('<script>');
  });
});
