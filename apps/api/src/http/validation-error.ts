import type { FieldError } from '../schemas/error-response.ts';
import { ApiError } from './api-error.ts';

interface Issue {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
}

/** The 400 for input that a schema refused, with every field at fault. `target` is `query`, `param` or `json`. */
export function validationError(issues: readonly Issue[], target: string): ApiError {
  const fields = issues.flatMap((issue) => fieldErrors(issue, target));
  const [first] = fields;
  return new ApiError(400, {
    code: 'VALIDATION_FAILED',
    message:
      first === undefined
        ? 'The request is not valid.'
        : `The request is not valid: ${first.path} ${lowerFirst(first.message)}${fields.length > 1 ? ` (and ${fields.length - 1} more)` : ''}.`,
    fields,
  });
}

/** Issues of zod as paths and sentences; an unknown key is a fault of that key. */
export function fieldErrors(issue: Issue, target: string): FieldError[] {
  const root = target === 'json' ? 'body' : target === 'param' ? 'path' : target;
  const path = [root, ...issue.path.map(String)].join('.');
  if (issue.code === 'unrecognized_keys' && issue.keys !== undefined) {
    return issue.keys.map((key) => ({ path: `${path}.${key}`, message: 'is not known here' }));
  }
  return [{ path, message: issue.message }];
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
