import type { IsoDate } from '../../market/calendar.ts';
import { fitValuation } from '../fit-valuation.ts';
import { withGuidePrice } from '../guide/with-guide-price.ts';
import type { CarFacts } from '../valuation.ts';
import { bareMarketValue } from './bare-market-value.ts';
import type { BacktestAnswer } from './backtest-prediction.ts';
import type { DatedSale } from './backtest-sale.ts';

/** Answers one car on a day; `null` where not one sale was known. */
export type AnswerCar = (
  car: CarFacts,
  options: { readonly day: IsoDate | null; readonly guidePrice: number | null },
) => BacktestAnswer | null;

/** Learns from the sales known on `asOf` how to answer every car, thin evidence or not. */
export function learnAnswers(
  known: readonly DatedSale[],
  options: { readonly asOf: IsoDate | null; readonly usesGuide: boolean },
): AnswerCar {
  const { asOf } = options;
  if (asOf === null || known.length === 0) return () => null;
  const sales = known.map(({ listing }) => listing);
  const plain = fitValuation(sales, { asOf });
  const guided =
    options.usesGuide && !('status' in plain)
      ? withGuidePrice(plain, { sales: known.map(({ listing, guidePrice }) => ({ sale: listing, guidePrice })) })
      : null;
  const bare = bareMarketValue(sales.map(({ price }) => price.amount));
  return (car, { day, guidePrice }) => {
    if ('status' in plain) return bare;
    if (guided !== null && !('status' in guided) && guidePrice !== null) {
      const corrected = guided.value(car, { guidePrice, valuedOn: day ?? asOf, evenIfThin: true });
      if (corrected.status === 'ok') return corrected;
    }
    const value = plain.value(car, { valuedOn: day ?? asOf, evenIfThin: true });
    return value.status === 'ok' ? value : bare;
  };
}
