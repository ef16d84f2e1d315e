import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { ApiEnvironment } from './api-environment.ts';

/** How long the answers of one route took to begin, the newest of them. */
export interface RouteTimes {
  /** Method and pattern of the path, such as `GET /api/analytics/llm/insights/:id`. */
  readonly route: string;
  /** All answers, also those whose times are not kept any more. */
  readonly count: number;
  /** Answers of status 500 and above. */
  readonly failedCount: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly slowestMs: number;
}

/** Times of the answers of this process. */
export interface RequestTimes {
  /** Epoch milliseconds from which on they are counted. */
  readonly since: number;
  readonly middleware: MiddlewareHandler<ApiEnvironment>;
  /** Slowest first, by the 95th percentile. */
  routes(): readonly RouteTimes[];
}

/** Times kept of a route: enough for a percentile, and little to keep. */
const KEPT = 1_000;
/** What nobody has wired has no name of its own, so that made-up paths fill nothing. */
const UNMATCHED = 'nothing served here';

interface Kept {
  count: number;
  failedCount: number;
  /** A ring: the newest takes the place of the oldest. */
  readonly times: number[];
}

/** Notes how long each answer takes to begin. A stream has begun with its headers. */
export function createRequestTimes(now: () => number): RequestTimes {
  const routes = new Map<string, Kept>();
  return {
    since: now(),
    async middleware(c, next) {
      const startedAt = now();
      await next();
      const pattern = routePath(c, -1);
      const name = c.res.status === 404 && pattern.endsWith('*') ? UNMATCHED : `${c.req.method} ${pattern}`;
      const kept = routes.get(name) ?? { count: 0, failedCount: 0, times: [] };
      routes.set(name, kept);
      kept.times[kept.count % KEPT] = Math.max(0, now() - startedAt);
      kept.count += 1;
      if (c.res.status >= 500) kept.failedCount += 1;
    },
    routes: () =>
      [...routes]
        .map(([route, { count, failedCount, times }]) => ({ route, count, failedCount, ...spreadOf(times) }))
        .toSorted((left, right) => right.p95Ms - left.p95Ms || (left.route < right.route ? -1 : 1)),
  };
}

/** Median, 95th percentile and maximum of some times, by the nearest rank; at least one is needed. */
export function spreadOf(times: readonly number[]): {
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly slowestMs: number;
} {
  const sorted = times.toSorted((left, right) => left - right);
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { medianMs: at(0.5), p95Ms: at(0.95), slowestMs: at(1) };
}
