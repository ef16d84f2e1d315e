import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ErrorResponse } from '../schemas/error-response.ts';
import type { ApiEnvironment } from './api-environment.ts';
import { ApiError, type ErrorStatus } from './api-error.ts';

const STATUS_OF_CODE: Readonly<Record<string, ErrorStatus>> = {
  UNKNOWN_PREDICTION: 404,
  EARLY_SETTLEMENT: 409,
  MIXED_MARKET: 422,
  INVALID_INPUT: 422,
  'invalid-budget': 422,
  'invalid-key': 422,
  'missing-reason': 422,
  'unknown-prompt': 404,
  'unknown-experiment': 404,
  'deploy-conflict': 409,
  'not-tested': 409,
  'experiment-conflict': 409,
  'unfit-parameters': 422,
  'invalid-input': 422,
  'not-configured': 503,
  'invalidation-incomplete': 503,
};

const EXPECTED_BY_STATUS: Readonly<Record<number, { readonly code: string; readonly message: string }>> = {
  400: { code: 'BAD_JSON', message: 'The body is not valid JSON: send one JSON document in UTF-8.' },
  415: {
    code: 'UNSUPPORTED_MEDIA_TYPE',
    message: 'The body has a content type that is not read here: send application/json.',
  },
};

/** Answers an error as JSON; what nobody expected is reported and answered without any of its content. */
export function errorAnswer(
  error: unknown,
  options: {
    readonly context: Context<ApiEnvironment>;
    readonly onError: (error: unknown, context: { readonly requestId: string; readonly path: string }) => void;
  },
): Response {
  const { context, onError } = options;
  const requestId = context.get('requestId') ?? '';
  const { status, ...body } = expectedError(error) ?? {
    status: 500 as const,
    code: 'INTERNAL',
    message: 'Something failed on our side: try again, and quote the request id if it stays.',
  };
  if (status === 500) onError(error, { requestId, path: context.req.path });
  const answer: ErrorResponse = { error: { ...body, requestId } };
  return context.json(answer, status, { 'Cache-Control': 'no-store' });
}

function expectedError(error: unknown): ({ status: ErrorStatus } & Omit<ErrorResponse['error'], 'requestId'>) | null {
  if (error instanceof ApiError) {
    return { status: error.status, code: error.code, message: error.message, ...error.details };
  }
  if (error instanceof HTTPException) {
    const known = EXPECTED_BY_STATUS[error.status];
    return known === undefined ? null : { status: error.status as ErrorStatus, ...known };
  }
  // By code and not by class: the engines may be installed twice.
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    const status = STATUS_OF_CODE[error.code];
    return status === undefined ? null : { status, code: error.code, message: error.message };
  }
  return null;
}
