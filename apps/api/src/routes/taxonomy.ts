import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { ApiContext } from '../api-context.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { errorResponses, jsonContent } from '../http/error-responses.ts';
import { TaxonomyQuerySchema, TaxonomySchema } from '../schemas/taxonomy.ts';

const getTaxonomy = createRoute({
  method: 'get',
  path: '/taxonomy',
  operationId: 'getTaxonomy',
  tags: ['valuations'],
  summary: 'What sold cars are called and come with',
  description: 'For pickers: makes, then the model lines of a make, then what the cars of a line come with.',
  request: { query: TaxonomyQuerySchema },
  responses: { 200: jsonContent(TaxonomySchema, 'Names with their sales.'), ...errorResponses(400) },
});

/** Names for the pickers of a valuation. */
export function registerTaxonomy(app: OpenAPIHono<ApiEnvironment>, context: ApiContext): void {
  app.openapi(getTaxonomy, async (c) => {
    const { make, model, market } = c.req.valid('query');
    const census = await context.censusOf(market);
    c.header('Cache-Control', context.cacheControl('minute'));
    const nothing = { market: null, makes: [], models: [], line: null };
    if (census === null) return c.json(nothing, 200);
    const choices = await context.carValuer.listChoices({ make, model, market: census.market });
    if (choices.status !== 'ok') return c.json(nothing, 200);
    const { makes, models, line } = choices;
    return c.json({ market: choices.market, makes, models, line }, 200);
  });
}
