import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { soldIn } from './fit-generation.ts';
import { rulesOf } from './make-rules.ts';
import { parseListingTitle } from './parse-listing-title.ts';
import { parseVehicle } from './parse-vehicle.ts';
import { vehicleFromColumns } from './vehicle-from-columns.ts';

const FOLDER = '../shared/data';
const present = existsSync(`${FOLDER}/collector_auctions.csv.gz`);
const title = present ? 'taxonomy on real auctions' : `taxonomy on real auctions (skipped: ${FOLDER} is not there)`;

/** The first columns of each row; enough here, since quoted columns stand further right or come first. */
function rows(file: string): readonly (readonly string[])[] {
  const lines = gunzipSync(readFileSync(`${FOLDER}/${file}`))
    .toString('utf8')
    .split('\n')
    .slice(1);
  return lines.filter(Boolean).map((line) => {
    if (!line.startsWith('"')) return line.split(',');
    const end = line.search(/"(?!")(?:,|$)/);
    return [line.slice(1, end).replaceAll('""', '"'), ...line.slice(end + 2).split(',')];
  });
}

describe.skipIf(!present)(title, () => {
  it.each([
    { make: 'Porsche', rows: 4_000, generation: 0.99, trim: 0.97 },
    { make: 'BMW', rows: 7_000, generation: 0.94, trim: 0.95 },
    { make: 'Ferrari', rows: 3_000, generation: 0.99, trim: 0.99 },
  ])('names generation and trim of nearly every $make, never against its model year', (expected) => {
    const { make } = expected;
    const cars = rows('collector_auctions.csv.gz')
      .filter((row) => row[1] === make)
      .map((row) => ({
        year: Number(row[0]),
        car: parseVehicle({ make, text: row[2] ?? '', modelYear: Number(row[0]) }),
      }));
    const withGeneration = cars.filter(({ car }) => car.generation !== null);
    const withTrim = cars.filter(({ car }) => car.trim !== null);
    const withMarks = cars.filter(({ car }) => car.marks.length > 0);
    console.info(
      `taxonomy: ${cars.length} ${make} rows, ${withGeneration.length} with a generation, ${withTrim.length} with a ` +
        `trim, ${withMarks.length} with marks`,
    );
    expect(cars.length).toBeGreaterThan(expected.rows);
    expect(withGeneration.length / cars.length).toBeGreaterThan(expected.generation);
    expect(withTrim.length / cars.length).toBeGreaterThan(expected.trim);
    expect(withMarks.length).toBeGreaterThan(0);
    const against = withGeneration.filter(({ year, car }) => {
      const generation = rulesOf(make)
        ?.lines.find(({ model }) => model === car.model)
        ?.generations.find(({ name }) => name === car.generation);
      return generation === undefined || !soldIn(generation, year);
    });
    expect(against).toEqual([]);
  });

  it('gives every row of every file a make and a model', () => {
    const texts = rows('collector_auctions.csv.gz').map((row) =>
      parseVehicle({ make: row[1] ?? '', text: row[2] ?? '', modelYear: Number(row[0]) }),
    );
    expect(texts.every((car) => car.model !== 'Unknown')).toBe(true);
    const columns = rows('wholesale_auctions.csv.gz').map(([year, make = '', model = '', trim, body]) => ({
      given: make !== '' && model !== '',
      car: vehicleFromColumns({ make, model, trim: trim ?? null, body: body ?? null, modelYear: Number(year) }),
    }));
    expect(columns.filter(({ given, car }) => given && (car.make === 'Unknown' || car.model === 'Unknown'))).toEqual(
      [],
    );
    const share = (has: (car: (typeof columns)[number]['car']) => boolean): string =>
      `${((100 * columns.filter(({ car }) => has(car)).length) / columns.length).toFixed(1)} %`;
    console.info(
      `taxonomy: ${columns.length} wholesale rows, ${share((car) => car.trim !== null)} with a trim, ` +
        `${share((car) => car.body !== null)} with a body, ${share((car) => car.drive !== null)} with driven wheels, ` +
        `${share((car) => car.generation !== null)} with a generation`,
    );
    const makes = new Set(columns.map(({ car }) => car.make));
    expect([...makes].filter((make) => make !== make.trim() || make === make.toLowerCase())).toEqual([]);
  });

  it('finds year and make in nearly every title that begins a car', () => {
    const titles = rows('auction_details.csv.gz')
      .filter((row) => row[1] !== 'Parts and Automobilia')
      .map((row) => ({ read: parseListingTitle(row[0] ?? '') }))
      .filter(({ read }) => read.subject !== 'part');
    const dated = titles.filter(({ read }) => read.modelYear !== null);
    const named = dated.filter(({ read }) => read.make !== null);
    console.info(
      `taxonomy: ${titles.length} titles, ${dated.length} with a model year, ${named.length} of them with a make`,
    );
    expect(dated.length / titles.length).toBeGreaterThan(0.95);
    expect(named.length / dated.length).toBeGreaterThan(0.97);
  });
});
