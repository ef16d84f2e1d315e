import { z } from 'zod';
import { vehicleName } from '../../../insights/segment-name.ts';
import type { Fact } from '../../../market/insight.ts';
import { countFact, nameFact, priceFact, shareFact, statementFact, titleFact } from '../../../narrate/fact-sheet.ts';
import { slot } from '../../../narrate/slot.ts';
import type { CarValuation } from '../../value-car-request.ts';
import { findOption } from '../../../options/catalogue/option-catalogue.ts';
import { defineTool, type ToolContext, type ToolResult } from '../analyst-tool.ts';
import { segmentWords, vehicleParameters } from '../vehicle-parameters.ts';

const parameters = z.strictObject({
  ...vehicleParameters,
  modelYear: z.int().min(1886).max(2200),
  mileage: z.number().min(0).max(2_000_000).optional().describe('Miles.'),
  transmission: z.enum(['manual', 'automatic']).optional(),
  color: z.string().trim().max(40).optional(),
  optionCodes: z.array(z.string().trim().max(60)).max(30).default([]),
});

type Car = z.output<typeof parameters>;

/** What one car is worth today. */
export const valueTool = defineTool({
  name: 'value',
  description: 'Values one car by model, trim, model year and miles, with its 80 and 90 % intervals.',
  parameters,
  async run(car, context): Promise<ToolResult> {
    const answer = await valued(car, context);
    if (answer.status !== 'ok') return answer;
    const { facts, name, uncounted } = carFacts(answer);
    const n = answer.valuation.saleCount;
    const { currency } = answer.market;
    const amount = priceFact('value.amount', {
      value: answer.valuation.amount,
      currency,
      n,
      formula: 'value of the car by the fitted market',
      role: 'valued',
      with: ['car.name'],
    });
    const bounds = answer.valuation.intervals
      .filter(({ confidenceLevel }) => confidenceLevel >= 0.8)
      .map(({ confidenceLevel, lower, upper }) => {
        const id = `value.interval.${Math.round(confidenceLevel * 100)}`;
        const evidence = { n, with: [`${id}.level`] };
        return {
          facts: [
            shareFact(`${id}.level`, {
              value: confidenceLevel,
              n,
              formula: 'share of such intervals that should hold the truth',
              role: 'level',
            }),
            priceFact(`${id}.lower`, {
              value: lower,
              currency,
              ...evidence,
              formula: 'lower bound of the interval',
              role: 'lower',
            }),
            priceFact(`${id}.upper`, {
              value: upper,
              currency,
              ...evidence,
              formula: 'upper bound of the interval',
              role: 'upper',
            }),
          ],
          words: `${Math.round(confidenceLevel * 100) === 80 ? 'an' : 'a'} ${slot(`${id}.level`, 'whole')} interval from ${slot(`${id}.lower`, 'full')} to ${slot(`${id}.upper`, 'full')}`,
        };
      });
    return {
      status: 'ok',
      facts: [...facts, amount, ...bounds.flatMap((bound) => bound.facts)],
      headline: [answer.valuation.amount],
      template: `${name} is worth ${slot(amount.id, 'full')}, with ${bounds.map(({ words }) => words).join(' and ')}.${uncounted}`,
      method:
        'A hierarchical model of log prices over all sales of the market, with intervals calibrated on sales it had not seen.',
      n,
      period: null,
      filter: segmentWords(car),
      rows: rowsOf(answer),
    };
  },
});

/** The sales that say most about a car, each set to it. */
export const comparablesTool = defineTool({
  name: 'comparables',
  description: 'The most informative past sales for one car, with what each would be worth as that car.',
  parameters: parameters.extend({
    modelYear: parameters.shape.modelYear.optional().describe('Absent: the one with the most sales.'),
  }),
  async run({ modelYear: given, ...named }, context): Promise<ToolResult> {
    const modelYear = given ?? (await usualModelYear(named, context));
    if (modelYear === null) {
      return { status: 'not-enough-data', reason: 'no sale of this car says its model year', found: 0, needed: 1 };
    }
    const car = { ...named, modelYear };
    const answer = await valued(car, context);
    if (answer.status !== 'ok') return answer;
    if (answer.comparables.status !== 'ok') return answer.comparables;
    const { facts, name } = carFacts(answer);
    const { currency } = answer.market;
    const sales = answer.comparables.comparables.map(({ sale }, index) => {
      const id = `comparable.${index + 1}`;
      return {
        facts: [
          titleFact(`${id}.title`, { value: sale.title, formula: 'title of the listing as its seller wrote it' }),
          priceFact(`${id}.price`, { value: sale.price.amount, currency, n: 1, formula: 'price of the sale' }),
        ],
        words: `${slot(`${id}.title`, 'text')} at ${slot(`${id}.price`, 'full')}.`,
      };
    });
    const count = countFact('comparables.count', {
      value: sales.length,
      noun: 'comparable sale',
      n: sales.length,
      formula: 'sales that say most about the car',
    });
    return {
      status: 'ok',
      facts: [...facts, count, ...sales.flatMap((line) => line.facts)],
      headline: answer.comparables.comparables.map(({ sale }) => sale.id),
      template: `${name}: ${slot(count.id, 'noun')}.\n\n${sales.map(({ words }) => words).join('\n\n')}`,
      method:
        'The sales whose difference from the car is known most exactly, by the spread of prices between such cars.',
      n: sales.length,
      period: null,
      filter: segmentWords(car),
      rows: rowsOf(answer),
    };
  },
});

/** The model year with the most sales of a car, the later of two; `null` where no sale says it. */
async function usualModelYear(car: Omit<Car, 'modelYear'>, context: ToolContext): Promise<number | null> {
  const { market, asOf, stores } = context;
  const years = await stores.metrics.measure({
    rows: 'sales',
    market,
    asOf,
    filter: segmentWords(car),
    by: 'model-year',
  });
  const [first] = years
    .filter(({ group }) => group !== null)
    .toSorted((left, right) => right.count - left.count || Number(right.group) - Number(left.group));
  return first === undefined ? null : Number(first.group);
}

async function valued(
  car: Car,
  context: ToolContext,
): Promise<CarValuation | Exclude<ToolResult, { readonly status: 'ok' }>> {
  const { mileage, transmission, color, modelYear, optionCodes } = car;
  const answer = await context.valuer.valueCar({
    ...segmentWords(car),
    modelYear,
    optionCodes,
    market: context.market,
    asOf: context.asOf,
    ...(mileage === undefined ? {} : { mileage }),
    ...(transmission === undefined ? {} : { transmission }),
    ...(color === undefined ? {} : { color }),
  });
  return answer.status === 'unknown-vehicle' ? { status: 'unknown', reason: answer.reason } : answer;
}

/**
 * The car in words, with everything that was asked of it: whoever asks for ceramic brakes has to read whether the figure
 * is that of a car with them.
 */
function carFacts(answer: CarValuation): {
  readonly facts: readonly Fact[];
  readonly name: string;
  /** A sentence on what was asked for and changed nothing; empty where everything counts. */
  readonly uncounted: string;
} {
  const { car, assumed, uncounted, valuation } = answer;
  const n = valuation.saleCount;
  const name = nameFact('car.name', {
    value: [car.modelYear, vehicleName(car.vehicle)].filter((part) => part !== null).join(' '),
    n,
    formula: 'the car that was asked for',
  });
  const isCounted = (fact: string, given: string): boolean =>
    !uncounted.some((other) => other.fact === fact && other.given === given);
  const mileage =
    car.mileage === null
      ? []
      : [
          countFact('car.mileage', {
            value: Math.round(car.mileage),
            noun: car.mileageUnit === 'km' ? 'kilometer' : 'mile',
            n,
            formula: 'odometer reading that was given',
          }),
        ];
  const asked = [
    ...(car.vehicle.transmission === null || assumed.includes('transmission')
      ? []
      : [{ id: 'car.gearbox', value: `${car.vehicle.transmission} gearbox` }]),
    ...(car.color === null || !isCounted('color', car.color) ? [] : [{ id: 'car.color', value: `${car.color} paint` }]),
    ...car.optionCodes
      .filter((code) => isCounted('option', code))
      .map((code, index) => ({ id: `car.option.${index + 1}`, value: findOption(code)?.name ?? code })),
  ].map(({ id, value }) => nameFact(id, { value, n, formula: 'what the car was asked for with' }));
  const parts = [...mileage.map(({ id }) => slot(id, 'noun')), ...asked.map(({ id }) => slot(id, 'text'))];
  const left = uncounted.map(({ fact, given }, index) =>
    titleFact(`car.uncounted.${index + 1}`, {
      value: fact === 'option' ? (findOption(given)?.name ?? given) : given,
      formula: 'what was asked for and no sale has',
    }),
  );
  const why = statementFact('car.uncounted', {
    value: 'not counted, because too few sales have it',
    n,
    formula: 'the value is the same without it',
  });
  return {
    facts: [name, ...mileage, ...asked, ...(left.length === 0 ? [] : [why, ...left])],
    name: `${slot(name.id, 'text')}${parts.length === 0 ? '' : ` with ${listed(parts)}`}`,
    uncounted:
      left.length === 0 ? '' : ` ${slot(why.id, 'sentence')}: ${left.map(({ id }) => slot(id, 'text')).join(', ')}.`,
  };
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

function rowsOf({ comparables }: CarValuation) {
  return comparables.status === 'ok'
    ? comparables.comparables.map(({ sale }) => ({ id: sale.id, title: sale.title }))
    : [];
}
