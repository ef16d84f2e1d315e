import type { SchemaProblem } from './unportable-schema-error.ts';
import type { JsonSchema } from './json-schema.ts';

/**
 * How closely a wire value has to follow its schema: to the letter; with properties that may be null left out, as a provider
 * that was not held to the schema writes them; or as the beginning of an answer that is still arriving.
 */
export type Closeness = 'exact' | 'lenient' | 'partial';

/**
 * One part of a schema in the form that every provider takes, the *wire form*, and the way between it and the values that
 * the zod schema speaks of. `isPartial` is for an answer that is still arriving: what is missing is not wrong yet.
 */
export interface PortableNode {
  readonly json: JsonSchema;
  /** Whether `null` itself is a value, so that it cannot stand for a property that is left out. */
  readonly takesNull: boolean;
  /** Whether a wire value has this part's shape. Constraints such as `minimum` are left to zod. */
  fits(wire: unknown, closeness: Closeness): boolean;
  /** The value for zod. What does not fit is handed on as it is, so that zod says what is wrong with it. */
  decode(wire: unknown, isPartial: boolean): unknown;
  encode(value: unknown): unknown;
}

/** Where in a schema the compiler is, and what it found so far. */
export interface Place {
  readonly path: string;
  /** Schemas around this one; meeting one of them again is recursion. */
  readonly around: ReadonlySet<object>;
  /** Whether what is here may be left out, as a property may. */
  readonly mayBeAbsent: boolean;
  readonly problems: SchemaProblem[];
}

/** Notes why a place cannot be carried; what is returned stands in so that the other places are looked at too. */
export function refuse({ path, problems }: Place, reason: string): PortableNode {
  problems.push({ path, reason });
  return { json: {}, takesNull: false, fits: () => true, decode: (wire) => wire, encode: (value) => value };
}

/** One level further down. */
export function below(place: Place, step: string): Place {
  return { ...place, path: `${place.path}${step}`, mayBeAbsent: false };
}

/** Puts the author's words before what a schema says of itself. */
export function describe(json: JsonSchema, words: string): JsonSchema {
  const own = json['description'];
  return { ...json, description: typeof own === 'string' && own !== words ? `${words} ${own}` : words };
}

/** The same, or null. */
export function orNull({ json }: Pick<PortableNode, 'json'>): JsonSchema {
  const nothing = { type: 'null' };
  const branches = json['anyOf'];
  return Array.isArray(branches) ? { ...json, anyOf: [...branches, nothing] } : { anyOf: [json, nothing] };
}
