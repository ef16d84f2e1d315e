import type { MiddlewareHandler } from 'hono';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { ApiEnvironment } from './api-environment.ts';
import { ApiError } from './api-error.ts';

/** How many requests a client may send. */
export interface RateLimitOptions {
  /** Counts in a store of the host's choice, such as Redis. Default: in this process. */
  readonly limiter?: RateLimiterAbstract;
  /** Requests a minute and client where no limiter is given. Default: 1,200. */
  readonly requestsPerMinute?: number;
  /** Whom a request is counted for. Default: the address of the connection; hosts behind a proxy pass their own. */
  readonly clientKey?: (request: Request, bindings: unknown) => string;
}

const DEFAULT_REQUESTS_PER_MINUTE = 1200;

/** Refuses clients that ask too often with 429 and `Retry-After`. A store that fails lets requests pass. */
export function rateLimit(
  options: RateLimitOptions,
  report: (error: unknown, context: { readonly requestId: string; readonly path: string }) => void,
): MiddlewareHandler<ApiEnvironment> {
  const {
    requestsPerMinute = DEFAULT_REQUESTS_PER_MINUTE,
    limiter = new RateLimiterMemory({ points: requestsPerMinute, duration: 60, keyPrefix: 'pa-api' }),
    clientKey = connectionAddress,
  } = options;
  return async (c, next) => {
    try {
      await limiter.consume(clientKey(c.req.raw, c.env));
    } catch (rejection) {
      if (rejection instanceof RateLimiterRes) {
        const seconds = Math.max(1, Math.ceil(rejection.msBeforeNext / 1000));
        c.header('Retry-After', String(seconds));
        throw new ApiError(429, {
          code: 'TOO_MANY_REQUESTS',
          message: `Too many requests from this client: wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'} and ask again.`,
        });
      }
      report(rejection, { requestId: c.get('requestId'), path: c.req.path });
    }
    await next();
  };
}

/** The address that @hono/node-server leaves in the bindings; one key for all where a host leaves none. */
function connectionAddress(_request: Request, bindings: unknown): string {
  const incoming = (
    bindings as { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } } | undefined
  )?.incoming;
  return incoming?.socket?.remoteAddress ?? 'unknown';
}
