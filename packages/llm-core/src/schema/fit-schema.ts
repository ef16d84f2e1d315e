import { isRecord, type JsonSchema } from './json-schema.ts';

/** What of JSON Schema a provider's structured output takes. */
export interface SchemaDialect {
  /** Keywords that bound a value and are carried as they are. */
  readonly constraints: ReadonlySet<string>;
  readonly formats: ReadonlySet<string>;
  /** The greatest `minItems` that is carried. */
  readonly greatestMinimumItems: number;
  /** How many `anyOf` a schema may hold; beyond it properties that may be null are sent as optional ones. */
  readonly maximumUnions: number;
}

const sharedFormats = ['date-time', 'time', 'date', 'duration', 'email', 'hostname', 'ipv4', 'ipv6', 'uuid'];

/** developers.openai.com/api/docs/guides/structured-outputs, "Supported schemas". */
export const openAIDialect: SchemaDialect = {
  constraints: new Set([
    'pattern',
    'multipleOf',
    'minimum',
    'maximum',
    'exclusiveMinimum',
    'exclusiveMaximum',
    'maxItems',
  ]),
  formats: new Set(sharedFormats),
  greatestMinimumItems: Number.POSITIVE_INFINITY,
  maximumUnions: Number.POSITIVE_INFINITY,
};

/** platform.claude.com/docs/en/build-with-claude/structured-outputs, "JSON Schema limitations". */
export const anthropicDialect: SchemaDialect = {
  constraints: new Set(),
  formats: new Set([...sharedFormats, 'uri']),
  greatestMinimumItems: 1,
  maximumUnions: 16,
};

/** Keywords that make up the shape and are carried everywhere. */
const shape: ReadonlySet<string> = new Set([
  'type',
  'enum',
  'const',
  'properties',
  'required',
  'items',
  'anyOf',
  'additionalProperties',
  'description',
  '$ref',
  '$defs',
]);

const words: Readonly<Record<string, (value: unknown) => string>> = {
  minimum: (value) => `at least ${String(value)}`,
  maximum: (value) => `at most ${String(value)}`,
  exclusiveMinimum: (value) => `more than ${String(value)}`,
  exclusiveMaximum: (value) => `less than ${String(value)}`,
  multipleOf: (value) => `a multiple of ${String(value)}`,
  minLength: (value) => `at least ${String(value)} characters`,
  maxLength: (value) => `at most ${String(value)} characters`,
  minItems: (value) => `at least ${String(value)} items`,
  maxItems: (value) => `at most ${String(value)} items`,
  pattern: (value) => `matching the regular expression ${String(value)}`,
  format: (value) => `in the format ${String(value)}`,
};

/** Words for readers of a schema, which bind nothing. */
const silent: ReadonlySet<string> = new Set(['$schema', 'title', '$id', '$comment', 'contentEncoding']);

/** Regular expressions with these are refused by every provider. */
const lookaround = /\(\?[=!<]|\\[1-9]/;

/**
 * A JSON Schema in the dialect of one provider. A constraint that the provider would refuse or ignore goes into the
 * description, where the model reads it; whoever asked checks the answer against it.
 */
export function fitSchema(schema: JsonSchema, dialect: SchemaDialect): Record<string, unknown> {
  const budget = { optional: countUnions(schema) > dialect.maximumUnions ? MAXIMUM_OPTIONAL_PROPERTIES : 0 };
  return fit(schema, { dialect, budget });
}

/** How many properties may be left out of one schema at Anthropic. */
export const MAXIMUM_OPTIONAL_PROPERTIES = 24;

interface Fitting {
  readonly dialect: SchemaDialect;
  readonly budget: { optional: number };
}

function fit(schema: JsonSchema, fitting: Fitting): Record<string, unknown> {
  const fitted: Record<string, unknown> = {};
  const said: string[] = [];
  for (const [keyword, value] of Object.entries(schema)) {
    if (silent.has(keyword)) continue;
    if (shape.has(keyword)) fitted[keyword] = value;
    else if (isCarried(keyword, value, fitting.dialect)) fitted[keyword] = value;
    else said.push(words[keyword]?.(value) ?? `${keyword} ${JSON.stringify(value)}`);
  }
  if (said.length > 0) {
    const demand = `Must be ${said.join(', ')}.`;
    const own = schema['description'];
    fitted['description'] = typeof own === 'string' && own !== '' ? `${own} ${demand}` : demand;
  }
  if (isRecord(schema['properties'])) Object.assign(fitted, fitProperties(schema, schema['properties'], fitting));
  if (isRecord(schema['items'])) fitted['items'] = fit(schema['items'], fitting);
  if (isRecord(schema['$defs'])) fitted['$defs'] = mapValues(schema['$defs'], (inner) => fit(inner, fitting));
  if (Array.isArray(schema['anyOf']))
    fitted['anyOf'] = schema['anyOf'].map((branch: unknown) => (isRecord(branch) ? fit(branch, fitting) : branch));
  return fitted;
}

function fitProperties(schema: JsonSchema, properties: JsonSchema, fitting: Fitting): Record<string, unknown> {
  const left = new Set<string>();
  const fitted = mapValues(properties, (property, name) => {
    const bare = fitting.budget.optional > 0 ? withoutNull(property) : undefined;
    if (bare === undefined) return fit(property, fitting);
    fitting.budget.optional -= 1;
    left.add(name);
    return fit(bare, fitting);
  });
  const required = Array.isArray(schema['required']) ? (schema['required'] as string[]) : undefined;
  return {
    properties: fitted,
    ...(required === undefined ? {} : { required: required.filter((name) => !left.has(name)) }),
  };
}

/** What a property is when it is not null, where that is all its union says. */
function withoutNull(property: JsonSchema): JsonSchema | undefined {
  const { anyOf, ...rest } = property;
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return undefined;
  const [branch, nothing] = anyOf as [JsonSchema, JsonSchema];
  return nothing['type'] === 'null' && Object.keys(nothing).length === 1 ? { ...branch, ...rest } : undefined;
}

function isCarried(keyword: string, value: unknown, dialect: SchemaDialect): boolean {
  if (keyword === 'format') return dialect.formats.has(String(value));
  if (keyword === 'minItems') return Number(value) <= dialect.greatestMinimumItems;
  if (keyword === 'pattern' && lookaround.test(String(value))) return false;
  return dialect.constraints.has(keyword);
}

/** How many places of a schema are one of several. */
export function countUnions(schema: JsonSchema): number {
  const own = Array.isArray(schema['anyOf']) || Array.isArray(schema['type']) ? 1 : 0;
  return children(schema).reduce((sum, child) => sum + countUnions(child), own);
}

/** How many properties of a schema are a value or null, which may be sent as optional ones. */
export function countNullable(schema: JsonSchema): number {
  const properties = isRecord(schema['properties']) ? Object.values(schema['properties']).filter(isRecord) : [];
  const own = properties.filter((property) => withoutNull(property) !== undefined).length;
  return children(schema).reduce((sum, child) => sum + countNullable(child), own);
}

/** The schemas right inside a schema. */
export function children(schema: JsonSchema): readonly JsonSchema[] {
  const { properties, items, anyOf } = schema;
  return [
    ...(isRecord(properties) ? Object.values(properties) : []),
    items,
    ...(Array.isArray(anyOf) ? (anyOf as unknown[]) : []),
  ].filter(isRecord);
}

function mapValues(
  schemas: JsonSchema,
  change: (schema: JsonSchema, name: string) => Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, isRecord(schema) ? change(schema, name) : schema]),
  );
}
