import { z } from 'zod';
import type { Assertion } from './test-case.ts';

/** An assertion that can be kept as JSON: a schema of zod is JSON Schema, and code of the caller is none. */
export type StoredAssertion =
  | Exclude<Assertion, { readonly kind: 'check' | 'schema' }>
  | {
      readonly name: string;
      readonly kind: 'schema';
      readonly schema: Readonly<Record<string, unknown>>;
    };

/** Assertions as they are stored; `null` where code of the caller, or a schema that JSON cannot say, is among them. */
export function toStoredAssertions(assertions: readonly Assertion[]): readonly StoredAssertion[] | null {
  const stored: StoredAssertion[] = [];
  for (const assertion of assertions) {
    if (assertion.kind === 'check') return null;
    if (assertion.kind !== 'schema') stored.push(assertion);
    else {
      const schema = toJsonSchema(assertion.schema);
      if (schema === null) return null;
      stored.push({ name: assertion.name, kind: 'schema', schema });
    }
  }
  return stored;
}

function toJsonSchema(schema: z.ZodType | Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | null {
  if (!(schema instanceof z.ZodType)) return schema;
  try {
    return z.toJSONSchema(schema);
  } catch {
    return null;
  }
}
