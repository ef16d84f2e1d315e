import type { CarValuation } from '@pa/engines';
import type { ValuationBody } from '../schemas/valuation.ts';
import { disclaimer } from './disclaimer.ts';

/** A valuation as it leaves the API: of each comparable what a reader compares, without the rest of its row. */
export function toValuationBody(answer: CarValuation): ValuationBody {
  const { valuation, explanation, comparables, outlook, car } = answer;
  return {
    status: 'ok',
    market: answer.market,
    asOf: answer.asOf,
    car: {
      vehicle: car.vehicle,
      modelYear: car.modelYear,
      mileage: car.mileage,
      mileageUnit: car.mileageUnit,
      color: car.color,
      condition: car.condition,
      region: car.region,
      sellerType: car.sellerType,
      optionCodes: car.optionCodes,
    },
    assumed: answer.assumed,
    uncounted: answer.uncounted,
    amount: valuation.amount,
    intervals: valuation.intervals,
    quantiles: [],
    segment: valuation.segment,
    saleCount: valuation.saleCount,
    marketSaleCount: answer.marketSaleCount,
    modelVersion: answer.modelVersion,
    explanation: { baseAmount: explanation.baseAmount, parts: explanation.parts },
    comparables: comparables.status === 'ok' ? toComparablesBody(comparables) : null,
    comparablesRefusal: comparables.status === 'ok' ? null : `Not enough data: ${comparables.reason}.`,
    changes: answer.changes,
    mileageCurve: answer.mileageCurve,
    outlook: outlook?.status === 'ok' ? outlook : null,
    outlookRefusal: outlook === null || outlook.status === 'ok' ? null : `Not enough data: ${outlook.reason}.`,
    disclaimer: disclaimer({ synthetic: answer.synthetic }),
    synthetic: answer.synthetic,
  };
}

/** Comparables as they leave the API. */
export function toComparablesBody({
  comparables,
  consensusAmount,
  searchedCount,
}: Extract<CarValuation['comparables'], { readonly status: 'ok' }>): ValuationBody['comparables'] {
  return {
    consensusAmount,
    searchedCount,
    comparables: comparables.map(({ sale, adjustments, adjustedAmount, weight }) => ({
      id: sale.id,
      title: sale.title,
      soldOn: sale.endedOn,
      price: sale.price.amount,
      modelYear: sale.modelYear,
      mileage: sale.mileage,
      mileageUnit: sale.mileageUnit,
      vehicle: sale.vehicle,
      color: sale.color,
      optionCodes: sale.optionCodes,
      adjustments,
      adjustedAmount,
      weight,
      synthetic: sale.synthetic,
    })),
  };
}
