import type { MiddlewareHandler } from 'hono';
import type { Authorize } from '../ports/authorize.ts';
import type { ApiEnvironment } from './api-environment.ts';
import { ApiError } from './api-error.ts';

/** Asks the host before anything of the request is read. */
export function authorization(authorize: Authorize): MiddlewareHandler<ApiEnvironment> {
  return async (c, next) => {
    const access = c.req.method === 'GET' || c.req.method === 'HEAD' ? 'read' : 'write';
    const decision = await authorize({ request: c.req.raw, access, path: c.req.path });
    if (!decision.allowed) {
      if (decision.status === 401) c.header('WWW-Authenticate', 'Bearer');
      throw new ApiError(decision.status, {
        code: decision.status === 401 ? 'UNAUTHENTICATED' : 'FORBIDDEN',
        message: decision.message,
      });
    }
    if (decision.actor !== undefined) c.set('actor', decision.actor);
    await next();
  };
}
