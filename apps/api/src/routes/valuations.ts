import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { marketKey } from '@pa/engines';
import type { ApiContext } from '../api-context.ts';
import { markGenerated } from '../content/mark-generated.ts';
import { toValuationBody } from '../content/to-valuation-body.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { errorResponses, jsonContent } from '../http/error-responses.ts';
import { noSales, refusal } from '../http/refusals.ts';
import { ValuationAnswerSchema, ValuationRequestSchema } from '../schemas/valuation.ts';

const valueCar = createRoute({
  method: 'post',
  path: '/valuations',
  operationId: 'valueCar',
  tags: ['valuations'],
  summary: 'What one car is worth, why, and compared with what',
  description:
    'Reads the fit of the last daily run and never fits one. Equal requests have equal answers while that fit stands. Price and adjustments of every comparable sum to the value, and so do base and contributions.',
  request: { body: { required: true, content: { 'application/json': { schema: ValuationRequestSchema } } } },
  responses: {
    200: jsonContent(ValuationAnswerSchema, 'Value, intervals, comparables and contributions.'),
    ...errorResponses(400, 413, 415, 422),
  },
});

/** Values of single cars. */
export function registerValuations(app: OpenAPIHono<ApiEnvironment>, context: ApiContext): void {
  app.openapi(valueCar, async (c) => {
    const { asOf: askedDay, market, ...car } = c.req.valid('json');
    const asOf = await context.computationDay(askedDay);
    const census = await context.censusOf(market);
    if (census === null) throw noSales(market);
    const answer = await context.carValuer.valueCar({ ...car, market: census.market, asOf });
    if (answer.status !== 'ok') throw refusal(answer);
    await context.recordUse(
      'valuation_requested',
      { segment: answer.valuation.segment, market: marketKey(answer.market) },
      { requestId: c.get('requestId'), path: c.req.path },
    );
    c.header('Cache-Control', context.cacheControl('revalidate'));
    markGenerated(c, { aiGenerated: false, synthetic: answer.synthetic });
    return c.json(toValuationBody(answer), 200);
  });
}
