import type { Fact } from '../market/insight.ts';
import type { PricePrediction } from '../market/price-prediction.ts';
import { countFact, nameFact, priceFact, shareFact, statementFact } from '../narrate/fact-sheet.ts';

/** Something outside the market that a caller knows, such as an interest rate. */
export interface ExternalFactor {
  /** As a person says it, such as `policy rate of the Fed`. */
  readonly name: string;
  /** A share for `%` (0.045 is 4.5 %), whole units for a currency, else a number of things. */
  readonly value: number;
  /** `%`, a currency code such as `USD`, or a singular noun such as `point`. */
  readonly unit: string;
  /** Where it is from. */
  readonly source: string;
}

/** What a prediction rests on and what may go wrong, as facts: `conditions.1`, `assumptions.1`, `risks.1` and so on. */
export function predictionContext(
  prediction: PricePrediction,
  options: { readonly conditions?: readonly ExternalFactor[] } = {},
): { readonly conditions: readonly Fact[]; readonly assumptions: readonly Fact[]; readonly risks: readonly Fact[] } {
  const n = prediction.saleCount;
  const say = (group: string, formula: string, statements: readonly string[]): readonly Fact[] =>
    statements.map((value, index) => statementFact(`${group}.${String(index + 1)}`, { value, n, formula }));
  return {
    conditions: (options.conditions ?? []).flatMap((factor, index) =>
      externalFacts(factor, `conditions.${String(index + 1)}`),
    ),
    assumptions: say('assumptions', 'what the method takes as given', [
      'the car stays as it is, ages until the target day and is driven on at the usual pace',
      'the index of the segment goes on as its own past and its wider group suggest',
      'the mix of cars sold is held fixed, so that dearer sales alone move nothing',
    ]),
    risks: say('risks', 'read from the record and the sample of the segment', [
      'a single car scatters more than the level of prices that the interval speaks of',
      ...(prediction.hasSkill
        ? []
        : ['the method has not beaten the assumption that prices stay where they are in this segment']),
      ...(n < THIN_SALES ? ['few sales speak for this segment, so that it borrows from its wider group'] : []),
      'a change of rates, rules or taste that the past does not know is not in the forecast',
    ]),
  };
}

/** Sales below which a segment borrows much. */
const THIN_SALES = 30;

function externalFacts(factor: ExternalFactor, id: string): readonly Fact[] {
  const evidence = { n: 1, formula: `given by the caller, from ${factor.source}`, with: [id] };
  const name = nameFact(id, { value: factor.name, formula: evidence.formula });
  const value =
    factor.unit === '%'
      ? shareFact(`${id}.value`, { value: factor.value, ...evidence })
      : /^[A-Z]{3}$/.test(factor.unit)
        ? priceFact(`${id}.value`, { value: factor.value, currency: factor.unit, ...evidence })
        : countFact(`${id}.value`, { value: factor.value, noun: factor.unit, ...evidence });
  return [name, value];
}
