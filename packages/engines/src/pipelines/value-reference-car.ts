import type { IsoDate } from '../market/calendar.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import type { ReferenceCar } from '../market/price-prediction.ts';
import { MARKET_LEVEL } from '../valuation/hedonic-model.ts';
import type { FittedValuation } from '../valuation/valuation.ts';
import { referenceCarFacts, type SegmentNames } from './reference-car.ts';

/** A reference car's value on a day. */
export interface ReferenceCarValue {
  readonly status: 'ok';
  /** Whole currency units. */
  readonly amount: number;
  /** The level of the market in it, log scale. */
  readonly marketLevel: number;
}

/**
 * The value of a segment's reference car on a day, in currency units: that of the car, or the mean of the cars of its mix
 * on the log scale at their shares. The mix is that of the day of the prediction, so that sales of another mix later move
 * nothing.
 */
export function valueReferenceCar(
  reference: ReferenceCar,
  options: {
    readonly valuation: FittedValuation;
    /** Names of the segment. */
    readonly names: SegmentNames;
    /** The day on which the reference car was chosen. */
    readonly asOf: IsoDate;
    readonly valuedOn: IsoDate;
  },
): ReferenceCarValue | NotEnoughData {
  const { valuation, names, asOf, valuedOn } = options;
  const cars = reference.mix ?? [{ ...names, ...reference, share: 1 }];
  let sum = 0;
  let level = 0;
  let total = 0;
  for (const { model, generation, trim, modelYear, mileage, share } of cars) {
    const facts = referenceCarFacts(
      { modelYear, mileage },
      { names: { make: names.make, model, generation, trim }, asOf, valuedOn },
    );
    const value = valuation.value(facts, { valuedOn });
    if (value.status !== 'ok') return value;
    sum += share * Math.log(value.amount);
    level += share * (value.contributions.find(({ name }) => name === MARKET_LEVEL)?.logEffect ?? 0);
    total += share;
  }
  return { status: 'ok', amount: Math.round(Math.exp(sum / total)), marketLevel: level / total };
}
