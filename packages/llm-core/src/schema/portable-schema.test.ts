import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isLlmError } from '../errors.ts';
import { anthropicDialect, fitSchema, openAIDialect } from './fit-schema.ts';
import { portableSchema } from './portable-schema.ts';
import type { UnportableSchemaError } from './unportable-schema-error.ts';

function problemsOf(schema: z.ZodType): readonly string[] {
  try {
    portableSchema(schema);
    return [];
  } catch (error) {
    expect(isLlmError(error) && error.code).toBe('unportable-schema');
    return (error as UnportableSchemaError).problems.map(({ path, reason }) => `${path}: ${reason}`);
  }
}

interface Tree {
  readonly name: string;
  readonly children: readonly Tree[];
}
const tree: z.ZodType<Tree> = z.object({
  name: z.string(),
  get children() {
    return z.array(tree);
  },
});

describe('portableSchema', () => {
  it('gives the same zod schema with optional, record, min/max and root array one meaning on both providers', async () => {
    const portable = portableSchema(
      z
        .array(
          z.object({
            model: z.string().describe('As the badge says.'),
            trim: z.string().optional(),
            doors: z.int().min(2).max(5),
            prices: z.record(z.string(), z.number()),
          }),
        )
        .min(2),
      { name: 'cars' },
    );
    const openAI = fitSchema(portable.output.schema, openAIDialect);
    const anthropic = fitSchema(portable.output.schema, anthropicDialect);
    expect(openAI).toEqual({
      type: 'object',
      properties: {
        value: {
          type: 'array',
          minItems: 2,
          items: {
            type: 'object',
            properties: {
              model: { type: 'string', description: 'As the badge says.' },
              trim: { anyOf: [{ type: 'string' }, { type: 'null' }] },
              doors: { type: 'integer', minimum: 2, maximum: 5 },
              prices: {
                type: 'object',
                properties: {
                  entries: {
                    type: 'array',
                    items: {
                      type: 'object',
                      properties: { key: { type: 'string' }, value: { type: 'number' } },
                      required: ['key', 'value'],
                      additionalProperties: false,
                    },
                  },
                },
                required: ['entries'],
                additionalProperties: false,
                description: 'A map by its entries: each key once.',
              },
            },
            required: ['model', 'trim', 'doors', 'prices'],
            additionalProperties: false,
          },
        },
      },
      required: ['value'],
      additionalProperties: false,
    });
    const inWords = structuredClone(openAI) as { properties: { value: Record<string, unknown> & { items: unknown } } };
    const { minItems: _minItems, ...list } = inWords.properties.value;
    const item = list.items as { properties: Record<string, unknown> };
    item.properties['doors'] = { type: 'integer', description: 'Must be at least 2, at most 5.' };
    inWords.properties.value = { ...list, description: 'Must be at least 2 items.' };
    expect(anthropic).toEqual(inWords);

    const car = { model: '911', trim: null, doors: 2, prices: { entries: [{ key: 'usd', value: 84_500 }] } };
    expect(await portable.read(JSON.stringify({ value: [car, { ...car, trim: 'GT3' }] }))).toEqual({
      isValid: true,
      value: [
        { model: '911', doors: 2, prices: { usd: 84_500 } },
        { model: '911', trim: 'GT3', doors: 2, prices: { usd: 84_500 } },
      ],
    });
    // What only words can ask of one provider is checked here for both.
    expect(await portable.read(JSON.stringify({ value: [{ ...car, doors: 7 }] }))).toMatchObject({
      isValid: false,
      problems: [{ path: '$[0].doors' }, { path: '$' }],
    });
  });

  it.each<[string, z.ZodType, string]>([
    [
      'a transform',
      z.object({ options: z.array(z.object({ price: z.string().transform(Number) })) }),
      '$.options[].price: a transform',
    ],
    ['a preprocess', z.object({ a: z.preprocess(String, z.string()) }), '$.a: a transform'],
    ['a date', z.object({ sold: z.date() }), '$.sold: JSON has no date'],
    ['a bigint', z.array(z.bigint()), '$[]: JSON has no bigint'],
    ['anything', z.record(z.string(), z.any()), '${}: anything'],
    ['a loose object', z.looseObject({ a: z.string() }), '$: keys beyond'],
    ['a catch', z.object({ a: z.string().catch('x') }), '$.a: .catch()'],
    ['recursion', tree, '$.children[]: the schema refers to itself'],
    ['an optional item', z.array(z.string().optional()), '$[]: only a property can be left out'],
    ['an optional branch', z.object({ u: z.union([z.string(), z.number().default(1)]) }), '$.u|2: only a property'],
    ['a map', z.object({ a: z.map(z.string(), z.string()) }), '$.a: JSON has no map'],
    ['an intersection', z.intersection(z.object({ a: z.string() }), z.object({ b: z.string() })), '$: an intersection'],
    ['undefined in a literal', z.object({ a: z.literal(['x', undefined]) }), '$.a: JSON has neither'],
    ['a record with numbers as keys', z.record(z.number(), z.string()), '$: the keys of a record'],
  ])('refuses %s when it is defined, and names the path', (_what, schema, beginning) => {
    expect(problemsOf(schema)[0]?.startsWith(beginning), problemsOf(schema).join()).toBe(true);
  });

  it('names every place at once', () => {
    expect(problemsOf(z.object({ a: z.date(), b: z.object({ c: z.set(z.string()) }) }))).toEqual([
      '$.a: JSON has no date: take z.iso.date() or z.iso.datetime().',
      '$.b.c: JSON has no set: take z.array().',
    ]);
  });

  it('refuses what is no schema of zod 4', () => {
    expect(problemsOf({ parse: () => 1 } as unknown as z.ZodType)).toEqual(['$: this is no schema of zod 4.']);
  });

  it('refuses what is more than a provider takes', () => {
    const shape = (count: number, of: () => z.ZodType) =>
      z.object(Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, of()])));
    const nested = (depth: number): z.ZodType => (depth === 0 ? z.string() : z.object({ a: nested(depth - 1) }));
    expect(problemsOf(nested(10))).toEqual([]);
    expect(problemsOf(nested(11))).toEqual(['$: the schema has 11 levels of nesting; OpenAI takes at most 10.']);
    expect(problemsOf(shape(5001, () => z.string()))[0]).toContain('5001 properties');
    const many = (count: number) => z.enum(Array.from({ length: count }, (_, index) => `v${index}`));
    expect(problemsOf(z.object({ a: many(1000) }))).toEqual([]);
    expect(problemsOf(z.object({ a: many(1001) }))[0]).toContain('1001 enum values');
    expect(
      problemsOf(z.object({ a: z.enum(Array.from({ length: 251 }, (_, i) => `${i}${'x'.repeat(60)}`)) }))[0],
    ).toContain('characters in one large enum');
    expect(problemsOf(shape(40, () => z.string().optional()))).toEqual([]);
    expect(problemsOf(shape(41, () => z.string().optional()))[0]).toContain('Anthropic takes at most 16');
    expect(problemsOf(shape(17, () => z.union([z.string(), z.number()])))[0]).toContain('17 unions');
  });

  it('sends nullable properties as optional ones where Anthropic takes no more unions, and reads them the same', async () => {
    const properties = Array.from({ length: 30 }, (_, index) => [
      `p${index}`,
      index % 2 === 0 ? z.string().optional() : z.string().nullable(),
    ]);
    const portable = portableSchema(z.object(Object.fromEntries(properties) as Record<string, z.ZodType>));
    const { required } = fitSchema(portable.output.schema, anthropicDialect) as { required: string[] };
    expect(required).toEqual(['p24', 'p25', 'p26', 'p27', 'p28', 'p29']);
    expect((fitSchema(portable.output.schema, openAIDialect) as { required: string[] }).required).toHaveLength(30);
    const read = await portable.read(
      JSON.stringify({ p0: 'a', p24: null, p25: null, p26: null, p27: null, p28: null, p29: null }),
    );
    const nullable = Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`p${2 * index + 1}`, null]));
    expect(read).toEqual({ isValid: true, value: { p0: 'a', ...nullable } });
  });

  it('wraps a root that is no object, and unwraps the answer', async () => {
    for (const [schema, value] of [
      [z.array(z.int()), [1, 2]],
      [z.string(), 'a'],
      [z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]), { b: 'x' }],
    ] as const) {
      const portable = portableSchema(schema as z.ZodType);
      expect(portable.output.schema).toMatchObject({ type: 'object', required: ['value'] });
      expect(await portable.read(JSON.stringify(portable.encode(value)))).toEqual({ isValid: true, value });
    }
  });

  it('tells the branches of a union apart by shape and by check', async () => {
    const year = z.object({ year: z.int().min(1948) });
    const age = z.object({ year: z.int().max(99), approximate: z.boolean().optional() });
    const portable = portableSchema(z.object({ when: z.union([year, age]) }));
    const read = async (when: unknown) => portable.read(JSON.stringify({ when }));
    expect(await read({ year: 1973 })).toEqual({ isValid: true, value: { when: { year: 1973 } } });
    expect(await read({ year: 30, approximate: null })).toEqual({ isValid: true, value: { when: { year: 30 } } });
    expect(await read({ year: 1000 })).toMatchObject({ isValid: false, problems: [{ path: '$.when' }] });
  });

  it('refuses a map in which a key comes twice, and an entry that is none', async () => {
    const portable = portableSchema(z.object({ prices: z.record(z.string(), z.number()) }));
    const entry = { key: 'usd', value: 1 };
    expect((await portable.read(JSON.stringify({ prices: { entries: [entry, entry] } }))).isValid).toBe(false);
    expect((await portable.read(JSON.stringify({ prices: { entries: [entry, { key: 'eur' }] } }))).isValid).toBe(false);
  });

  it('reads null as null where null is a value, and as absent where it is none', async () => {
    const portable = portableSchema(
      z.object({
        a: z.string().nullish(),
        b: z.string().optional(),
        c: z.string().default('c'),
        d: z.string().nullable(),
      }),
    );
    expect(await portable.read('{"a":null,"b":null,"c":null,"d":null}')).toEqual({
      isValid: true,
      value: { a: null, c: 'c', d: null },
    });
    // A server that is not bound to the schema may leave out what may be null.
    expect(await portable.read('{}')).toEqual({ isValid: true, value: { a: undefined, c: 'c', d: null } });
    expect((await portable.read('{"a":null,"b":null,"c":7,"d":null}')).isValid).toBe(false);
  });

  it('keeps a strict object strict, and what a refinement says', async () => {
    const portable = portableSchema(
      z
        .strictObject({ low: z.number(), high: z.number() })
        .refine((range) => range.low <= range.high, 'low is above high'),
    );
    expect(await portable.read('{"low":2,"high":1}')).toMatchObject({
      problems: [{ path: '$', reason: 'low is above high' }],
    });
    expect((await portable.read('{"low":1,"high":2,"more":3}')).isValid).toBe(false);
  });

  it('awaits checks that need a promise', async () => {
    const portable = portableSchema(z.object({ model: z.string().refine(async (text) => text === '911', 'unknown') }));
    expect((await portable.read('{"model":"911"}')).isValid).toBe(true);
    expect((await portable.read('{"model":"912"}')).isValid).toBe(false);
  });

  it('puts into words what no provider can be held to', () => {
    const portable = portableSchema(
      z.object({
        id: z.string().min(3).max(9).describe('The id.'),
        code: z.string().regex(/^(?=.*\d)[a-z]+$/),
        plain: z.string().regex(/^[a-z]+$/),
        site: z.url(),
      }),
    );
    const properties = (dialect: typeof openAIDialect) =>
      (fitSchema(portable.output.schema, dialect) as { properties: Record<string, unknown> }).properties;
    expect(properties(openAIDialect)).toEqual({
      id: { type: 'string', description: 'The id. Must be at least 3 characters, at most 9 characters.' },
      code: { type: 'string', description: 'Must be matching the regular expression ^(?=.*\\d)[a-z]+$.' },
      plain: { type: 'string', pattern: '^[a-z]+$' },
      site: { type: 'string', description: 'Must be in the format uri.' },
    });
    expect(properties(anthropicDialect)).toMatchObject({
      plain: { type: 'string', description: 'Must be matching the regular expression ^[a-z]+$.' },
      site: { type: 'string', format: 'uri' },
    });
  });

  it('reads what is there of an answer that is still arriving', () => {
    const portable = portableSchema(
      z.object({
        model: z.string(),
        trim: z.string().optional(),
        prices: z.record(z.string(), z.number()),
        miles: z.int(),
      }),
    );
    const whole = JSON.stringify({
      model: '911',
      trim: null,
      prices: { entries: [{ key: 'usd', value: 84500 }] },
      miles: 29000,
    });
    const seen = Array.from({ length: whole.length + 1 }, (_, end) =>
      JSON.stringify(portable.readPartial(whole.slice(0, end))),
    );
    expect(seen[0]).toBeUndefined();
    expect(new Set(seen)).toContain('{"model":"9"}');
    expect(new Set(seen)).toContain('{"model":"911","prices":{"usd":84500}}');
    expect(seen.join()).not.toContain('845,');
    expect(seen.at(-1)).toBe('{"model":"911","prices":{"usd":84500},"miles":29000}');
  });

  it('reads an answer that a model put into a fence', async () => {
    const portable = portableSchema(z.object({ a: z.number() }));
    expect(await portable.read('```json\n{"a": 1}\n```')).toEqual({ isValid: true, value: { a: 1 } });
    expect(await portable.read('Sure: {"a": 1')).toMatchObject({
      isValid: false,
      problems: [{ reason: 'the answer is no JSON.' }],
    });
  });
});
