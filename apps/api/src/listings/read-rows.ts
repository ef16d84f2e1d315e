import { ApiError } from '../http/api-error.ts';

/** One row of a body: what was read, or why its line is not JSON. */
export type RawRow = { readonly value: unknown } | { readonly fault: string };

/** Reads a JSON array, or NDJSON with one document a line; blank lines are skipped. */
export function readRows(text: string, options: { readonly format: 'json' | 'ndjson' }): readonly RawRow[] {
  if (options.format === 'ndjson') {
    return text
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
      .map((line) => parse(line) ?? { fault: 'the line is not valid JSON' });
  }
  const parsed = parse(text);
  if (parsed === null) {
    throw new ApiError(400, {
      code: 'BAD_JSON',
      message: 'The body is not valid JSON: send a JSON array in UTF-8, or NDJSON as application/x-ndjson.',
    });
  }
  if (!Array.isArray(parsed.value)) {
    const field = { path: 'body', message: 'must be an array of rows' };
    throw new ApiError(400, {
      code: 'VALIDATION_FAILED',
      message: `The request is not valid: ${field.path} ${field.message}.`,
      fields: [field],
    });
  }
  return parsed.value.map((value: unknown) => ({ value }));
}

function parse(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}
