import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { ApiContext } from '../api-context.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { jsonContent } from '../http/error-responses.ts';
import { HealthSchema } from '../schemas/health.ts';

const getHealth = createRoute({
  method: 'get',
  path: '/health',
  operationId: 'getHealth',
  tags: ['operation'],
  summary: 'Whether the process can do its work',
  responses: {
    200: jsonContent(HealthSchema, 'It can.'),
    503: jsonContent(HealthSchema, 'A store does not answer.'),
  },
});

/** For load balancers and start scripts: asks the store one small question. */
export function registerHealth(app: OpenAPIHono<ApiEnvironment>, context: ApiContext): void {
  app.openapi(getHealth, async (c) => {
    c.header('Cache-Control', 'no-store');
    try {
      return c.json({ status: 'ok' as const, lastRunOn: await context.lastRunOn() }, 200);
    } catch (error) {
      context.reportError(error, { requestId: c.get('requestId'), path: c.req.path });
      return c.json({ status: 'degraded' as const, lastRunOn: null }, 503);
    }
  });
}
