import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { readListingText, readSeverityRecord, textOfListing } from '@pa/engines';
import type { ApiContext } from '../api-context.ts';
import { disclaimer } from '../content/disclaimer.ts';
import { toEvidenceBody } from '../content/to-evidence-body.ts';
import { markGenerated } from '../content/mark-generated.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { errorResponses, jsonContent } from '../http/error-responses.ts';
import { notFound, refusal } from '../http/refusals.ts';
import {
  AnomalyDetailSchema,
  AnomalyListSchema,
  AnomalyQuerySchema,
  AnomalySchema,
  ResolveAnomalySchema,
  SeverityRecordSchema,
} from '../schemas/anomaly.ts';
import { AnomalyEvidenceSchema } from '../schemas/anomaly-evidence.ts';
import { RecordIdSchema } from '../schemas/record-id.ts';

const listAnomalies = createRoute({
  method: 'get',
  path: '/anomalies',
  operationId: 'listAnomalies',
  tags: ['anomalies'],
  summary: 'List listings that stand out',
  request: { query: AnomalyQuerySchema },
  responses: { 200: jsonContent(AnomalyListSchema, 'Highest score first.'), ...errorResponses(400) },
});

const getSeverityRecord = createRoute({
  method: 'get',
  path: '/anomalies/verdicts',
  operationId: 'getSeverityRecord',
  tags: ['anomalies'],
  summary: 'What severities are worth, by the verdicts on them',
  responses: { 200: jsonContent(SeverityRecordSchema, 'The gravest severity first.') },
});

const getAnomaly = createRoute({
  method: 'get',
  path: '/anomalies/{id}',
  operationId: 'getAnomaly',
  tags: ['anomalies'],
  summary: 'One anomaly with its listing',
  request: { params: RecordIdSchema },
  responses: { 200: jsonContent(AnomalyDetailSchema, 'The anomaly.'), ...errorResponses(400, 404) },
});

const getAnomalyEvidence = createRoute({
  method: 'get',
  path: '/anomalies/{id}/evidence',
  operationId: 'getAnomalyEvidence',
  tags: ['anomalies'],
  summary: 'Why one anomaly is one',
  description: 'Comparables, contributions, and what would clear it, by the newest fit.',
  request: { params: RecordIdSchema },
  responses: {
    200: jsonContent(AnomalyEvidenceSchema, 'The evidence.'),
    ...errorResponses(400, 404, 422),
  },
});

const resolveAnomaly = createRoute({
  method: 'post',
  path: '/anomalies/resolve',
  operationId: 'resolveAnomaly',
  tags: ['anomalies'],
  summary: 'Give a verdict on an anomaly',
  description: 'The last verdict counts; a later run never undoes it.',
  request: { body: { required: true, content: { 'application/json': { schema: ResolveAnomalySchema } } } },
  responses: {
    200: jsonContent(AnomalySchema, 'The anomaly with the verdict.'),
    ...errorResponses(400, 404, 413, 415),
  },
});

/** Anomalies: listed, opened, and judged. */
export function registerAnomalies(app: OpenAPIHono<ApiEnvironment>, context: ApiContext): void {
  const { stores } = context.dependencies;

  app.openapi(listAnomalies, async (c) => {
    const { limit = 50, offset = 0, severity, status, type } = c.req.valid('query');
    const page = await stores.anomalies.list({
      limit,
      offset,
      ...(severity === undefined ? {} : { severity }),
      ...(status === undefined ? {} : { status }),
      ...(type === undefined ? {} : { type }),
    });
    c.header('Cache-Control', context.cacheControl('revalidate'));
    const marks = { aiGenerated: false, synthetic: page.anomalies.some((anomaly) => anomaly.synthetic) };
    markGenerated(c, marks);
    return c.json({ anomalies: page.anomalies, total: page.total, limit, offset, disclaimer: disclaimer(marks) }, 200);
  });

  app.openapi(getSeverityRecord, async (c) => {
    c.header('Cache-Control', context.cacheControl('revalidate'));
    markGenerated(c, { aiGenerated: false, synthetic: context.dependencies.dataset.synthetic });
    return c.json({ severities: [...(await readSeverityRecord(stores.anomalies))] }, 200);
  });

  app.openapi(getAnomaly, async (c) => {
    const { id } = c.req.valid('param');
    const anomaly = await stores.anomalies.byId(id);
    if (anomaly === null) throw notFound('anomaly', id);
    c.header('Cache-Control', context.cacheControl('revalidate'));
    markGenerated(c, { aiGenerated: false, synthetic: anomaly.synthetic });
    const listing = await stores.listings.byId(anomaly.listingId);
    const statements = listing === null ? [] : readListingText(textOfListing(listing)).statements;
    const said = statements.map(({ trait, value, evidence, readBy }) => ({ trait, value, evidence, readBy }));
    return c.json({ anomaly, listing, statements: said, disclaimer: disclaimer(anomaly) }, 200);
  });

  app.openapi(getAnomalyEvidence, async (c) => {
    const { id } = c.req.valid('param');
    const anomaly = await stores.anomalies.byId(id);
    if (anomaly === null) throw notFound('anomaly', id);
    const evidence = await context.anomalyExplainer.explain(anomaly);
    if (evidence.status !== 'ok') throw refusal(evidence);
    c.header('Cache-Control', context.cacheControl('revalidate'));
    markGenerated(c, { aiGenerated: false, synthetic: anomaly.synthetic });
    return c.json(toEvidenceBody(evidence, anomaly), 200);
  });

  app.openapi(resolveAnomaly, async (c) => {
    const { id, status, note } = c.req.valid('json');
    const resolved = await stores.anomalies.resolve({
      id,
      status,
      note: note === undefined || note === '' ? null : note,
      resolvedOn: context.today(),
    });
    if (resolved === null) throw notFound('anomaly', id);
    const origin = { requestId: c.get('requestId'), path: c.req.path };
    await context.recordUse('anomaly_resolved', { anomalyId: id, status }, origin);
    return c.json(resolved, 200);
  });
}
