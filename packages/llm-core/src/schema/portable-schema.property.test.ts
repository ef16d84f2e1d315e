import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isLlmError } from '../errors.ts';
import { anthropicDialect, fitSchema, openAIDialect, type SchemaDialect } from './fit-schema.ts';
import { isRecord } from './json-schema.ts';
import { portableSchema } from './portable-schema.ts';

/**
 * A schema with values that it accepts. Objects are strict: in a union zod gives a loose one the values of its neighbours,
 * stripped, so that reading twice is not reading once.
 */
interface Sample {
  readonly schema: z.ZodType;
  readonly value: fc.Arbitrary<unknown>;
}

/** Long enough never to meet: branches of a union that share a property, which one leaves out and another sets to null, look alike on the wire. */
const names = fc.stringMatching(/^[a-z]{10}$/);
const text = fc.string({ unit: 'grapheme', maxLength: 8 });
const leaf: fc.Arbitrary<Sample> = fc.oneof(
  fc.constant({ schema: z.string(), value: text }),
  fc.constant({ schema: z.boolean(), value: fc.boolean() }),
  fc.constant({ schema: z.null(), value: fc.constant(null) }),
  fc.constant({ schema: z.number(), value: fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0) }),
  fc.constant({ schema: z.int().min(-5).max(1000), value: fc.integer({ min: -5, max: 1000 }) }),
  fc.constant({ schema: z.string().min(2).max(6), value: fc.string({ minLength: 2, maxLength: 6 }) }),
  fc.constant({ schema: z.string().regex(/^\d{4}$/), value: fc.stringMatching(/^\d{4}$/) }),
  fc.constant({ schema: z.iso.date(), value: fc.constantFrom('2026-10-07', '1999-12-31') }),
  fc.constant({ schema: z.uuid(), value: fc.uuid({ version: 4 }) }),
  fc.constant({ schema: z.enum(['manual', 'pdk']), value: fc.constantFrom('manual', 'pdk') }),
  fc.constant({ schema: z.literal([1, 'x', true, null]), value: fc.constantFrom(1, 'x', true, null) }),
);

const { sample } = fc.letrec<{ sample: Sample }>((tie) => {
  const inner = tie('sample') as fc.Arbitrary<Sample>;
  const property = fc.record({ sample: inner, kind: fc.constantFrom('required', 'optional', 'default') });
  return {
    sample: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      leaf,
      inner.map(({ schema, value }) => ({ schema: z.array(schema), value: fc.array(value, { maxLength: 4 }) })),
      inner.map(({ schema, value }) => ({ schema: schema.nullable(), value: fc.option(value) })),
      inner.map(({ schema, value }) => ({
        schema: z.record(z.string(), schema),
        value: fc.dictionary(names, value, { noNullPrototype: true, maxKeys: 4 }),
      })),
      fc.tuple(inner, inner, fc.option(inner)).map(([first, second, rest]) => ({
        schema: rest === null ? z.tuple([first.schema, second.schema]) : z.tuple([first.schema], rest.schema),
        value:
          rest === null
            ? fc.tuple(first.value, second.value)
            : fc.tuple(first.value, fc.array(rest.value, { maxLength: 3 })).map(([head, tail]) => [head, ...tail]),
      })),
      fc.tuple(inner, inner, inner).map(([first, second, third]) => ({
        schema: z.union([first.schema, second.schema, third.schema]),
        value: fc.oneof(first.value, second.value, third.value),
      })),
      fc.tuple(inner, inner, names).map(([first, second, kind]) => ({
        schema: z.discriminatedUnion(kind, [
          z.strictObject({ [kind]: z.literal('first'), first: first.schema }),
          z.strictObject({ [kind]: z.literal('second'), second: schemaOf({ sample: second, kind: 'optional' }) }),
        ]),
        value: fc.oneof(
          first.value.map((value) => ({ [kind]: 'first', first: value })),
          second.value.map((value) => ({ [kind]: 'second', second: value })),
          ...(second.schema.safeParse(null).success ? [] : [fc.constant({ [kind]: 'second' })]),
        ),
      })),
      fc.dictionary(names, property, { noNullPrototype: true, maxKeys: 4 }).map((shape) => ({
        schema: z.strictObject(
          Object.fromEntries(Object.entries(shape).map(([name, entry]) => [name, schemaOf(entry)])),
        ),
        value: fc.record(Object.fromEntries(Object.entries(shape).map(([name, entry]) => [name, entry.sample.value])), {
          requiredKeys: Object.entries(shape)
            .filter(
              ([
                ,
                {
                  kind,
                  sample: { schema },
                },
              ]) => isAlwaysThere(kind, schema),
            )
            .map(([name]) => name),
          noNullPrototype: true,
        }),
      })),
    ),
  };
});

function schemaOf({ sample: { schema }, kind }: { readonly sample: Sample; readonly kind: string }): z.ZodType {
  if (isAlwaysThere(kind, schema)) return schema;
  return kind === 'default' ? schema.default('what zod puts there' as never) : schema.optional();
}

/** A property that may be null cannot be left out as well: null on the wire is null then. */
function isAlwaysThere(kind: string, schema: z.ZodType): boolean {
  return kind === 'required' || schema.safeParse(null).success;
}

const compiled = sample.chain(({ schema, value }) => fc.tuple(fc.constant(schema), value));

/** What the wire form of a schema is, or `undefined` where the schema is larger than a provider takes. */
function compile(schema: z.ZodType) {
  try {
    return portableSchema(schema);
  } catch (error) {
    if (isLlmError(error) && error.message.includes('takes at most')) return undefined;
    throw error;
  }
}

function validator(schema: object) {
  const ajv = new Ajv2020({ strict: true, strictRequired: true, allowUnionTypes: false });
  addFormats.default(ajv);
  return ajv.compile(schema);
}

/** Every object schema of a schema. */
function objectsOf(schema: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(schema)) return schema.flatMap(objectsOf);
  if (!isRecord(schema)) return [];
  const inside = Object.values(schema).flatMap(objectsOf);
  return schema['type'] === 'object' && isRecord(schema['properties']) ? [schema, ...inside] : inside;
}

const dialects: readonly [string, SchemaDialect][] = [
  ['openai', openAIDialect],
  ['anthropic', anthropicDialect],
];

describe('the wire form of any supported schema', () => {
  it('carries a value there and back: zod reads what it was', async () => {
    await fc.assert(
      fc.asyncProperty(compiled, async ([schema, value]) => {
        const portable = compile(schema);
        fc.pre(portable !== undefined);
        const answer = JSON.stringify(portable.encode(value));
        const read = await portable.read(answer);
        expect(read).toEqual({ isValid: true, value: JSON.parse(JSON.stringify(schema.parse(value))) });
      }),
      { numRuns: 1000 },
    );
  });

  it.each(dialects)('is a JSON Schema of %s that takes the value', (_name, dialect) => {
    fc.assert(
      fc.property(compiled, ([schema, value]) => {
        const portable = compile(schema);
        fc.pre(portable !== undefined);
        const wire = JSON.parse(JSON.stringify(portable.encode(value))) as unknown;
        const whole = validator(portable.output.schema);
        expect(whole(wire), JSON.stringify(whole.errors)).toBe(true);
        // Where properties may be left out, null is left out too.
        const fitted = fitSchema(portable.output.schema, { ...dialect, maximumUnions: Number.POSITIVE_INFINITY });
        const fits = validator(fitted);
        expect(fits(wire), JSON.stringify(fits.errors)).toBe(true);
        for (const object of objectsOf(fitted)) {
          expect(object['additionalProperties']).toBe(false);
          expect(object['required']).toEqual(Object.keys(object['properties'] as object));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('says something true of every beginning of an answer, and throws at none', () => {
    fc.assert(
      fc.property(compiled, fc.nat(), ([schema, value], at) => {
        const portable = compile(schema);
        fc.pre(portable !== undefined);
        const answer = JSON.stringify(portable.encode(value));
        portable.readPartial(answer.slice(0, at % (answer.length + 1)));
      }),
      { numRuns: 300 },
    );
  });
});
