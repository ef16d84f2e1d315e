import { adminFolder } from './admin-folder.ts';
import { createStaticFiles } from './static-files.ts';

const API_PATHS = /^\/(api(\/|$)|v1\/|health$|openapi\.json$)/;

/** What answers a request; the second argument carries the connection, as @hono/node-server hands it over. */
export type FetchHandler = (request: Request, bindings?: unknown) => Response | Promise<Response>;

/** The API and the admin on one port: everything below `/api` is the API's, the rest is a file of the admin. */
export function createProductHandler(options: {
  readonly api: { readonly fetch: FetchHandler };
  /** Default: the built admin of this installation. */
  readonly folder?: string | null;
}): { readonly fetch: FetchHandler; readonly adminIsBuilt: boolean } {
  const { api, folder = adminFolder() } = options;
  const files = folder === null ? null : createStaticFiles(folder);
  return {
    adminIsBuilt: files !== null,
    fetch(request, bindings) {
      if (API_PATHS.test(new URL(request.url).pathname)) return api.fetch(request, bindings);
      if (files !== null) return files(request);
      return new Response('The admin is not built: run "pnpm build". The API answers below /api/analytics/llm.\n', {
        status: 404,
        headers: { 'Content-Type': 'text/plain; charset=utf-8' },
      });
    },
  };
}
