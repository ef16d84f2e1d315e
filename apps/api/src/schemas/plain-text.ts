import { z } from '@hono/zod-openapi';

/** Trimmed text of 1 to `maximum` characters that every store can hold: no NUL and no half of a surrogate pair. */
export function plainText(maximum: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(maximum)
    .refine(isStorable, { message: 'must be text without NUL characters and unpaired surrogates' });
}

/** True for text that Postgres stores as it is. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}
