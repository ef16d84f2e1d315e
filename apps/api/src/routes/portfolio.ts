import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { type Holding, viewPortfolio } from '@pa/engines';
import type { ApiContext } from '../api-context.ts';
import { agreedConsent } from '../content/agreed-consent.ts';
import { markGenerated } from '../content/mark-generated.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { errorResponses, jsonContent } from '../http/error-responses.ts';
import { noSales, refusal } from '../http/refusals.ts';
import { PortfolioRequestSchema, PortfolioSchema } from '../schemas/portfolio.ts';

const view = createRoute({
  method: 'post',
  path: '/portfolio',
  operationId: 'viewPortfolio',
  tags: ['insights'],
  summary: 'What a set of cars risks as a whole, for a reader who has agreed to the disclaimer',
  description:
    'Shrunken covariance of mix-adjusted indices, the weights of least variance within what sales allow, and months to sell. Statistics and no advice; nothing is kept.',
  request: { body: { required: true, content: { 'application/json': { schema: PortfolioRequestSchema } } } },
  responses: { 200: jsonContent(PortfolioSchema, 'The portfolio.'), ...errorResponses(400, 413, 415, 422) },
});

/** The portfolio view, which exists with a consent only. */
export function registerPortfolio(app: OpenAPIHono<ApiEnvironment>, context: ApiContext): void {
  const { stores } = context.dependencies;

  app.openapi(view, async (c) => {
    const { holdings, consent } = c.req.valid('json');
    const census = await context.censusOf(undefined);
    if (census === null) throw noSales(undefined);
    const asOf = await context.computationDay(undefined);
    const found = await viewPortfolio(
      {
        holdings: holdings.map((holding) => present(holding)),
        consent: agreedConsent(consent, asOf),
        market: census.market,
        asOf,
      },
      { stores, now: context.now },
    );
    if (found.status !== 'ok') throw refusal(found);
    const { status: _status, market, disclaimer, ...body } = found;
    markGenerated(c, { aiGenerated: false, synthetic: found.synthetic });
    c.header('Cache-Control', 'private, no-store');
    const { version, text } = disclaimer;
    return c.json({ ...body, currency: market.currency, disclaimer: { version, text } }, 200);
  });
}

/** Without the fields that are left open. */
function present(holding: object): Holding {
  return Object.fromEntries(Object.entries(holding).filter(([, value]) => value !== undefined)) as unknown as Holding;
}
