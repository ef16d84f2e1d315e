import { isSale } from '@pa/engines';
import { detectAnomalies, fitAnomalyJudge } from '@pa/engines/anomalies';
import { fitMarketIndices, forecastIndex } from '@pa/engines/forecasting';
import { generateMarket } from '@pa/engines/synthetic-market';
import { fitValuation, indexObservations } from '@pa/engines/valuation';

const asOf = '2026-06-30';
const { listings } = generateMarket({ preset: 'demo', seed: 1, endsOn: asOf, salesPerMonth: 90 });
const sales = listings.filter(isSale);
const valuation = fitValuation(sales, { asOf });
if ('status' in valuation) throw new Error(`Not enough data: ${valuation.reason}.`);

const observations = indexObservations(valuation, sales);
const [index] = fitMarketIndices(observations, { market: valuation.market, asOf, segments: ['porsche/911'] });
if (index === undefined) throw new Error('Not enough sales of the 911 for an index.');
const forecast = forecastIndex(index, { horizonMonths: 3 });
if (forecast.status !== 'ok') throw new Error(`Not enough data: ${forecast.reason}.`);

console.log(`Index of the 911 in ${index.points.at(-1)?.month}: ${index.points.at(-1)?.level.toFixed(1)}`);
for (const { month, growth, intervals } of forecast.steps) {
  const { lower, upper } = intervals.find(({ confidenceLevel }) => confidenceLevel === 0.8) ?? { lower: 0, upper: 0 };
  console.log(`${month}: ${percent(growth)}, 80 % between ${percent(lower)} and ${percent(upper)}`);
}
console.log(
  forecast.hasSkill ? 'better than the last value in its backtest' : 'no better than the last value: no advice',
);

const priced = listings
  .filter(({ status }) => status === 'active')
  .flatMap((listing) => {
    const expected = valuation.value(listing);
    return expected.status === 'ok' ? [{ listing, expected }] : [];
  });
const judge = fitAnomalyJudge(
  sales.flatMap((listing) => {
    const expected = valuation.valueLeftOut(listing);
    return expected.status === 'ok' ? [{ listing, expected }] : [];
  }),
);
const anomalies = detectAnomalies(priced, { asOf, judge });
console.log(`${anomalies.length} of ${priced.length} synthetic listings stand out`);
for (const { listingTitle, cause, severity, deviation } of anomalies.slice(0, 5)) {
  console.log(`${listingTitle}: ${cause}, ${severity}, ${percent(1 + deviation)} against its value`);
}

function percent(growth: number): string {
  return `${growth >= 1 ? '+' : ''}${((growth - 1) * 100).toFixed(1)} %`;
}
