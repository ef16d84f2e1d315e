import type { Sale } from '../../market/listing.ts';
import { addDays } from '../../market/calendar.ts';
import { createRandom } from '../../statistics/random.ts';

/** A sale with plain facts; every field can be overridden. */
export function plainSale(overrides: Partial<Sale> & { readonly id: string }): Sale {
  return {
    source: 'test',
    sourceKey: overrides.id,
    title: 'A car',
    vehicle: {
      make: 'Porsche',
      model: '911',
      generation: '997.1',
      trim: 'Carrera S',
      body: 'coupe',
      transmission: 'manual',
      gearbox: null,
      gears: null,
      drive: null,
      marks: [],
      unknownWords: [],
    },
    modelYear: 2006,
    mileage: 40_000,
    mileageUnit: 'mi',
    color: 'silver',
    condition: null,
    region: null,
    sellerType: null,
    vin: null,
    optionCodes: [],
    details: [],
    status: 'sold',
    price: { kind: 'sold', amount: 50_000, currency: 'USD' },
    listedOn: null,
    endedOn: '2024-01-15',
    knownOn: overrides.endedOn ?? '2024-01-15',
    synthetic: true,
    attributes: {},
    ...overrides,
  };
}

/** Yearly effects that are planted on the log scale. */
export const PLANTED = { depreciation: -0.08, marketGrowth: 0.06, spread: 0.06, logMiles: -0.12 } as const;

/** Log level of each planted trim. */
export const PLANTED_TRIMS: Readonly<Record<string, number>> = {
  Carrera: 10.8,
  'Carrera S': 11.0,
  GT3: 11.6,
  'GT3 RS': 11.9,
};

/**
 * Sales of four trims over four years: each loses 8 % a year of age, the whole market gains 6 % a year, mileage has an
 * elasticity. Age, model year and time move freely, which is what makes them hard to tell apart.
 */
export function plantedSales(count: number, seed: number): readonly Sale[] {
  const random = createRandom(seed);
  const trims = Object.entries(PLANTED_TRIMS);
  return Array.from({ length: count }, (_, index) => {
    const [trim, level] = random.choice(trims);
    const day = random.integer(1460);
    const endedOn = addDays('2020-01-01', day);
    const modelYear = 2010 + random.integer(10);
    const age = 2020 + day / 365 - modelYear;
    const mileage = Math.round(3_000 + age * 5_000 * (0.3 + 1.4 * random.uniform()));
    const logPrice =
      level +
      PLANTED.depreciation * age +
      PLANTED.marketGrowth * (day / 365) +
      PLANTED.logMiles * Math.log((mileage + 500) / 30_000) +
      PLANTED.spread * random.studentT(4);
    return plainSale({
      id: `sale-${index}`,
      vehicle: {
        make: 'Porsche',
        model: '911',
        generation: '991.1',
        trim,
        body: 'coupe',
        transmission: 'automatic',
        gearbox: null,
        gears: null,
        drive: null,
        marks: [],
        unknownWords: [],
      },
      modelYear,
      mileage,
      endedOn,
      price: { kind: 'sold', amount: Math.round(Math.exp(logPrice)), currency: 'USD' },
    });
  });
}
