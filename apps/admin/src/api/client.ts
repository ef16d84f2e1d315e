import createClient from 'openapi-fetch';
import { toApiProblem } from './api-problem.ts';
import type { paths } from './schema.d.ts';

/** The HTTP API on the origin that serves this page. */
export const api = createClient<paths>({ baseUrl: '/' });

/** The body of a successful answer; anything else is thrown as an `ApiProblem`. */
export function bodyOf<Body>(answer: {
  readonly data?: Body;
  readonly error?: unknown;
  readonly response: Response;
}): Body {
  if (answer.data !== undefined) return answer.data;
  throw toApiProblem(answer.error, { status: answer.response.status });
}
