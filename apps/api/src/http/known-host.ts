import type { MiddlewareHandler } from 'hono';
import type { ApiEnvironment } from './api-environment.ts';
import { ApiError } from './api-error.ts';

/**
 * Refuses requests for a host name that is not ours. A server on a loopback address is otherwise open to any web page
 * whose name is made to point at 127.0.0.1 (DNS rebinding): such a page is of the same origin as we are.
 */
export function knownHost(allowedHosts: readonly string[]): MiddlewareHandler<ApiEnvironment> {
  const allowed = new Set(allowedHosts.map((host) => host.toLowerCase()));
  return async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host;
    const name = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
    if (!allowed.has(name)) {
      throw new ApiError(403, {
        code: 'UNKNOWN_HOST',
        message:
          'This server does not answer under that host name: use the address it printed, or have the name allowed.',
      });
    }
    await next();
  };
}
