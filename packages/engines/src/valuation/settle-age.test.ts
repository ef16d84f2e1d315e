import { describe, expect, test } from 'vitest';
import { addMonths } from '../market/calendar.ts';
import { createRandom } from '../statistics/random.ts';
import { settleAge } from './settle-age.ts';

const MONTHS = 60;

/** Sales of one model whose valuation took a drift for age and model year: what it leaves has no drift in it. */
function misread(options: {
  readonly drift: number;
  readonly sales: number;
  readonly age?: number;
  readonly seed?: number;
}) {
  const random = createRandom(options.seed ?? 5);
  return Array.from({ length: options.sales }, (_, row) => {
    const month = row % MONTHS;
    const modelYear = 2008 + Math.floor(10 * random.uniform());
    const ageYears = (options.age ?? 0) + 2021 + month / 12 - modelYear;
    const trim = `make/model/${row % 3}`;
    const taken = { age: options.drift * (ageYears - 8), modelYear: options.drift * (modelYear - 2012) };
    return {
      segments: ['make', 'make/model', trim],
      month: addMonths('2021-01', month),
      price: 50_000,
      // True: drift a year, nothing for age. Taken off: the drift once by age, once by model year.
      logLevel: (options.drift * month) / 12 - taken.age - taken.modelYear + 0.1 * (row % 3) + 0.15 * random.normal(),
      ageYears,
      modelYear,
      modelYearEffect: taken.modelYear,
    };
  });
}

/** Growth of the level in a year by least squares. */
function growth(observations: readonly { readonly month: string; readonly logLevel: number }[]): number {
  let products = 0;
  let squares = 0;
  for (const { month, logLevel } of observations) {
    const years = Number(month.slice(0, 4)) - 2021 + (Number(month.slice(5)) - 1) / 12 - (MONTHS - 1) / 24;
    products += years * logLevel;
    squares += years * years;
  }
  return products / squares;
}

describe('settleAge', () => {
  test('gives a drift back that the valuation took for age and model year', () => {
    const sales = misread({ drift: -0.05, sales: 6_000 });
    expect(Math.abs(growth(sales))).toBeLessThan(0.005);
    const settled = settleAge(sales);
    expect(growth(settled)).toBeCloseTo(-0.05, 2);
    expect(Math.sqrt(settled[0]!.driftVariance!)).toBeLessThan(0.005);
  });

  test('says how little it knows: the error of the drift is within two of its deviations in 19 of 20 markets', () => {
    let within = 0;
    for (let seed = 0; seed < 60; seed++) {
      const settled = settleAge(misread({ drift: 0.02, sales: 900, seed }));
      const error = growth(settled) - 0.02;
      // The months themselves are known as well as their sales are many: that is no error of the age.
      const ofMonths = 0.15 ** 2 / 900 / (MONTHS ** 2 / 12 / 144);
      if (Math.abs(error) < 2 * Math.sqrt(settled[0]!.driftVariance! + ofMonths)) within++;
    }
    expect(within).toBeGreaterThanOrEqual(54);
  });

  test('leaves a thin model, and cars of which no age is known, as they are', () => {
    const thin = misread({ drift: 0.03, sales: 60 });
    expect(settleAge(thin).map(({ logLevel }) => logLevel)).toEqual(thin.map(({ logLevel }) => logLevel));
    const undated = misread({ drift: 0.03, sales: 600 }).map((sale, row) =>
      row % 10 === 0 ? { ...sale, ageYears: null, modelYear: null } : sale,
    );
    const settled = settleAge(undated);
    expect(settled[10]!.logLevel).toBe(undated[10]!.logLevel);
    expect(settled[11]!.logLevel).not.toBe(undated[11]!.logLevel);
  });

  test('does not make age of a drift where all cars are older than age matters', () => {
    const classics = misread({ drift: 0, sales: 3_000, age: 30 });
    const settled = settleAge(classics);
    expect(Math.abs(growth(settled))).toBeLessThan(0.005);
  });
});
