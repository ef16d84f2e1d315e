import type * as zod from 'zod/v4/core';
import { toJSONSchema } from 'zod/v4/core';
import type { JsonSchema } from './json-schema.ts';
import type { PortableNode } from './portable-node.ts';

/** Formats that JSON Schema names; their pattern in zod's words is left out, since providers refuse most of it. */
const namedFormats: ReadonlySet<unknown> = new Set([
  'date-time',
  'date',
  'time',
  'duration',
  'email',
  'hostname',
  'uri',
  'ipv4',
  'ipv6',
  'uuid',
]);

/** A string, number, boolean or null, with the constraints that zod knows of. */
export function scalarNode(schema: zod.$ZodType): PortableNode {
  const { $schema: _dialect, ...whole } = toJSONSchema(schema, { io: 'input' }) as Record<string, unknown>;
  const json = withoutSafeRange(whole);
  if (namedFormats.has(json['format'])) delete json['pattern'];
  const type = json['type'] === 'integer' ? 'number' : json['type'];
  return {
    json,
    takesNull: type === 'null',
    fits: (wire) => (type === 'null' ? wire === null : typeof wire === type),
    decode: (wire) => wire,
    encode: (value) => value,
  };
}

/** Whole numbers are bounded by what JavaScript can hold, which is no wish of the schema's author. */
function withoutSafeRange(json: Record<string, unknown>): Record<string, unknown> {
  const { minimum, maximum, ...rest } = json;
  return {
    ...rest,
    ...(minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? {} : { minimum }),
    ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? {} : { maximum }),
  };
}

/** One of some values: an enum or a literal. */
export function choiceNode(values: readonly (string | number | boolean | null)[]): PortableNode {
  const groups = Map.groupBy(values, (value) => (value === null ? 'null' : typeof value));
  const schemas: JsonSchema[] = [...groups].map(([type, choices]) =>
    choices.length === 1 ? { type, const: choices[0] } : { type, enum: choices },
  );
  return {
    json: schemas.length === 1 ? (schemas[0] as JsonSchema) : { anyOf: schemas },
    takesNull: values.includes(null),
    fits: (wire, closeness) =>
      values.some(
        (value) =>
          value === wire ||
          (closeness === 'partial' && typeof value === 'string' && typeof wire === 'string' && value.startsWith(wire)),
      ),
    decode: (wire) => wire,
    encode: (value) => value,
  };
}
