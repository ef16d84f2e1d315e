import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '../../errors.ts';
import { createRandom } from '../../statistics/random.ts';
import { plantedSales } from '../__fixtures__/planted-sales.ts';
import type { BacktestPrediction } from './backtest-prediction.ts';
import type { BacktestSale } from './backtest-sale.ts';
import { runValuationBacktest } from './run-valuation-backtest.ts';
import { scoreBacktest } from './score-backtest.ts';

const random = createRandom(5);
const all = plantedSales(900, 7).map((sale) => ({
  sale,
  guidePrice: Math.round(sale.price.amount * (1 + 0.1 * random.normal())),
}));
const rowsOf = (rows: typeof all): readonly BacktestSale[] =>
  rows.map(({ sale, guidePrice }, row) => ({ row, listing: sale, guidePrice }));
const before = rowsOf(all.filter(({ sale }) => sale.endedOn < '2023-01-01'));
const after = rowsOf(all.filter(({ sale }) => sale.endedOn >= '2023-01-01'));
const answers = (predictions: readonly BacktestPrediction[]): string =>
  JSON.stringify(predictions.map(({ row, answer }) => ({ row, answer })));
const changed = (
  rows: readonly BacktestSale[],
  change: (sale: BacktestSale) => Partial<BacktestSale['listing']>,
): BacktestSale[] => rows.map((row) => ({ ...row, listing: { ...row.listing, ...change(row) } }));
const rolling = { mode: 'rolling', refitDays: 90, refitStart: '2023-01-01' } as const;
const rolled = runValuationBacktest({ train: before, test: after }, rolling);

describe('runValuationBacktest', () => {
  it('answers every row in order and close to planted truth', () => {
    const predictions = runValuationBacktest({ train: before, test: after });
    expect(predictions.map(({ row }) => row)).toEqual(after.map(({ row }) => row));
    const { model, refused, compared } = scoreBacktest(predictions);
    expect(refused).toBe(0);
    // The median of |t4| is 0.741: what is left is noise and the half year of growth that a static fit does not see.
    expect(model.medianApe).toBeLessThan(1.5 * 0.741 * 0.06);
    for (const { errors, difference } of compared.slice(1)) {
      expect(errors.count).toBe(after.length);
      expect(difference.upper).toBeLessThan(0);
    }
  });

  it('reads neither the prices of the test rows nor what stands beside them where it is static', () => {
    const shuffled = createRandom(1).shuffle(after);
    const other = after.map((row, index) => ({
      ...row,
      guidePrice: shuffled[index]!.guidePrice,
      listing: {
        ...row.listing,
        price: shuffled[index]!.listing.price,
        attributes: { bidders: String(index), comments: String(index * 7), bid_amount: '1' },
      },
    }));
    const plain = runValuationBacktest({ train: before, test: after });
    const permuted = runValuationBacktest({
      train: changed(before, ({ row }) => ({ attributes: { watchers: String(row) } })),
      test: other,
    });
    expect(answers(permuted)).toBe(answers(plain));
    expect(permuted.map(({ actual }) => actual)).not.toEqual(plain.map(({ actual }) => actual));
  });

  it('lets nothing of the future into an answer', () => {
    const late = (row: BacktestSale): boolean => row.listing.endedOn! >= '2023-04-01';
    const dearer = changed(after, (row) =>
      late(row) ? { price: { ...row.listing.price, amount: row.listing.price.amount * 3 } } : {},
    );
    const other = runValuationBacktest({ train: before, test: dearer }, rolling);
    // The second refit falls on 2023-04-01, and reads nothing of that day.
    const early = (prediction: BacktestPrediction): boolean => prediction.day! < '2023-06-30';
    expect(answers(other.filter(early))).toBe(answers(rolled.filter(early)));
    expect(answers(other)).not.toBe(answers(rolled));
  });

  it('keeps the price of a row from its own answer, also where the row stands in the train file', () => {
    const dearer = changed(after, ({ row, listing }) =>
      row === 3 ? { price: { ...listing.price, amount: 9_999_999 } } : {},
    );
    const own = (predictions: readonly BacktestPrediction[]) => predictions.find(({ row }) => row === 3)!.answer;
    expect(own(runValuationBacktest({ train: before, test: dearer }, rolling))).toEqual(
      rolled.find(({ row }) => row === 3)!.answer,
    );
    const copied = runValuationBacktest({ train: [...before, ...dearer], test: dearer });
    expect(answers(copied)).toBe(answers(runValuationBacktest({ train: before, test: after })));
  });

  it('learns from test rows that went before, and only where it rolls', () => {
    const { model } = scoreBacktest(runValuationBacktest({ train: [], test: after }, rolling));
    expect(model.count).toBe(after.length);
    const late = rolled.filter(({ day }) => day! >= '2023-07-01');
    const still = runValuationBacktest({ train: before, test: after }).filter(({ day }) => day! >= '2023-07-01');
    expect(answers(late)).not.toBe(answers(still));
  });

  it('refits on a grid that goes both ways from its start, on the rows before each refit', () => {
    const refits: (string | null)[] = [];
    runValuationBacktest(
      { train: before, test: after.filter((_, index) => index % 10 === 0) },
      { mode: 'rolling', refitDays: 120, refitStart: '2023-07-10', onRefit: ({ day }) => refits.push(day) },
    );
    expect(refits).toEqual(['2022-11-12', '2023-03-12', '2023-07-10', '2023-11-07']);
  });

  it('answers cars that it knows nothing of with a wide interval', () => {
    const stranger = changed(after.slice(0, 1), ({ listing }) => ({
      vehicle: { ...listing.vehicle, make: 'Nobody', model: 'Nothing', generation: null, trim: null },
      modelYear: null,
      mileage: null,
      endedOn: null,
    }));
    const known = runValuationBacktest({ train: before, test: after.slice(0, 1) })[0]!.answer!;
    const width = ({ intervals, amount }: typeof known): number =>
      (intervals.at(-1)!.upper - intervals.at(-1)!.lower) / amount;
    for (const mode of ['static', 'rolling'] as const) {
      const [unknown] = runValuationBacktest(
        { train: before, test: [...stranger, ...after.slice(1, 9)] },
        { mode, refitStart: '2023-01-01', refitDays: 400 },
      );
      expect(width(unknown!.answer!)).toBeGreaterThan(3 * width(known));
    }
    const few = runValuationBacktest({ train: before.slice(0, 3), test: after });
    expect(few.every(({ answer }) => answer !== null && width(answer) > 1)).toBe(true);
  });

  it('refuses only where not one sale is known', () => {
    const predictions = runValuationBacktest({ train: [], test: after.slice(0, 4) });
    expect(predictions.map(({ answer }) => answer)).toEqual([null, null, null, null]);
    const { model, refused, intervals } = scoreBacktest(predictions);
    expect([refused, model.medianApe, ...intervals.coverage]).toEqual([4, 1, 0, 0, 0]);
    expect(runValuationBacktest({ train: before, test: [] })).toEqual([]);
  });

  it('answers one make where it is asked to, and learns from all', () => {
    const half = changed(after, ({ row, listing }) =>
      row % 2 === 0 ? { vehicle: { ...listing.vehicle, make: 'BMW' } } : {},
    );
    const predictions = runValuationBacktest({ train: before, test: half }, { make: 'porsche' });
    expect(predictions.map(({ row }) => row)).toEqual(after.map(({ row }) => row).filter((row) => row % 2 === 1));
  });

  it('refuses options that mean nothing', () => {
    for (const options of [{ refitDays: 0 }, { refitDays: 1.5 }, { refitStart: '2023-02-30' }]) {
      expect(() => runValuationBacktest({ train: before, test: after }, options)).toThrow(InvalidInputError);
    }
  });
});
