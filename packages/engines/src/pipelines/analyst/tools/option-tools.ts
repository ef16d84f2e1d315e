import { z } from 'zod';
import { vehicleName } from '../../../insights/segment-name.ts';
import { findOption } from '../../../options/catalogue/option-catalogue.ts';
import { countFact, nameFact, priceFact, shareFact } from '../../../narrate/fact-sheet.ts';
import { slot } from '../../../narrate/slot.ts';
import { defineTool, type ToolResult } from '../analyst-tool.ts';
import { segmentWords, vehicleParameters } from '../vehicle-parameters.ts';

const MOST_OPTIONS = 8;

/** What one option adds to the price of a car. */
export const optionValueTool = defineTool({
  name: 'option_value',
  description: 'What an option adds to the price of a used car, with its 90 % interval and the sales behind it.',
  parameters: z.strictObject({
    ...vehicleParameters,
    option: z.string().trim().min(1).max(60).describe('Code of the option, such as pccb.'),
  }),
  async run({ option, ...words }, context): Promise<ToolResult> {
    if (findOption(option) === null || findOption(option) === undefined) {
      return { status: 'unknown', reason: `I don’t know an option called “${option}”.` };
    }
    const answer = await context.options.analyzeOptionValue(option, {
      ...segmentWords(words),
      market: context.market,
      asOf: context.asOf,
    });
    if (answer.status !== 'ok') return answer;
    const { currency } = context.market;
    const n = answer.withCount + answer.withoutCount;
    const { amount, interval } = answer.value;
    const facts = [
      nameFact('option.name', { value: answer.name, n, formula: 'name of the option' }),
      nameFact('option.car', {
        value: vehicleName({ make: 'Porsche', generation: null, trim: null, ...segmentWords(words) }),
        n,
        formula: 'the cars that were asked for',
      }),
      priceFact('option.value', {
        value: amount,
        currency,
        n,
        formula: 'double machine learning estimate, drawn to what list prices say',
        role: 'valued',
      }),
      shareFact('option.level', {
        value: 0.9,
        n,
        formula: 'share of such intervals that should hold the truth',
        role: 'level',
      }),
      priceFact('option.lower', {
        value: interval.lower,
        currency,
        n,
        formula: 'lower bound',
        role: 'lower',
        with: ['option.level'],
      }),
      priceFact('option.upper', {
        value: interval.upper,
        currency,
        n,
        formula: 'upper bound',
        role: 'upper',
        with: ['option.level'],
      }),
      countFact('option.with', {
        value: answer.withCount,
        noun: 'sale with it',
        n,
        formula: 'sales that name the option',
      }),
      countFact('option.without', {
        value: answer.withoutCount,
        noun: 'sale without it',
        n,
        formula: 'sales that do not name it',
      }),
    ];
    return {
      status: 'ok',
      facts,
      headline: [amount, interval.lower, interval.upper],
      template: `On the ${slot('option.car', 'text')}, ${slot('option.name', 'text')} is worth ${slot('option.value', 'full')}, with a ${slot('option.level', 'whole')} interval from ${slot('option.lower', 'full')} to ${slot('option.upper', 'full')}, on ${slot('option.with', 'noun')} and ${slot('option.without', 'noun')}.`,
      method:
        'Well-kept cars have more options: the estimate takes out what age, mileage, condition and trim explain of both.',
      n,
      period: null,
      filter: segmentWords(words),
      rows: [],
    };
  },
});

/** Which options to order within a budget. */
export const bestOptionsTool = defineTool({
  name: 'best_options',
  description:
    'Which options to order for a car within a budget so that resale less cost is best, by its 20th percentile.',
  parameters: z.strictObject({ ...vehicleParameters, budget: z.number().positive().max(10_000_000).optional() }),
  async run({ budget, ...words }, context): Promise<ToolResult> {
    const answer = await context.options.chooseOptions(
      { ...segmentWords(words), market: context.market, asOf: context.asOf },
      budget === undefined ? {} : { budget },
    );
    if (answer.status !== 'ok') return answer;
    const { selection, ladder } = answer;
    if (selection.status !== 'ok') {
      return { status: 'not-enough-data', reason: selection.reason, found: 0, needed: 1 };
    }
    const { currency } = context.market;
    const n = ladder.values.length;
    const car = nameFact('choice.car', {
      value: vehicleName({ make: 'Porsche', generation: null, trim: null, ...segmentWords(words) }),
      n,
      formula: 'the cars that were asked for',
    });
    const names = selection.chosen.slice(0, MOST_OPTIONS).map((code, index) =>
      nameFact(`choice.${index + 1}`, {
        value: findOption(code)?.name ?? code,
        n,
        formula: 'an option of the best choice',
      }),
    );
    const cost = priceFact('choice.cost', { value: selection.cost, currency, n, formula: 'list prices of the choice' });
    const count = countFact('choice.count', {
      value: selection.chosen.length,
      noun: 'option',
      n,
      formula: 'options in the best choice',
    });
    const none = selection.chosen.length === 0;
    return {
      status: 'ok',
      facts: [car, count, cost, ...names],
      headline: selection.chosen,
      template: none
        ? `For the ${slot(car.id, 'text')} the choice is ${slot(count.id, 'noun')}.`
        : `For the ${slot(car.id, 'text')} the choice is ${slot(count.id, 'noun')} at ${slot(cost.id, 'full')}: ${names.map(({ id }) => slot(id, 'text')).join(', ')}.`,
      method:
        'Exact search for the choice whose resale less cost is best at its cautious end, with the rules of the catalogue.',
      n,
      period: null,
      filter: segmentWords(words),
      rows: [],
    };
  },
});
