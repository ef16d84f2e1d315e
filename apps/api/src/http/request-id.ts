import type { MiddlewareHandler } from 'hono';
import type { ApiEnvironment } from './api-environment.ts';

/** Gives every answer an `X-Request-Id`: the caller's own where it is short and plain, else a new one. */
export function requestId(newId: () => string): MiddlewareHandler<ApiEnvironment> {
  return async (c, next) => {
    const given = c.req.header('x-request-id');
    const id = given !== undefined && /^[\w-]{1,100}$/.test(given) ? given : newId();
    c.set('requestId', id);
    await next();
    // After the handlers: a 304 and an error answer start from fresh headers.
    c.res.headers.set('X-Request-Id', id);
  };
}
