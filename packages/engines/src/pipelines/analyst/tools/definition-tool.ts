import { z } from 'zod';
import { nameFact, statementFact } from '../../../narrate/fact-sheet.ts';
import { slot } from '../../../narrate/slot.ts';
import { defineTool, type ToolResult } from '../analyst-tool.ts';

/** What the words of this product mean, without figures. */
export const GLOSSARY: Readonly<Record<string, string>> = {
  'mix-adjusted index':
    'a price index for cars of the same kind, age and mileage, so that it moves with prices and not with which cars happen to be sold',
  'median price': 'the price in the middle when all prices are put in order, with as many above it as below it',
  percentile: 'the value that the stated percent of all values lie below when they are put in order',
  quartile: 'one of the three values that cut all values, put in order, into four parts with as many values in each',
  'interquartile range': 'the third quartile less the first, so that it is as wide as the middle half of the values',
  'standard deviation': 'how far values usually lie from their mean, as the root of the mean squared distance',
  interval:
    'a range that should hold the true price in the stated share of cases; it is calibrated on sales that the fit had not seen',
  anomaly:
    'a listing whose price lies outside what the fitted market expects of such a car, measured in units of how far such prices usually spread',
  skill: 'that a forecast beat the assumption that prices stay where they are, on days that it had not seen',
  'comparable sale': 'a past sale that says much about a car, with an adjustment for every difference between the two',
  severity: 'how likely it is that a person would confirm an anomaly, from low to critical',
  'retained value': 'the share of the list price of an option that buyers of used cars still pay for',
  season: 'a difference between months that comes back every year, with the mix of cars taken out',
  correlation: 'how much the monthly changes of two indices go together, with a band for chance',
  forecast:
    'the index of a segment led on by several methods, with the typical car ageing on, as a distribution and not as a single figure',
  valuation: 'what a car should fetch today, from a model of all sales of the market, with intervals',
};

/** What a word of this product means. */
export const definitionTool = defineTool({
  name: 'definition',
  description: `What a term means: ${Object.keys(GLOSSARY).join(', ')}.`,
  parameters: z.strictObject({ term: z.string().trim().min(1).max(60) }),
  async run({ term }): Promise<ToolResult> {
    const meaning = GLOSSARY[term.toLowerCase()];
    if (meaning === undefined) {
      return {
        status: 'unknown',
        reason: `I don’t know what “${term}” means here. I can explain ${Object.keys(GLOSSARY).join(', ')}.`,
      };
    }
    const evidence = { n: 1, formula: 'from the glossary' };
    return {
      status: 'ok',
      facts: [
        nameFact('term', { value: `The ${term.toLowerCase()}`, ...evidence }),
        statementFact('meaning', { value: meaning, ...evidence }),
      ],
      headline: [term.toLowerCase()],
      template: `${slot('term', 'text')}: ${slot('meaning', 'clause')}.`,
      method: 'From the glossary of this product.',
      n: 1,
      period: null,
      filter: {},
      rows: [],
    };
  },
});
