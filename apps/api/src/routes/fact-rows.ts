import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { factRows } from '@pa/engines';
import type { ApiContext } from '../api-context.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { errorResponses, jsonContent } from '../http/error-responses.ts';
import { notFound } from '../http/refusals.ts';
import { FactIdSchema, FactRowsSchema } from '../schemas/fact-rows.ts';

const SHOWN_ROWS = 50;

const getFactRows = createRoute({
  method: 'get',
  path: '/insights/{id}/facts/{factId}/rows',
  operationId: 'getFactRows',
  tags: ['insights'],
  summary: 'The rows behind one fact of a text',
  request: { params: FactIdSchema },
  responses: { 200: jsonContent(FactRowsSchema, 'The rows.'), ...errorResponses(400, 404) },
});

/** From a number in a text down to the sales that it was computed from. */
export function registerFactRows(app: OpenAPIHono<ApiEnvironment>, context: ApiContext): void {
  const { stores } = context.dependencies;
  app.openapi(getFactRows, async (c) => {
    const { id, factId } = c.req.valid('param');
    const insight = await stores.insights.byId(id);
    if (insight === null) throw notFound('insight', id);
    const fact = insight.facts.find((each) => each.id === factId);
    if (fact === undefined) throw notFound('fact', factId);
    const found = await factRows(fact, { stores, asOf: insight.analysisDate, limit: SHOWN_ROWS });
    c.header('Cache-Control', context.cacheControl('revalidate'));
    return c.json(
      {
        found: found?.found ?? 0,
        rows: (found?.rows ?? []).map((row) => ({
          id: row.id,
          title: row.title,
          day: row.endedOn ?? row.listedOn,
          price: row.price?.amount ?? null,
          currency: row.price?.currency ?? null,
          modelYear: row.modelYear,
          mileage: row.mileage,
          mileageUnit: row.mileageUnit,
          synthetic: row.synthetic,
        })),
      },
      200,
    );
  });
}
