import { z } from '@hono/zod-openapi';

/** A query parameter that may be missing; `?trim=` (present but empty) means the same as missing. */
export function optionalParameter<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
}
