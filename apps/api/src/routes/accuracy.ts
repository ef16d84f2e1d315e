import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { MarketAnalysisEngine } from '@pa/engines';
import type { AccuracyRow } from '@pa/engines/forecasting';
import type { ApiContext } from '../api-context.ts';
import { disclaimer } from '../content/disclaimer.ts';
import { markGenerated } from '../content/mark-generated.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { errorResponses, jsonContent } from '../http/error-responses.ts';
import { AccuracyQuerySchema, AccuracySchema } from '../schemas/accuracy.ts';

const getAccuracy = createRoute({
  method: 'get',
  path: '/accuracy',
  operationId: 'getAccuracy',
  tags: ['predictions'],
  summary: 'How the predictions that came due did, misses included',
  request: { query: AccuracyQuerySchema },
  responses: { 200: jsonContent(AccuracySchema, 'Errors, coverage and track record.'), ...errorResponses(400) },
});

const TRACK_RECORD_SHOWN = 500;

/** The accuracy of the ledger of predictions. */
export function registerAccuracy(app: OpenAPIHono<ApiEnvironment>, context: ApiContext): void {
  const { stores } = context.dependencies;
  const engine = new MarketAnalysisEngine({ stores, now: context.now });

  app.openapi(getAccuracy, async (c) => {
    const { market, segment, horizon } = c.req.valid('query');
    const report = await engine.reportAccuracy({
      ...(market === undefined ? {} : { market }),
      ...(segment === undefined ? {} : { segment }),
      ...(horizon === undefined ? {} : { horizon }),
    });
    const { synthetic, skill } = report;
    c.header('Cache-Control', context.cacheControl('minute'));
    markGenerated(c, { aiGenerated: false, synthetic });
    return c.json(
      {
        ...report,
        overall: withNulls(report.overall),
        bySegment: report.bySegment.map(withNulls),
        byHorizon: report.byHorizon.map(withNulls),
        byPriceBand: report.byPriceBand.map(withNulls),
        byMonth: report.byMonth.map(withNulls),
        skill: { ...skill, meanDifference: orNull(skill.meanDifference), pValue: orNull(skill.pValue) },
        trackRecord: report.trackRecord.slice(0, TRACK_RECORD_SHOWN),
        disclaimer: disclaimer({ synthetic }),
      },
      200,
    );
  });
}

/** JSON knows no NaN: a figure without a prediction behind it is null. */
function withNulls(row: AccuracyRow) {
  return {
    ...row,
    medianError: orNull(row.medianError),
    naiveMedianError: orNull(row.naiveMedianError),
    within5: orNull(row.within5),
    within10: orNull(row.within10),
    within20: orNull(row.within20),
    bias: orNull(row.bias),
  };
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
