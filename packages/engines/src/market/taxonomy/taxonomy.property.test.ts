import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Vehicle } from '../vehicle.ts';
import { soldIn } from './fit-generation.ts';
import { parseListingTitle } from './parse-listing-title.ts';
import { parseVehicle } from './parse-vehicle.ts';
import { porscheLines } from './porsche/porsche-lines.ts';
import { resolveSegment } from './resolve-segment.ts';
import { vehicleFromColumns } from './vehicle-from-columns.ts';

const WORDS = [
  ...new Set(
    porscheLines.flatMap((line) => [
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
];
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
    ...porscheLines.flatMap((line) =>
      line.trims.map((trim) => ({ line, trim, toString: () => `${line.model} ${trim.name}` })),
    ),
  )
  .chain(({ line, trim }) =>
    fc.constantFrom(...Object.entries(trim.made)).chain(([generation, years]) =>
      fc.integer({ min: years[0], max: Math.min(years[1], 2030) }).map((year) => ({
        line,
        trim,
        generation,
        year,
        toString: () => `${line.model} ${generation} ${trim.name} ${year}`,
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
      fc.property(carText, modelYear, (text, year) => {
        const car = parseVehicle({ make: 'Porsche', text, modelYear: year });
        const shouted = parseVehicle({
          make: ' PORSCHE ',
          text: `  ${text.toUpperCase().replaceAll(' ', '   ')} `,
          modelYear: year,
        });
        expect(shouted).toEqual(car);
      }),
      { numRuns: 600, seed: 2024 },
    );
  });

  it('keeps a word that nothing is known of', () => {
    fc.assert(
      fc.property(carText, fc.stringMatching(/^q[b-df-hj-np-tv-z]{4,8}$/), modelYear, (text, mark, year) => {
        const car = parseVehicle({ make: 'Porsche', text: `911 ${text} ${mark}`, modelYear: year });
        expect(car.unknownWords).toContain(mark);
      }),
      { numRuns: 500, seed: 2024 },
    );
  });

  it('names a generation only where it was sold in the model year, and only with a trim it had', () => {
    fc.assert(
      fc.property(carText, modelYear, (text, year) => {
        const car = parseVehicle({ make: 'Porsche', text, modelYear: year });
        if (car.generation === null) return;
        const line = porscheLines.find(({ model }) => model === car.model);
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
      fc.property(madeCar, ({ line, trim, generation, year }) => {
        const body = trim.onlyBody ?? '';
        const car = parseVehicle({
          make: 'Porsche',
          text: `${line.model} ${generation} ${trim.name} ${body}`,
          modelYear: year,
        });
        expect(car).toMatchObject({ model: line.model, generation, trim: trim.name });
        const again = parseVehicle({ make: 'Porsche', text: canonicalText(car), modelYear: year });
        expect(withoutUnknown(again)).toEqual(withoutUnknown(car));
      }),
      { numRuns: 600, seed: 2024 },
    );
  });
});
