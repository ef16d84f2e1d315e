import { InvalidInputError } from '../errors.ts';
import type { IsoDate } from '../market/calendar.ts';
import type { Listing } from '../market/listing.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import { notEnoughData } from '../market/not-enough-data.ts';
import type { CarDescription } from './car-description.ts';
import { describeCar } from './car-description.ts';
import { SEGMENT_DEPTH } from './effect-group.ts';
import { createVocabulary, FIRST_EFFECT_COLUMN } from './effect-vocabulary.ts';
import type { ValuationPayload } from './fit-payload.ts';
import { VALUATION_VERSION, valuationPayload } from './fit-payload.ts';
import type { HedonicModel } from './hedonic-model.ts';
import { explainCar, modelFromPayload } from './hedonic-model.ts';
import { bandsOf } from './interval-calibration.ts';
import { levelAgeFactor } from './level-age.ts';
import { predictionSpread } from './prediction-spread.ts';
import { foldOf } from './sale-fold.ts';
import type { CarFacts, FittedValuation, Valuation } from './valuation.ts';
import { distributionOf } from './value-distribution.ts';
import { RAMP_COUNT } from './value-curve.ts';

/** Sales of a make below which none of its cars is valued. */
export const MINIMUM_MAKE_SALES = 5;

/**
 * Makes a valuation from what `toPayload` gave, also after a way through JSON. A payload of another version or of a
 * broken form is an `InvalidInputError`: fit again.
 */
export function valuationFromPayload(payload: unknown): FittedValuation {
  const parsed = valuationPayload.safeParse(payload);
  if (!parsed.success) {
    throw new InvalidInputError(
      `The stored valuation cannot be read as version ${VALUATION_VERSION}: fit it again (${parsed.error.issues[0]?.message ?? 'unknown form'}).`,
    );
  }
  const stored = parsed.data;
  const columnCount = FIRST_EFFECT_COLUMN + stored.groups.reduce((count, { keys }) => count + keys.length, 0);
  const whole =
    stored.rampMeans.length === RAMP_COUNT &&
    [stored.full, ...stored.folds].every((fit) => fit.coefficients.length === columnCount);
  if (!whole) throw new InvalidInputError('The stored valuation is incomplete: fit it again.');
  return createFittedValuation(stored);
}

function createFittedValuation(stored: ValuationPayload): FittedValuation {
  const vocabulary = createVocabulary(stored.groups);
  const full = modelFromPayload(stored.full, stored);
  const folds = stored.folds.map((fit) => modelFromPayload(fit, stored));

  const isOfUnseenTrim = ({ segments }: CarDescription): boolean =>
    segments.length === SEGMENT_DEPTH && vocabulary.count(SEGMENT_DEPTH - 1, segments[SEGMENT_DEPTH - 1]!) === 0;

  const appraise = (
    car: CarFacts,
    options: {
      readonly model: HedonicModel;
      readonly valuedOn: IsoDate;
      readonly ownSales: number;
      readonly evenIfThin?: boolean;
    },
  ): Valuation | NotEnoughData => {
    const description = describeCar(car, {
      valuedOn: options.valuedOn,
      typicalMileage: stored.typicalMileage,
      // What the last day's lots added must not be taken for depreciation by the day after.
      isDayKnown: options.ownSales > 0 || options.valuedOn < stored.asOf,
    });
    const make = description.segments[0]!;
    const makeSales = vocabulary.count(0, make) - options.ownSales;
    if (makeSales < MINIMUM_MAKE_SALES && options.evenIfThin !== true) {
      return notEnoughData(`too few sales of ${car.vehicle.make === '' ? 'a car without a make' : car.vehicle.make}`, {
        found: Math.max(0, makeSales),
        needed: MINIMUM_MAKE_SALES,
      });
    }
    const { logPrice, base, contributions } = explainCar(options.model, description, {
      vocabulary,
      valuedOn: options.valuedOn,
    });
    let depth = Math.min(SEGMENT_DEPTH, description.segments.length) - 1;
    while (depth > 0 && vocabulary.count(depth, description.segments[depth]!) <= options.ownSales) depth--;
    const saleCount = Math.max(0, vocabulary.count(depth, description.segments[depth]!) - options.ownSales);
    const leafCount = depth === description.segments.length - 1 ? saleCount : 0;
    const known = predictionSpread(description, { ...stored, logPrice, vocabulary, ownSales: options.ownSales });
    const isAhead = options.ownSales === 0 && options.valuedOn >= stored.asOf;
    const logSpread =
      known *
      (isAhead ? stored.forwardFactor : 1) *
      (isOfUnseenTrim(description) ? stored.unseenTrimFactor : 1) *
      levelAgeFactor(stored, {
        spread: known,
        day: options.valuedOn,
        segments: description.segments,
        paths: options.model.paths,
      });
    const bands = bandsOf(stored.calibration, { logPrice, saleCount: leafCount });
    return {
      status: 'ok',
      market: stored.market,
      valuedOn: options.valuedOn,
      amount: Math.round(Math.exp(logPrice)),
      ...distributionOf(bands, { logPrice, logSpread }),
      logSpread,
      baseLogPrice: base,
      contributions,
      segment: description.segments[depth]!,
      saleCount,
    };
  };

  return {
    market: stored.market,
    asOf: stored.asOf,
    version: stored.version,
    saleCount: stored.saleCount,
    dataHash: stored.dataHash,
    exclusions: stored.exclusions,
    value: (car, options = {}) =>
      appraise(car, {
        model: full,
        valuedOn: options.valuedOn ?? stored.asOf,
        ownSales: 0,
        evenIfThin: options.evenIfThin ?? false,
      }),
    valueLeftOut: (sale: Listing) =>
      appraise(sale, {
        model: folds[foldOf(sale)] ?? full,
        valuedOn: sale.endedOn ?? stored.asOf,
        ownSales: 1,
      }),
    toPayload: () => stored,
  };
}
