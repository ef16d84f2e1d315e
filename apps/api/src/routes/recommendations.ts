import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { DEFAULT_INVESTMENT_COSTS, investmentDisclaimer } from '@pa/engines/insights';
import type { ApiContext } from '../api-context.ts';
import { agreedConsent } from '../content/agreed-consent.ts';
import { preferredDepth } from '../content/preferred-depth.ts';
import { markGenerated } from '../content/mark-generated.ts';
import { toInsightBody } from '../content/to-insight-body.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { errorResponses, jsonContent } from '../http/error-responses.ts';
import { noSales, refusal } from '../http/refusals.ts';
import { DisclaimerSchema, RecommendationRequestSchema, RecommendationSchema } from '../schemas/recommendation.ts';

const getDisclaimer = createRoute({
  method: 'get',
  path: '/recommendations/disclaimer',
  operationId: 'getInvestmentDisclaimer',
  tags: ['insights'],
  summary: 'The text to be read before a recommendation',
  responses: { 200: jsonContent(DisclaimerSchema, 'The disclaimer in force.') },
});

const recommend = createRoute({
  method: 'post',
  path: '/recommendations',
  operationId: 'recommend',
  tags: ['insights'],
  summary: 'Buy, hold, sell or no edge, for a reader who has agreed to the disclaimer',
  description:
    'A rule on the forecast distribution net of every cost, with the losing case, the record of all past calls and the disclaimer. It is not kept.',
  request: { body: { required: true, content: { 'application/json': { schema: RecommendationRequestSchema } } } },
  responses: { 200: jsonContent(RecommendationSchema, 'The recommendation.'), ...errorResponses(400, 413, 415, 422) },
});

/** Recommendations, which exist with a consent only. */
export function registerRecommendations(app: OpenAPIHono<ApiEnvironment>, context: ApiContext): void {
  const { insightWriter, stores } = context.dependencies;

  app.openapi(getDisclaimer, (c) => {
    const { version, text } = investmentDisclaimer();
    return c.json({ version, text }, 200);
  });

  app.openapi(recommend, async (c) => {
    const { consent: given, costs, horizon, depth, model, make, generation, trim } = c.req.valid('json');
    const census = await context.censusOf(undefined);
    if (census === null) throw noSales(undefined);
    const asOf = await context.computationDay(undefined);
    const consent = agreedConsent(given, asOf);
    const written = await insightWriter.generateRecommendation({
      model,
      horizon,
      market: census.market,
      asOf,
      consent,
      costs: { ...DEFAULT_INVESTMENT_COSTS, ...definedOf(costs ?? {}) },
      ...(make === undefined ? {} : { make }),
      ...(generation === undefined ? {} : { generation }),
      ...(trim === undefined ? {} : { trim }),
      depth: await preferredDepth(depth, { actor: context.actor(c), preferences: stores.preferences }),
    });
    if (written.status !== 'ok') throw refusal(written);
    const { view, insight } = written;
    markGenerated(c, insight);
    c.header('Cache-Control', 'private, no-store');
    return c.json(
      {
        call: view.call,
        buying: view.buying,
        keeping: view.keeping,
        breakEvenPrice: view.breakEvenPrice,
        trackRecord: view.trackRecord,
        disclaimer: { version: view.disclaimer.version, text: view.disclaimer.text },
        insight: toInsightBody(insight, [census]),
      },
      200,
    );
  });
}

type Defined<Given> = { readonly [Key in keyof Given]?: Exclude<Given[Key], undefined> };

/** Without the keys whose value is undefined. */
function definedOf<Given extends object>(given: Given): Defined<Given> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Defined<Given>;
}
