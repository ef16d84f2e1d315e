import type { ErrorResponse } from '../schemas/error-response.ts';

/** Statuses that the API answers on purpose where it cannot give what was asked for. */
export type ErrorStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503;

/** A refusal with its place in HTTP. Test `code`. */
export class ApiError extends Error {
  readonly status: ErrorStatus;
  readonly code: string;
  /** Further members of the body's `error`. */
  readonly details: Omit<ErrorResponse['error'], 'code' | 'message' | 'requestId'>;

  constructor(
    status: ErrorStatus,
    error: { readonly code: string; readonly message: string } & Omit<
      ErrorResponse['error'],
      'code' | 'message' | 'requestId'
    >,
  ) {
    const { code, message, ...details } = error;
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.details = details;
  }
}
