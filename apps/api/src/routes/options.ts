import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { optionCodeOf, OptionsValueEngine } from '@pa/engines';
import type { ApiContext } from '../api-context.ts';
import { toOptionValueBody } from '../content/to-option-value-body.ts';
import { disclaimer } from '../content/disclaimer.ts';
import { markGenerated } from '../content/mark-generated.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { errorResponses, jsonContent } from '../http/error-responses.ts';
import { refusal } from '../http/refusals.ts';
import {
  OptionChoiceRequestSchema,
  OptionChoiceSchema,
  OptionValueQuerySchema,
  OptionValuesSchema,
} from '../schemas/option-value.ts';

const valueOptions = createRoute({
  method: 'get',
  path: '/options/value',
  operationId: 'valueOptions',
  tags: ['options'],
  summary: 'What options add to the price of a used car',
  request: { query: OptionValueQuerySchema },
  responses: {
    200: jsonContent(OptionValuesSchema, 'Each option with its interval, and those on too few cars.'),
    ...errorResponses(400, 422),
  },
});

const optimizeOptions = createRoute({
  method: 'post',
  path: '/options/optimize',
  operationId: 'optimizeOptions',
  tags: ['options'],
  summary: 'Which options to order so that most comes back at resale',
  description: 'Exactly the choice that maximises the 20th percentile of resale less cost, within budget and rules.',
  request: { body: { required: true, content: { 'application/json': { schema: OptionChoiceRequestSchema } } } },
  responses: {
    200: jsonContent(OptionChoiceSchema, 'The choice, and why each option is in or out.'),
    ...errorResponses(400, 413, 415, 422),
  },
});

/** Values of options and the choice among them. */
export function registerOptions(app: OpenAPIHono<ApiEnvironment>, context: ApiContext): void {
  const { stores, optionComputer } = context.dependencies;
  const computer = optionComputer === undefined ? {} : { optionComputer };
  const engine = new OptionsValueEngine({ stores, now: context.now, ...computer });

  app.openapi(valueOptions, async (c) => {
    const { option: named, asOf: askedDay, ...scope } = c.req.valid('query');
    const asOf = await context.computationDay(askedDay);
    const ladder = await engine.analyzeOptionLadder({ ...scope, asOf });
    if (ladder.status !== 'ok') throw refusal(ladder);
    // Colors have codes that are none of the catalogue.
    const isOfLadder = [...ladder.values, ...ladder.colors].some(({ code }) => code === named);
    const option = named === undefined || isOfLadder ? named : (optionCodeOf(named) ?? named);
    const isAsked = ({ code }: { readonly code: string }) => option === undefined || code === option;
    const values = ladder.values.filter(isAsked);
    const colors = ladder.colors.filter(isAsked);
    const tooFew = ladder.tooFew.filter(isAsked);
    if (option !== undefined && values.length + colors.length === 0) {
      const few = tooFew[0];
      const reason = few?.reason ?? `no sale of the scope names the option ${option}`;
      throw refusal({ status: 'not-enough-data', reason, found: few?.found ?? 0, needed: few?.needed ?? 1 });
    }
    c.header('Cache-Control', context.cacheControl('revalidate'));
    markGenerated(c, { aiGenerated: false, synthetic: ladder.synthetic });
    const { market, synthetic, saleCount, typicalPrice } = ladder;
    return c.json(
      {
        asOf,
        market,
        synthetic,
        saleCount,
        typicalPrice,
        values: values.map(toOptionValueBody),
        colors: colors.map(toOptionValueBody),
        tooFew: [...tooFew],
        disclaimer: disclaimer({ aiGenerated: false, synthetic }),
      },
      200,
    );
  });

  app.openapi(optimizeOptions, async (c) => {
    const { budget, basePrice, mustHave, neverChoose, asOf: askedDay, ...scope } = c.req.valid('json');
    const asOf = await context.computationDay(askedDay);
    const settings = { budget, basePrice, mustHave, neverChoose };
    const answer = await engine.chooseOptions({ ...scope, asOf }, settings);
    if (answer.status !== 'ok') throw refusal(answer);
    const { selection, ladder } = answer;
    if (selection.status !== 'ok') {
      throw refusal({ status: 'not-enough-data', reason: selection.reason, found: 0, needed: 1 });
    }
    markGenerated(c, { aiGenerated: false, synthetic: ladder.synthetic });
    const { chosen, cost, gain, options } = selection;
    return c.json(
      {
        asOf,
        market: ladder.market,
        synthetic: ladder.synthetic,
        basePrice: answer.basePrice,
        chosen: [...chosen],
        cost,
        gain,
        options: [...options],
        disclaimer: disclaimer({ aiGenerated: false, synthetic: ladder.synthetic }),
      },
      200,
    );
  });
}
