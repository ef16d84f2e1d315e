import type { IsoDate } from '../market/calendar.ts';
import { addDays, monthOf } from '../market/calendar.ts';
import type { Sale } from '../market/listing.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import { notEnoughData } from '../market/not-enough-data.ts';
import type { MarketScope } from '../market/price.ts';
import { median } from '../statistics/quantile.ts';
import { textHash } from '../statistics/text-hash.ts';
import { ageAndMiles } from './car-description.ts';
import { dataHashOf } from './data-hash.ts';
import { createVocabulary, DRIFT_COLUMN } from './effect-vocabulary.ts';
import type { EncodedSales } from './encoded-sales.ts';
import { encodeSales } from './encoded-sales.ts';
import type { FitPayload } from './fit-payload.ts';
import { VALUATION_VERSION } from './fit-payload.ts';
import { valuationFromPayload } from './fitted-valuation.ts';
import { forwardFactor, lastWeeksOf } from './forward-factor.ts';
import type { HedonicData, HedonicFit } from './hedonic-fit.ts';
import { fitHedonic, readWholeFit } from './hedonic-fit.ts';
import { calibrateIntervals } from './interval-calibration.ts';
import { layOutLevels } from './level-paths.ts';
import { PERIODS_PER_MONTH, periodOf } from './level-periods.ts';
import { nestEffects } from './nested-columns.ts';
import { noiseSpreadOf, thinnessFactors } from './prediction-spread.ts';
import { buildDesign } from './sale-design.ts';
import { FOLD_COUNT, foldOf } from './sale-fold.ts';
import { screenSales } from './sale-screen.ts';
import type { SegmentTable } from './segment-table.ts';
import { fitSpread, spreadsOf } from './spread-model.ts';
import { unseenTrimFactor, withoutDrawnTrims } from './unseen-trim-factor.ts';
import { learnTypicalMileage } from './typical-mileage.ts';
import type { FittedValuation } from './valuation.ts';

/** Sales of a market below which it gets no valuation. */
export const MINIMUM_SALES = 30;

const FIRST_SPREAD = 0.2;
const LEAST_SPREAD = 0.01;
/** Make, model and generation may have a level of their own. */
const LEVEL_DEPTH = 3;
const FULL_ITERATIONS = 8;
const FOLD_ITERATIONS = 2;
/** The last weeks are a small part of all sales: without them little moves. */
const FORWARD_ITERATIONS = 1;
/** So many sales say how far effects and levels spread; with many more, only the last iterations read them all. */
const PILOT_SALES = 25_000;
const PILOT_ITERATIONS = 6;
const LAST_ITERATIONS = 3;

export interface FitValuationOptions {
  /** Rows known or ended later are not read. */
  readonly asOf: IsoDate;
  /** The market all sales must belong to. Default: the market of the first sale. */
  readonly market?: MarketScope;
}

/**
 * Fits the hedonic valuation of one market. Refuses below 30 usable sales; sales of two markets are a
 * `MixedMarketError`. The same sales in any order give the same bytes.
 *
 * @example
 * const valuation = fitValuation(sales, { asOf: '2024-09-30' });
 * if ('status' in valuation) console.log(valuation.reason);
 * else console.log(valuation.value(car));
 */
export function fitValuation(input: Iterable<Sale>, options: FitValuationOptions): FittedValuation | NotEnoughData {
  const { sales, market, exclusions } = screenSales(input, options);
  if (market === null || sales.length < MINIMUM_SALES) {
    return notEnoughData('too few usable sales in the market', { found: sales.length, needed: MINIMUM_SALES });
  }
  const typicalMileage = learnTypicalMileage(agesAndMiles(sales));
  const encoded = encodeSales(sales, { typicalMileage });
  const { groups, segments } = encoded;
  const vocabulary = createVocabulary(groups);
  const firstMonth = monthOf(sales[0]!.endedOn);
  const periods = Int32Array.from(sales, (sale) => periodOf(sale.endedOn, firstMonth));
  const layout = layOutLevels(segments, {
    periods,
    periodCount: periodOf(options.asOf, firstMonth) + 1,
    depthCount: LEVEL_DEPTH,
  });
  const middle = median(periods);
  const yearOfPeriod = (period: number): number => (period - middle) / (12 * PERIODS_PER_MONTH);
  const logPrices = Float64Array.from(sales, (sale) => Math.log(sale.price.amount));
  const design = buildDesign(encoded, { vocabulary, years: Float64Array.from(periods, yearOfPeriod) });
  const data: HedonicData = {
    design,
    nested: nestEffects(encoded, { vocabulary, columns: design.columns }),
    vocabulary,
    layout,
    logPrices,
  };
  const spreads = localSpreads(segments, logPrices);
  const pilotRows = sales.length > 1.5 * PILOT_SALES ? pilotSales(sales) : undefined;
  const pilot =
    pilotRows === undefined
      ? undefined
      : fitHedonic(data, { iterations: PILOT_ITERATIONS, spreads, included: pilotRows });
  const full = fitHedonic(
    data,
    pilot === undefined
      ? { iterations: FULL_ITERATIONS, spreads }
      : { iterations: LAST_ITERATIONS, spreads, after: pilot },
  );
  const spreadsOfFull = spreads(full.residuals);
  const leaving = { after: full, whole: readWholeFit(data, full, spreadsOfFull), spreads: () => spreadsOfFull };

  const folds = Uint8Array.from(sales, (sale) => foldOf(sale));
  const foldFits: FitPayload[] = [];
  const unseen = new Float64Array(sales.length);
  for (let fold = 0; fold < FOLD_COUNT; fold++) {
    const included = folds.map((value) => (value === fold ? 0 : 1));
    const fit = fitHedonic(data, { ...leaving, iterations: FOLD_ITERATIONS, included });
    foldFits.push(fitPayload(fit, { yearOfPeriod }));
    for (let row = 0; row < sales.length; row++) if (folds[row] === fold) unseen[row] = fit.residuals[row]!;
  }

  const { variances } = full.scales;
  const predicted = logPrices.map((value, row) => value - unseen[row]!);
  const noiseSpread = Math.max(0.005, median(unseen.map(Math.abs)));
  const thinness = thinnessFactors(encoded, { vocabulary, variances, noiseSpread });
  const plain = unseen.map((value, row) => value / thinness[row]!);
  const spread = fitSpread(segments, { residuals: plain, predicted });
  const kinds = spreadsOf(spread, { table: segments, predicted });
  const factors = thinnessFactors(encoded, { vocabulary, variances, noiseSpread: noiseSpreadOf(spread) });
  const scores = unseen.map((value, row) => value / (kinds[row]! * factors[row]!));
  const saleCounts = otherSalesOfSegment(encoded);
  const lastPeriod = periodOf(sales.at(-1)!.endedOn, firstMonth);
  const lastWeeks = lastWeeksOf(sales, options);
  const forward = (from: IsoDate): number => {
    const included = Uint8Array.from(sales, ({ endedOn }) => (endedOn < from ? 1 : 0));
    const { residuals, levels } = fitHedonic(data, {
      ...leaving,
      iterations: FORWARD_ITERATIONS,
      included,
    });
    const { paths } = levels;
    const facts = {
      from,
      encoded,
      vocabulary,
      logPrices,
      residuals,
      paths,
      ...full.scales,
      firstMonth,
      spread,
      scores,
    };
    const factor = forwardFactor(sales, { ...facts, lastPeriod: periodOf(addDays(from, -1), firstMonth) });
    return Math.round(factor * 1_000) / 1_000;
  };
  const withoutTrims = (): number => {
    const included = withoutDrawnTrims(encoded, pilotRows);
    const { residuals } = fitHedonic(data, { ...leaving, iterations: FORWARD_ITERATIONS, included });
    const factor = unseenTrimFactor(encoded, {
      included,
      vocabulary,
      logPrices,
      residuals,
      variances,
      spread,
      scores,
    });
    return Math.round(factor * 1_000) / 1_000;
  };
  return valuationFromPayload({
    version: VALUATION_VERSION,
    market,
    asOf: options.asOf,
    saleCount: sales.length,
    dataHash: dataHashOf(sales),
    exclusions,
    firstMonth,
    lastPeriod,
    stepVariances: [...full.scales.stepVariances],
    typicalMileage: [...typicalMileage],
    rampMeans: Array.from(data.design.rampMeans, (value) => Math.round(value * 1e6) / 1e6),
    groups,
    variances: variances.map((value) => Number(value.toPrecision(4))),
    full: fitPayload(full, { yearOfPeriod }),
    folds: foldFits,
    spread,
    forwardFactor: lastWeeks === null ? 1 : forward(lastWeeks),
    unseenTrimFactor: withoutTrims(),
    calibration: calibrateIntervals(scores, { predicted, saleCounts }),
  });
}

function* agesAndMiles(sales: readonly Sale[]): Generator<ReturnType<typeof ageAndMiles>> {
  for (const sale of sales) yield ageAndMiles(sale, sale.endedOn);
}

/** How many other sales each sale's most specific segment has. */
function otherSalesOfSegment({ groups, segments, saleCount }: EncodedSales): Int32Array {
  const counts = new Int32Array(saleCount);
  segments.ids.forEach((ids, depth) => {
    for (let row = 0; row < saleCount; row++) {
      if (ids[row]! >= 0) counts[row] = groups[depth]!.counts[ids[row]!]! - 1;
    }
  });
  return counts;
}

/** The local spreads that the weights of a fit use, from its residuals so far; one spread for all before there are any. */
function localSpreads(table: SegmentTable, logPrices: Float64Array): (residuals: Float64Array | null) => Float64Array {
  return (residuals) => {
    if (residuals === null) return new Float64Array(logPrices.length).fill(FIRST_SPREAD);
    const predicted = logPrices.map((value, row) => value - residuals[row]!);
    const spreads = spreadsOf(fitSpread(table, { residuals, predicted }), { table, predicted });
    return spreads.map((spread) => Math.max(LEAST_SPREAD, spread));
  };
}

/** The fit in whole ten-thousandths; the drift becomes part of the market's path. */
function fitPayload(fit: HedonicFit, options: { readonly yearOfPeriod: (period: number) => number }): FitPayload {
  const rounded = (values: Float64Array): number[] => Array.from(values, (value) => Math.round(value * 10_000) + 0);
  const drift = fit.coefficients[DRIFT_COLUMN]!;
  const paths: Record<string, number[]> = {};
  for (const [segment, path] of fit.levels.paths) {
    const whole = rounded(
      segment === '' ? path.map((level, period) => level + drift * options.yearOfPeriod(period)) : path,
    );
    if (whole.some((value) => value !== 0)) paths[segment] = whole;
  }
  return { coefficients: rounded(fit.coefficients), paths };
}

/** A drawn part of about `PILOT_SALES` sales: 1 is drawn. */
function pilotSales(sales: readonly Sale[]): Uint8Array {
  return Uint8Array.from(sales, ({ id }) => (textHash(`pilot ${id}`) / 2 ** 32 < PILOT_SALES / sales.length ? 1 : 0));
}
