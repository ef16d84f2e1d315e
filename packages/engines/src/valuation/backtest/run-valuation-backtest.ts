import { InvalidInputError } from '../../errors.ts';
import type { IsoDate } from '../../market/calendar.ts';
import { addDays, isIsoDate } from '../../market/calendar.ts';
import type { CarFacts } from '../valuation.ts';
import type { BacktestOptions } from './backtest-options.ts';
import type { BacktestPrediction } from './backtest-prediction.ts';
import type { BacktestSale, DatedSale } from './backtest-sale.ts';
import { isDated } from './backtest-sale.ts';
import { learnAnswers } from './learn-answers.ts';
import { learnNaiveValuations } from './naive-valuations.ts';
import { refitDayOf } from './refit-grid.ts';

/**
 * Answers every test row from sales that it could have known, in the order of the test rows. The price of a row, the
 * columns beside it and everything later never reach its own answer. Rows are refused only where not one sale came
 * before them. A train row that is the same sale as a test row (same source and key) is read as the test row only.
 *
 * @example
 * const predictions = runValuationBacktest({ train, test }, { mode: 'rolling', refitDays: 14 });
 * console.log(scoreBacktest(predictions).model.medianApe);
 */
export function runValuationBacktest(
  data: { readonly train: readonly BacktestSale[]; readonly test: readonly BacktestSale[] },
  options: BacktestOptions = {},
): readonly BacktestPrediction[] {
  const { mode = 'static', refitDays = 14, make, usesGuide = false, onRefit, onFitted } = options;
  if (!Number.isInteger(refitDays) || refitDays < 1) {
    throw new InvalidInputError(`Refits every ${refitDays} days are not possible: give a whole number from 1 on.`);
  }
  const { refitStart = firstDayOf(data.test) } = options;
  if (refitStart !== null && !isIsoDate(refitStart)) {
    throw new InvalidInputError(`${refitStart} is no day for a refit: give one as YYYY-MM-DD.`);
  }
  const tested = new Set(data.test.map(saleKey));
  const train = data.train.filter((sale) => !tested.has(saleKey(sale))).filter(isDated);
  const wanted = make?.trim().toLowerCase();
  const asked = data.test.filter(
    ({ listing }) => wanted === undefined || listing.vehicle.make.toLowerCase() === wanted,
  );

  const predictions: BacktestPrediction[] = [];
  const answer = (sales: readonly BacktestSale[], known: readonly DatedSale[], lastDay: IsoDate | null): void => {
    const learnt = known.map(({ listing }) => listing);
    const valueOf = learnAnswers(known, { asOf: lastDay, usesGuide, onFitted });
    const naiveOf = learnNaiveValuations(learnt);
    for (const sale of sales) {
      const car = factsOf(sale);
      const day = isDated(sale) ? sale.listing.endedOn : null;
      predictions.push({
        row: sale.row,
        day,
        actual: sale.listing.price.amount,
        guidePrice: sale.guidePrice,
        naive: naiveOf(car),
        answer: valueOf(car, { day, guidePrice: usesGuide ? sale.guidePrice : null }),
      });
    }
  };

  if (mode === 'static' || refitStart === null) {
    const lastDay = lastDayOf(train);
    onRefit?.({ day: lastDay, rows: asked.length });
    answer(asked, train, lastDay);
  } else {
    // Before the first row that has a day nothing of the test file is known: there stand the rows that have none.
    const firstRefit = refitDayOf(firstDayOf(data.test) ?? refitStart, { start: refitStart, everyDays: refitDays });
    const pool = [...train, ...data.test.filter(isDated)];
    const byRefit = new Map<IsoDate, BacktestSale[]>();
    for (const sale of asked) {
      const day = isDated(sale)
        ? refitDayOf(sale.listing.endedOn, { start: refitStart, everyDays: refitDays })
        : firstRefit;
      const rows = byRefit.get(day);
      if (rows === undefined) byRefit.set(day, [sale]);
      else rows.push(sale);
    }
    for (const day of [...byRefit.keys()].sort()) {
      const rows = byRefit.get(day)!;
      onRefit?.({ day, rows: rows.length });
      answer(
        rows,
        pool.filter(({ listing }) => listing.endedOn < day),
        addDays(day, -1),
      );
    }
  }
  return predictions.sort((a, b) => a.row - b.row);
}

/** The facts alone: no price, no guide and no evidence goes where a value is made. */
function factsOf({ listing }: BacktestSale): CarFacts {
  const { vehicle, modelYear, mileage, mileageUnit, color, condition, region, sellerType, optionCodes, vin } = listing;
  return { vehicle, modelYear, mileage, mileageUnit, color, condition, region, sellerType, optionCodes, vin };
}

function saleKey({ listing }: BacktestSale): string {
  return `${listing.source}\n${listing.sourceKey}`;
}

function firstDayOf(sales: readonly BacktestSale[]): IsoDate | null {
  let first: IsoDate | null = null;
  for (const { listing } of sales.filter(isDated))
    if (first === null || listing.endedOn < first) first = listing.endedOn;
  return first;
}

function lastDayOf(sales: readonly DatedSale[]): IsoDate | null {
  let last: IsoDate | null = null;
  for (const { listing } of sales) if (last === null || listing.endedOn > last) last = listing.endedOn;
  return last;
}
