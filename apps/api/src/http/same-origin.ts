import type { MiddlewareHandler } from 'hono';
import type { ApiEnvironment } from './api-environment.ts';
import { ApiError } from './api-error.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses changes that a page of another origin asks for, so that a visited page cannot act for the visitor. Programs
 * send no `Origin` and pass. Hosts are compared and not schemes: a proxy may end TLS before us.
 */
export function sameOrigin(allowedOrigins: readonly string[]): MiddlewareHandler<ApiEnvironment> {
  const allowed = new Set(allowedOrigins);
  return async (c, next) => {
    const origin = c.req.header('origin');
    if (!READS.has(c.req.method) && origin !== undefined && !allowed.has(origin)) {
      const host = c.req.header('host') ?? new URL(c.req.url).host;
      if (hostOf(origin) !== host.toLowerCase()) {
        throw new ApiError(403, {
          code: 'CROSS_ORIGIN',
          message: 'Changes from pages of another origin are refused: call from the same origin or have it allowed.',
        });
      }
    }
    await next();
  };
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host.toLowerCase() : null;
}
