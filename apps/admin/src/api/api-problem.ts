/** A refusal of the API or a failed connection. `code` is stable; `message` is written for people. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: string;
  readonly status: number;

  constructor(problem: { readonly code: string; readonly status: number; readonly message: string }) {
    super(problem.message);
    this.code = problem.code;
    this.status = problem.status;
  }
}

/** Reads the body of a failed answer; a body that is not the API's own becomes a sentence with the status. */
export function toApiProblem(body: unknown, { status }: { readonly status: number }): ApiProblem {
  const error = isRecord(body) && isRecord(body.error) ? body.error : {};
  return new ApiProblem({
    code: typeof error.code === 'string' ? error.code : 'UNEXPECTED_ANSWER',
    status,
    message:
      typeof error.message === 'string' ? error.message : `The server answered with status ${status}. Try again later.`,
  });
}

/** True for failures that a second try may cure: lost connections, overload and faults of the server. */
export function isWorthRetrying(problem: unknown): boolean {
  if (!(problem instanceof ApiProblem)) return true;
  return problem.status === 429 || problem.status >= 500;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
