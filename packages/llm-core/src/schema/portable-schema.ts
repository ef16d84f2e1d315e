import { safeParseAsync, type $ZodType, type input, type output } from 'zod/v4/core';
import type { GenerateRequest } from '../language-model.ts';
import { compileNode } from './compile-node.ts';
import type { DeepPartial } from './deep-partial.ts';
import { isRecord, type JsonSchema } from './json-schema.ts';
import { parseJsonText, parsePartialJson } from './json-text.ts';
import type { SchemaProblem } from './unportable-schema-error.ts';
import { UnportableSchemaError } from './unportable-schema-error.ts';
import { limitProblems } from './schema-limits.ts';

/** What became of reading an answer. */
export type ReadAnswer<Value> =
  | { readonly isValid: true; readonly value: Value }
  | { readonly isValid: false; readonly problems: readonly SchemaProblem[] };

/** A zod schema in the one form that every provider takes, and the way back. */
export interface PortableSchema<Schema extends $ZodType = $ZodType> {
  readonly schema: Schema;
  /** For `output` of a request. */
  readonly output: NonNullable<GenerateRequest['output']>;
  /** Reads an answer and validates it against the zod schema itself. */
  read(text: string): Promise<ReadAnswer<output<Schema>>>;
  /** The same for an answer that is a value already, such as the arguments of a tool. */
  readWire(wire: unknown): Promise<ReadAnswer<output<Schema>>>;
  /** What an answer that is still arriving says so far; nothing of it is validated. */
  readPartial(text: string): DeepPartial<output<Schema>> | undefined;
  /** A value as a provider would answer it, for examples in prompts. */
  encode(value: input<Schema>): unknown;
}

/** The property that holds an answer which is no object, since providers take objects only. */
const WRAPPER = 'value';

/**
 * Compiles a zod 4 schema to the *wire form*: a JSON Schema that OpenAI and Anthropic take and understand alike. Optional
 * properties become nullable ones and come back absent, records lists of entries, tuples objects, a root that is no object
 * is wrapped; constraints stay and are put into words where a provider cannot be held to them. An answer is always
 * validated against the zod schema itself.
 *
 * Throws `UnportableSchemaError`, which names every place, for what some provider cannot carry: transforms, recursion,
 * `z.any()`, dates, loose objects, or more than its limits.
 *
 * @example
 * const car = portableSchema(z.object({ model: z.string(), priceUsd: z.int().min(0).optional() }), { name: 'car' });
 */
export function portableSchema<Schema extends $ZodType>(
  schema: Schema,
  options: { readonly name?: string } = {},
): PortableSchema<Schema> {
  const { name = 'answer' } = options;
  const problems: SchemaProblem[] = [];
  if (!/^[a-zA-Z0-9_-]{1,64}$/.test(name))
    problems.push({ path: '$', reason: `the name ${name} must be 1 to 64 letters, digits, "_" or "-".` });
  const node = compileNode(schema, { path: '$', around: new Set(), mayBeAbsent: false, problems });
  const isWrapped = node.json['type'] !== 'object';
  const json: JsonSchema = isWrapped
    ? { type: 'object', properties: { [WRAPPER]: node.json }, required: [WRAPPER], additionalProperties: false }
    : node.json;
  problems.push(...limitProblems(json));
  if (problems.length > 0) throw new UnportableSchemaError(problems);

  const unwrap = (wire: unknown): unknown =>
    isWrapped && isRecord(wire) && Object.hasOwn(wire, WRAPPER) ? wire[WRAPPER] : wire;
  const readWire = async (wire: unknown): Promise<ReadAnswer<output<Schema>>> => {
    const result = await safeParseAsync(schema, node.decode(unwrap(wire), false));
    if (result.success) return { isValid: true, value: result.data };
    const issues = result.error.issues.map((issue) => ({ path: pathOf(issue.path), reason: issue.message }));
    return { isValid: false, problems: issues };
  };
  return {
    schema,
    output: { name, schema: json },
    readWire,
    async read(text) {
      let wire: unknown;
      try {
        wire = parseJsonText(text);
      } catch {
        return { isValid: false, problems: [{ path: '$', reason: 'the answer is no JSON.' }] };
      }
      return readWire(wire);
    },
    readPartial(text) {
      const wire = parsePartialJson(text);
      if (wire === undefined || (isWrapped && !(isRecord(wire) && Object.hasOwn(wire, WRAPPER)))) return undefined;
      return node.decode(unwrap(wire), true) as DeepPartial<output<Schema>>;
    },
    encode: (value) => (isWrapped ? { [WRAPPER]: node.encode(value) } : node.encode(value)),
  };
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : `${text}.${String(step)}`),
    '$',
  );
}
