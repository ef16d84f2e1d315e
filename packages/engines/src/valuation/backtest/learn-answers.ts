import type { IsoDate } from '../../market/calendar.ts';
import { fitValuation } from '../fit-valuation.ts';
import { withGuidePrice } from '../guide/with-guide-price.ts';
import type { CarFacts } from '../valuation.ts';
import { bareMarketValue } from './bare-market-value.ts';
import type { BacktestOptions } from './backtest-options.ts';
import type { BacktestAnswer } from './backtest-prediction.ts';
import type { DatedSale } from './backtest-sale.ts';

/** Answers one car on a day; `null` where not one sale was known. */
export type AnswerCar = (
  car: CarFacts,
  options: { readonly day: IsoDate | null; readonly guidePrice: number | null },
) => BacktestAnswer | null;

/** Two rows of one sale teach no more than one. */
const REPEATED = 'duplicate of another row';

/** Learns from the sales known on `asOf` how to answer every car, thin evidence or not. */
export function learnAnswers(
  known: readonly DatedSale[],
  options: {
    readonly asOf: IsoDate | null;
    readonly usesGuide: boolean;
    readonly onFitted?: BacktestOptions['onFitted'];
  },
): AnswerCar {
  const { asOf, onFitted } = options;
  if (asOf === null || known.length === 0) return () => null;
  const learnt = withoutRepeats(known);
  const sales = learnt.map(({ listing }) => listing);
  const plain = fitValuation(sales, { asOf });
  const repeats = known.length - learnt.length;
  onFitted?.({
    day: asOf,
    saleCount: 'status' in plain ? 0 : plain.saleCount,
    exclusions: {
      ...('status' in plain ? { [plain.reason]: sales.length } : plain.exclusions),
      ...(repeats === 0 ? {} : { [REPEATED]: repeats }),
    },
  });
  const guided =
    options.usesGuide && !('status' in plain)
      ? withGuidePrice(plain, { sales: learnt.map(({ listing, guidePrice }) => ({ sale: listing, guidePrice })) })
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

/** The first of all rows with one source key, day and price. */
function withoutRepeats(known: readonly DatedSale[]): readonly DatedSale[] {
  const seen = new Set<string>();
  return known.filter(({ listing }) => {
    const key = [listing.source, listing.sourceKey, listing.endedOn, listing.price.amount].join('\n');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
