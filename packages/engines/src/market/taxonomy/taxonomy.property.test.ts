import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VEHICLE_MARKS } from '../vehicle-mark.ts';
import type { Vehicle } from '../vehicle.ts';
import { soldIn } from './fit-generation.ts';
import { MAKES_WITH_RULES, rulesOf } from './make-rules.ts';
import { parseListingTitle } from './parse-listing-title.ts';
import { parseVehicle } from './parse-vehicle.ts';
import { resolveSegment } from './resolve-segment.ts';
import { vehicleFromColumns } from './vehicle-from-columns.ts';

const LINES = MAKES_WITH_RULES.flatMap((make) => (rulesOf(make)?.lines ?? []).map((line) => ({ make, line })));
const WORDS = [
  ...new Set(
    LINES.flatMap(({ line }) => [
      ...line.names,
      ...line.generations.flatMap((generation) => generation.words),
      ...line.trims.flatMap((trim) => [trim.name, ...trim.words]),
    ]),
  ),
].filter((word) => word !== '');

const EXTRAS = [
  'coupe',
  'cabriolet',
  'targa',
  '6-speed',
  'pdk',
  'project',
  'weissach',
  'race car',
  'x51',
  '3.6l',
  'tribute',
  'modified',
  'ls1-powered',
  'conversion',
  'one-owner',
  '27-years-owned',
  'xdrive',
  'm sport',
  'ruf',
];
const makeName = fc.constantFrom(...MAKES_WITH_RULES);
const unheardWord = fc.stringMatching(/^q[b-df-hj-np-tv-z]{4,8}$/);
const NAMED_LINES: Readonly<Record<string, string>> = { Porsche: '911', BMW: 'M3', Ferrari: 'F355' };
const modelYear = fc.option(fc.integer({ min: 1945, max: 2030 }), { nil: null });
const carText = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...WORDS) }, { weight: 1, arbitrary: fc.constantFrom(...EXTRAS) }),
    {
      minLength: 1,
      maxLength: 7,
    },
  )
  .map((words) => words.join(' '));

/** One canonical car: a trim that was made, in a year of its generation. */
const madeCar = fc
  .constantFrom(
    ...LINES.flatMap(({ make, line }) =>
      line.trims.map((trim) => ({ make, line, trim, toString: () => `${make} ${line.model} ${trim.name}` })),
    ),
  )
  .chain(({ make, line, trim }) =>
    fc.constantFrom(...Object.entries(trim.made)).chain(([generation, years]) =>
      fc.integer({ min: years[0], max: Math.min(years[1], 2030) }).map((year) => ({
        make,
        line,
        trim,
        generation,
        year,
        toString: () => `${make} ${line.model} ${generation} ${trim.name} ${year}`,
      })),
    ),
  );

function canonicalText(car: Vehicle): string {
  return [car.model, car.generation, car.trim, car.body, car.transmission].filter((part) => part !== null).join(' ');
}

function withoutUnknown(car: Vehicle): Vehicle {
  return { ...car, unknownWords: [] };
}

describe('taxonomy properties', () => {
  it('never throws, whatever the text', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string());
    fc.assert(
      fc.property(anything, anything, modelYear, (make, text, year) => {
        parseVehicle({ make, text, modelYear: year });
        parseVehicle({ make: 'Porsche', text, modelYear: year });
        vehicleFromColumns({ make, model: text, trim: make, body: text, modelYear: year });
        parseListingTitle(text);
        resolveSegment({ make, model: text, generation: make, trim: text });
        resolveSegment({ model: text, trim: make });
      }),
      { numRuns: 500, seed: 2024 },
    );
  });

  it('does not depend on case or spaces, and repeats itself', () => {
    fc.assert(
      fc.property(makeName, carText, modelYear, (make, text, year) => {
        const car = parseVehicle({ make, text, modelYear: year });
        const shouted = parseVehicle({
          make: ` ${make.toUpperCase()} `,
          text: `  ${text.toUpperCase().replaceAll(' ', '   ')} `,
          modelYear: year,
        });
        expect(shouted).toEqual(car);
      }),
      { numRuns: 600, seed: 2024 },
    );
  });

  it('keeps a word that nothing is known of, wherever it stands', () => {
    fc.assert(
      fc.property(makeName, carText, unheardWord, modelYear, fc.nat(7), (make, text, word, year, place) => {
        const words = text.split(' ');
        words.splice(Math.min(place, words.length), 0, word);
        const named = `${NAMED_LINES[make]} ${words.join(' ')}`;
        expect(parseVehicle({ make, text: named, modelYear: year }).unknownWords).toContain(word);
        expect(parseVehicle({ make, text: named, modelYear: year, foreword: `x${word}` }).unknownWords[0]).toBe(
          `x${word}`,
        );
        const other = parseVehicle({ make: 'Toyota', text: `Supra ${words.join(' ')}`, modelYear: year });
        expect([...other.unknownWords, other.trim?.toLowerCase()].join(' ')).toContain(word);
      }),
      { numRuns: 500, seed: 2024 },
    );
  });

  it('keeps the words that tell more than their mark, and lists each mark once in one order', () => {
    const telling = fc.constantFrom('ls1-powered', '27-years-owned', '4k-mile', 'rsr-style', 'ruf', 'dinan');
    fc.assert(
      fc.property(makeName, carText, telling, modelYear, (make, text, word, year) => {
        const car = parseVehicle({ make, text: `${NAMED_LINES[make]} ${text} ${word}`, modelYear: year });
        expect(car.unknownWords).toContain(word);
        expect(car.marks.length).toBeGreaterThan(0);
        expect(VEHICLE_MARKS.filter((mark) => car.marks.includes(mark))).toEqual(car.marks);
      }),
      { numRuns: 500, seed: 2024 },
    );
  });

  it('names a generation only where it was sold in the model year, and only with a trim it had', () => {
    fc.assert(
      fc.property(makeName, carText, modelYear, (make, text, year) => {
        const car = parseVehicle({ make, text, modelYear: year });
        if (car.generation === null) return;
        const line = rulesOf(make)?.lines.find(({ model }) => model === car.model);
        const generation = line?.generations.find(({ name }) => name === car.generation);
        expect(generation).toBeDefined();
        if (generation !== undefined && year !== null) expect(soldIn(generation, year)).toBe(true);
        if (car.trim === null) return;
        const made = line?.trims.some(
          (trim) => trim.name === car.trim && Object.hasOwn(trim.made, car.generation ?? ''),
        );
        expect(made).toBe(true);
      }),
      { numRuns: 600, seed: 2024 },
    );
  });

  it('reads every trim that was made back from its canonical name', () => {
    fc.assert(
      fc.property(madeCar, ({ make, line, trim, generation, year }) => {
        const body = trim.onlyBody ?? '';
        const car = parseVehicle({
          make,
          text: `${line.model} ${generation} ${trim.name} ${body}`,
          modelYear: year,
        });
        expect(car).toMatchObject({ model: line.model, generation, trim: trim.name });
        const again = parseVehicle({ make, text: canonicalText(car), modelYear: year });
        expect(withoutUnknown(again)).toEqual(withoutUnknown(car));
      }),
      { numRuns: 600, seed: 2024 },
    );
  });
});
