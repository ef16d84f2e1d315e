import type { Context, Hono } from 'hono';
import type { ApiEnvironment } from './api-environment.ts';
import { ApiError } from './api-error.ts';

/** What happens to a request that no route takes: 405 with `Allow` where another method would do, else 404. */
export function unmatched(app: Hono<ApiEnvironment>): (c: Context<ApiEnvironment>) => Response {
  let patterns: readonly { readonly method: string; readonly pattern: RegExp }[] | undefined;
  return (c) => {
    patterns ??= app.routes
      .filter((route) => route.method !== 'ALL')
      .map((route) => ({ method: route.method, pattern: new RegExp(`^${route.path.replace(/:[^/]+/g, '[^/]+')}$`) }));
    const methods = new Set(patterns.filter(({ pattern }) => pattern.test(c.req.path)).map(({ method }) => method));
    if (methods.size === 0) {
      throw new ApiError(404, {
        code: 'NOT_FOUND',
        message: 'Nothing is served at this path: see /openapi.json for what is.',
      });
    }
    if (methods.has('GET')) methods.add('HEAD');
    c.header('Allow', [...methods, 'OPTIONS'].sort().join(', '));
    if (c.req.method === 'OPTIONS') return c.body(null, 204);
    throw new ApiError(405, {
      code: 'METHOD_NOT_ALLOWED',
      message: `${c.req.method} is not served at this path: use ${[...methods].sort().join(' or ')}.`,
    });
  };
}
