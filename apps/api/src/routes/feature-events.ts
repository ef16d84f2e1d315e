import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { ApiContext } from '../api-context.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { errorResponses, jsonContent } from '../http/error-responses.ts';
import { FeatureEventInputSchema, FeatureEventReceiptSchema } from '../schemas/feature-event.ts';

const recordEvent = createRoute({
  method: 'post',
  path: '/events',
  operationId: 'recordEvent',
  tags: ['events'],
  summary: 'Note the use of a feature',
  description: 'Asking for a prediction, opening an insight and judging an anomaly are noted without this.',
  request: { body: { required: true, content: { 'application/json': { schema: FeatureEventInputSchema } } } },
  responses: { 202: jsonContent(FeatureEventReceiptSchema, 'Noted.'), ...errorResponses(400, 413, 415) },
});

/** Uses of features that only a front end sees. */
export function registerFeatureEvents(app: OpenAPIHono<ApiEnvironment>, context: ApiContext): void {
  app.openapi(recordEvent, async (c) => {
    const { name, properties } = c.req.valid('json');
    const id = context.newId();
    await context.dependencies.stores.events.append({ id, name, occurredAt: context.now(), properties });
    return c.json({ id }, 202);
  });
}
