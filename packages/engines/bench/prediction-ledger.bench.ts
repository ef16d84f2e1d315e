import { fitMarketIndices } from '../src/forecasting/fit-market-indices.ts';
import { forecastIndex } from '../src/forecasting/forecast-index.ts';
import { addMonthsToDay, isSale } from '../src/market/index.ts';
import type { PricePrediction } from '../src/market/index.ts';
import { predictSegment } from '../src/pipelines/predict-segment.ts';
import { settlePrediction } from '../src/pipelines/settle-prediction.ts';
import { generateMarket } from '../src/synthetic-market/index.ts';
import { fitValuation } from '../src/valuation/index.ts';
import { indexObservations } from '../src/valuation/index-observations.ts';

/*
 * What the daily run writes into the ledger, and what came of it: predictions of every segment of the synthetic market
 * from the first of each second month of two years, settled by a fit of a month after the day on which they were due.
 *
 * node --conditions=@pa/source packages/engines/bench/prediction-ledger.bench.ts [PRESET] [SEED] [SALES A MONTH]
 */
const HORIZONS = ['1m', '3m', '6m'] as const;
const PERCENT = (share: number): string => `${(100 * share).toFixed(1)} %`;

function main(): void {
  const [preset = 'hard', seed = '31', salesPerMonth = '300'] = process.argv.slice(2);
  const { listings } = generateMarket({
    preset: preset as 'hard',
    seed: Number(seed),
    endsOn: '2025-12-31',
    months: 48,
    salesPerMonth: Number(salesPerMonth),
    activeListings: 0,
  });
  const sales = listings.filter(isSale);
  const origins = Array.from({ length: 9 }, (_, place) => addMonthsToDay('2023-09-01', 2 * place));
  const fits = new Map<string, ReturnType<typeof fitValuation>>();
  const fitOn = (day: string) => {
    const known =
      fits.get(day) ??
      fitValuation(
        sales.filter(({ endedOn }) => endedOn <= day),
        { asOf: day },
      );
    fits.set(day, known);
    return known;
  };
  const settled: {
    prediction: PricePrediction;
    outcome: Extract<ReturnType<typeof settlePrediction>, { actualPrice: number }>;
  }[] = [];
  for (const origin of origins) {
    const known = sales.filter(({ endedOn }) => endedOn <= origin);
    const valuation = fitOn(origin);
    if ('status' in valuation) throw new TypeError(valuation.reason);
    const { market } = valuation;
    for (const index of fitMarketIndices(indexObservations(valuation, known), { market, asOf: origin })) {
      const forecast = forecastIndex(index, { horizonMonths: 6 });
      if (forecast.status !== 'ok') continue;
      const { segment } = index;
      const predictions = predictSegment({
        valuation,
        forecast,
        origin: index.points.at(-1)!,
        sales: known,
        segment,
        horizons: HORIZONS,
        asOf: origin,
      });
      if ('status' in predictions) continue;
      for (const prediction of predictions) {
        const settledOn = addMonthsToDay(prediction.targetDate, 1);
        const later = fitOn(settledOn);
        if ('status' in later) continue;
        const outcome = settlePrediction({ prediction, valuation: later, sales, settledOn });
        if ('actualPrice' in outcome) settled.push({ prediction, outcome });
      }
    }
  }
  console.log(
    '| depth | horizon | n | median error | last value | 50 % | 80 % | 90 % |\n|---|---|---|---|---|---|---|---|',
  );
  for (const depth of [0, 1, 2, 3, 4]) {
    for (const horizon of depth === 0 ? (['all'] as const) : HORIZONS) {
      const rows = settled.filter(
        ({ prediction }) =>
          (depth === 0 || prediction.segment.split('/').length === depth) &&
          (horizon === 'all' || prediction.horizon === horizon),
      );
      if (rows.length === 0) continue;
      const middle = (pick: (row: (typeof rows)[number]) => number) =>
        rows.map(pick).toSorted((a, b) => a - b)[Math.floor(rows.length / 2)]!;
      const holds = [0, 1, 2].map(
        (place) => rows.filter(({ outcome }) => outcome.covered[place]!.covered).length / rows.length,
      );
      console.log(
        `| ${depth === 0 ? 'all' : depth} | ${horizon} | ${rows.length} | ${[
          middle(({ outcome }) => outcome.absolutePercentageError),
          middle(({ outcome }) => outcome.naiveAbsolutePercentageError),
          ...holds,
        ]
          .map(PERCENT)
          .join(' | ')} |`,
      );
    }
  }
}

main();
