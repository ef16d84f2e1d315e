import { describe, expect, it } from 'vitest';
import { createRandom } from '../../statistics/random.ts';
import { fitMispricingModel, type JudgedSale } from './fit-mispricing-model.ts';

/** Cars whose prices scatter by 4 % where they are new and by 30 % where they are old; some prices are gross errors. */
function plantedSales(count: number, seed = 7): readonly JudgedSale[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, row) => {
    const isOld = random.uniform() < 0.5;
    const expectedLogPrice = (isOld ? 8 : 10) + 0.3 * random.normal();
    const error = random.uniform() < 0.02 ? 2 * random.normal() : 0;
    return {
      listing: {
        vehicle: {
          make: 'Toyota',
          model: 'Camry',
          generation: null,
          trim: null,
          body: null,
          transmission: null,
          gearbox: null,
          gears: null,
          drive: null,
          marks: [],
          unknownWords: [],
        },
        modelYear: isOld ? 2002 : 2014,
        mileage: isOld ? 150_000 : 20_000,
        mileageUnit: 'mi',
        color: null,
        condition: null,
        region: null,
        sellerType: null,
        vin: null,
      },
      day: '2015-03-01',
      expectedLogPrice,
      logSpread: 0.1,
      saleCount: 100,
      carKey: String(row),
      logPrice: expectedLogPrice + (isOld ? 0.3 : 0.04) * random.normal() + error,
    };
  });
}

describe('fitMispricingModel', () => {
  const sales = plantedSales(3_000);
  const model = fitMispricingModel(sales);
  const [old] = sales.filter(({ listing }) => listing.modelYear === 2002);
  const [young] = sales.filter(({ listing }) => listing.modelYear === 2014);
  const at = (sale: JudgedSale, residual: number) =>
    model.score({ ...sale, logPrice: sale.expectedLogPrice + residual });

  it('judges a deviation by what is usual for this very car', () => {
    expect(at(young!, 0).localSpread).toBeLessThan(0.06);
    expect(at(old!, 0).localSpread).toBeGreaterThan(0.12);
    for (const residual of [-0.4, 0.4]) {
      expect(at(young!, residual).score).toBeGreaterThan(4);
      expect(at(young!, residual).score).toBeGreaterThan(at(old!, residual).score + 2);
    }
  });

  it('gives half of ordinary cars a score below 1', () => {
    const scores = plantedSales(1_500, 8).map((sale) => model.score(sale).score);
    const below = scores.filter((score) => score < 1).length / scores.length;
    expect(below).toBeGreaterThan(0.4);
    expect(below).toBeLessThan(0.6);
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(0);
  });

  it('is the same model for the same sales', () => {
    const again = fitMispricingModel(plantedSales(3_000));
    expect(again.score(sales[0]!)).toEqual(model.score(sales[0]!));
  });
});
