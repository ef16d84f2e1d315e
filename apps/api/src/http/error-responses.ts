import { ErrorResponseSchema } from '../schemas/error-response.ts';

const DESCRIPTIONS = {
  400: 'The request is not valid: `fields` lists every fault.',
  401: 'The caller is not known.',
  403: 'The caller may not do this.',
  404: 'There is no such thing.',
  409: 'It cannot be done now.',
  413: 'The body is too large.',
  415: 'The body has a content type that is not read here.',
  422: 'The request is valid but cannot be answered: `NOT_ENOUGH_DATA` or `UNKNOWN_VEHICLE`.',
  429: 'Too many requests: see `Retry-After`.',
  503: 'A part that this needs is not wired in or does not answer: `NOT_CONFIGURED` or `invalidation-incomplete`.',
  500: 'Unexpected failure; nothing of its cause is told but the request id.',
} as const;

type DocumentedStatus = keyof typeof DESCRIPTIONS;

interface ErrorContent {
  readonly description: string;
  readonly content: { readonly 'application/json': { readonly schema: typeof ErrorResponseSchema } };
}

/** The error answers of an operation for its OpenAPI entry. 401, 403, 429 and 500 can happen everywhere. */
export function errorResponses<Status extends DocumentedStatus>(...statuses: readonly Status[]) {
  const responses: Partial<Record<DocumentedStatus, ErrorContent>> = {};
  for (const status of [...statuses, 401, 403, 429, 500] as const) {
    responses[status] = {
      description: DESCRIPTIONS[status],
      content: { 'application/json': { schema: ErrorResponseSchema } },
    };
  }
  return responses as Record<Status | 401 | 403 | 429 | 500, ErrorContent>;
}

/** The success answer of an operation for its OpenAPI entry. */
export function jsonContent<Schema>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } };
}
