import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { etag } from 'hono/etag';
import { secureHeaders } from 'hono/secure-headers';
import { createApiContext } from './api-context.ts';
import type { ApiDependencies } from './api-dependencies.ts';
import type { ApiEnvironment } from './http/api-environment.ts';
import { ApiError } from './http/api-error.ts';
import { authorization } from './http/authorization.ts';
import { errorAnswer } from './http/error-answer.ts';
import { knownHost } from './http/known-host.ts';
import { rateLimit } from './http/rate-limit.ts';
import { requestId } from './http/request-id.ts';
import { createRequestTimes, type RequestTimes } from './http/request-times.ts';
import { sameOrigin } from './http/same-origin.ts';
import { unmatched } from './http/unmatched.ts';
import { validationError } from './http/validation-error.ts';
import { openApiDocument } from './open-api-document.ts';
import { registerAccuracy } from './routes/accuracy.ts';
import { registerAnomalies } from './routes/anomalies.ts';
import { registerBudgets } from './routes/budgets.ts';
import { registerCache } from './routes/cache.ts';
import { chatCompletions, registerChat } from './routes/chat.ts';
import { registerCosts } from './routes/costs.ts';
import { registerModelChoices } from './routes/model-choice.ts';
import { registerExperiments } from './routes/experiments.ts';
import { registerFeatureEvents } from './routes/feature-events.ts';
import { registerHealth } from './routes/health.ts';
import { registerFactRows } from './routes/fact-rows.ts';
import { registerInsights } from './routes/insights.ts';
import { registerRecommendations } from './routes/recommendations.ts';
import { registerListings } from './routes/listings.ts';
import { registerMarketAnalysis } from './routes/market-analysis.ts';
import { registerMarketIndices } from './routes/market-indices.ts';
import { registerOverview } from './routes/overview.ts';
import { registerPortfolio } from './routes/portfolio.ts';
import { registerPredictions } from './routes/predictions.ts';
import { registerPreferences } from './routes/preferences.ts';
import { registerOptimisations } from './routes/optimisations.ts';
import { registerPrompts } from './routes/prompts.ts';
import { registerQuality } from './routes/quality.ts';
import { registerSegments } from './routes/segments.ts';
import { registerTaxonomy } from './routes/taxonomy.ts';
import { registerOptions } from './routes/options.ts';
import { registerUsage } from './routes/usage.ts';
import { registerValuations } from './routes/valuations.ts';

/** Where the analytics live, whatever the API is mounted in. */
export const API_BASE_PATH = '/api/analytics/llm';

/** The API as it is mounted: `api.fetch(request)` answers a `Request` with a `Response`. */
export type Api = OpenAPIHono<ApiEnvironment>;

const BODY_LIMIT_BYTES = 64 * 1024;
const LISTINGS_BODY_LIMIT_BYTES = 16 * 1024 * 1024;
const RETAINED_304_HEADERS = [
  'cache-control',
  'content-location',
  'date',
  'etag',
  'expires',
  'vary',
  'x-ai-generated',
  'x-synthetic-data',
];

/** Where the analyst answers clients of the OpenAI API. */
export const COMPLETIONS_PATH = '/v1/chat/completions';
const STREAMED_PATHS = [`${API_BASE_PATH}/chat`, COMPLETIONS_PATH];

/**
 * Makes the analytics API: a plain fetch handler that any server can mount. It wires nothing, fits nothing, and keeps
 * no state but caches.
 *
 * @example
 * const api = createApi(dependencies);
 * const response = await api.fetch(new Request('http://localhost/api/analytics/llm/overview'));
 */
export function createApi(dependencies: ApiDependencies): Api {
  const context = createApiContext(dependencies);
  const { allowedHosts, allowedOrigins = [], authorize, rateLimit: limits = {} } = dependencies;
  const app: Api = new OpenAPIHono<ApiEnvironment>();

  app.onError((error, c) => errorAnswer(error, { context: c, onError: context.reportError }));
  app.notFound(unmatched(app));
  app.use(requestId(context.newId));
  const times = createRequestTimes(context.now);
  app.use(times.middleware);
  app.use(
    secureHeaders({
      // An answer is data: should a browser ever show one as a page, nothing in it runs.
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      crossOriginResourcePolicy: allowedOrigins.length === 0 ? 'same-origin' : 'cross-origin',
      // Whether TLS is spoken is known to the host alone.
      strictTransportSecurity: false,
      xFrameOptions: 'DENY',
    }),
  );
  if (allowedOrigins.length > 0) {
    app.use(
      cors({
        origin: [...allowedOrigins],
        exposeHeaders: ['ETag', 'Retry-After', 'X-AI-Generated', 'X-Request-Id', 'X-Synthetic-Data'],
      }),
    );
  }
  if (allowedHosts !== undefined) app.use(knownHost(allowedHosts));
  const tagged = etag({ retainedHeaders: RETAINED_304_HEADERS });
  // A tag is made of the whole answer: a stream would be held back until its end.
  app.use((c, next) => (STREAMED_PATHS.includes(c.req.path) ? next() : tagged(c, next)));
  app.use(sameOrigin(allowedOrigins));
  const limited = limits === false ? null : rateLimit(limits, context.reportError);
  for (const path of [`${API_BASE_PATH}/*`, COMPLETIONS_PATH]) {
    if (limited !== null) app.use(path, limited);
    if (authorize !== undefined) app.use(path, authorization(authorize));
    app.use(path, (c, next) =>
      limitBody(
        c.req.path === `${API_BASE_PATH}/listings`
          ? (dependencies.listingsBodyLimitBytes ?? LISTINGS_BODY_LIMIT_BYTES)
          : BODY_LIMIT_BYTES,
      )(c, next),
    );
  }

  registerHealth(app, context);
  app.route(API_BASE_PATH, analyticsRoutes(context, times));
  app.post(COMPLETIONS_PATH, chatCompletions(context));
  // Written at the first request for it: most processes are never asked.
  let document: ReturnType<typeof openApiDocument> | undefined;
  for (const path of ['/openapi.json', `${API_BASE_PATH}/openapi.json`]) {
    app.get(path, (c) => {
      c.header('Cache-Control', context.cacheControl('minute'));
      document ??= openApiDocument(app);
      return c.json(document);
    });
  }
  return app;
}

function analyticsRoutes(context: ReturnType<typeof createApiContext>, times: RequestTimes): Api {
  const routes: Api = new OpenAPIHono<ApiEnvironment>({
    defaultHook: (result) => {
      if (!result.success) throw validationError(result.error.issues, result.target);
    },
  });
  registerOverview(routes, context);
  registerSegments(routes, context);
  registerMarketIndices(routes, context);
  registerMarketAnalysis(routes, context);
  registerPredictions(routes, context);
  registerAccuracy(routes, context);
  registerValuations(routes, context);
  registerOptions(routes, context);
  registerChat(routes, context);
  registerTaxonomy(routes, context);
  registerInsights(routes, context);
  registerFactRows(routes, context);
  registerRecommendations(routes, context);
  registerPortfolio(routes, context);
  registerAnomalies(routes, context);
  registerQuality(routes, context);
  registerListings(routes, context);
  registerFeatureEvents(routes, context);
  registerPreferences(routes, context);
  registerCosts(routes, context);
  registerModelChoices(routes, context);
  registerBudgets(routes, context);
  registerCache(routes, context);
  registerPrompts(routes, context);
  registerOptimisations(routes, context);
  registerExperiments(routes, context);
  registerUsage(routes, context, times);
  return routes;
}

function limitBody(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new ApiError(413, {
        code: 'BODY_TOO_LARGE',
        message: `The body is larger than ${maxSize} bytes: send it in smaller parts.`,
      });
    },
  });
}
