import { globalRegistry, toJSONSchema, type $ZodType, type $ZodTypes } from 'zod/v4/core';
import { arrayNode, recordNode, tupleNode } from './collection-nodes.ts';
import { type Field, objectNode } from './object-node.ts';
import { below, describe, type Place, type PortableNode, refuse } from './portable-node.ts';
import { choiceNode, scalarNode } from './scalar-nodes.ts';
import { nullableNode, unionNode } from './union-node.ts';

/** Kinds that no JSON answer can hold, and what to take instead. */
const refusals: Readonly<Record<string, string>> = {
  any: 'anything at all cannot be asked for: name the shape.',
  unknown: 'anything at all cannot be asked for: name the shape.',
  bigint: 'JSON has no bigint: take z.string() with a pattern of digits.',
  date: 'JSON has no date: take z.iso.date() or z.iso.datetime().',
  symbol: 'JSON has no symbol.',
  undefined: 'JSON has no undefined: take .optional() on the property.',
  void: 'JSON has no undefined: take .optional() on the property.',
  never: 'never has no value to answer with.',
  nan: 'JSON has no NaN.',
  map: 'JSON has no map: take z.record().',
  set: 'JSON has no set: take z.array().',
  file: 'a model writes no file.',
  function: 'a model writes no function.',
  custom: 'a check of your own has no schema: take a type with .refine().',
  promise: 'JSON has no promise.',
  transform: 'a transform has no schema: ask for the plain value and transform the answer.',
  catch: '.catch() would replace a wrong answer without a word: leave it out, a wrong answer is repaired.',
  intersection: 'an intersection is not carried by every provider: take .extend().',
  success: 'z.success() has no value to answer with.',
};

/** The wire form of a schema, with a problem noted for each place that cannot be carried. */
export function compileNode(schema: $ZodType, place: Place): PortableNode {
  const def = (schema as Partial<$ZodTypes>)._zod?.def;
  if (def === undefined) return refuse(place, 'this is no schema of zod 4.');
  if (place.around.has(schema))
    return refuse(
      place,
      'the schema refers to itself, which Anthropic does not take: bound its depth by writing it out.',
    );
  const inside = { ...place, around: new Set([...place.around, schema]) };
  const node = compileKind(schema as $ZodTypes, inside);
  const words = globalRegistry.get(schema)?.description;
  return words === undefined ? node : { ...node, json: describe(node.json, words) };
}

function compileKind(schema: $ZodTypes, place: Place): PortableNode {
  const { def } = schema._zod;
  switch (def.type) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
    case 'template_literal':
      return scalarNode(schema);
    case 'enum':
      return choiceNode([...(schema._zod.values ?? [])] as string[]);
    case 'literal':
      return def.values.every((value) => value !== undefined && typeof value !== 'bigint')
        ? choiceNode(def.values as string[])
        : refuse(place, 'JSON has neither undefined nor bigint: leave them out of the literal.');
    case 'object': {
      if (def.catchall !== undefined && def.catchall._zod.def.type !== 'never')
        return refuse(
          place,
          'keys beyond those named cannot be asked for: take z.object(), and a z.record() for the rest.',
        );
      return objectNode(
        Object.entries(def.shape).map(([name, property]) => fieldOf(name, property, below(place, `.${name}`))),
      );
    }
    case 'array': {
      const { minItems, maxItems } = toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
      return arrayNode(compileNode(def.element, below(place, '[]')), { minItems, maxItems });
    }
    case 'tuple':
      return tupleNode(
        def.items.map((item, index) => fieldOf(`item${index + 1}`, item, below(place, `[${index}]`))),
        { rest: def.rest === null ? undefined : compileNode(def.rest, below(place, '[]')) },
      );
    case 'record':
      return compileRecord(def, place);
    case 'union': {
      const branches = def.options.map((option, index) => ({
        schema: option,
        node: compileNode(option, below(place, `|${index + 1}`)),
      }));
      return unionNode(branches);
    }
    case 'nullable':
      return nullableNode(compileNode(def.innerType, place));
    case 'readonly':
      return compileNode(def.innerType, place);
    case 'nonoptional':
      return compileNode(def.innerType, { ...place, mayBeAbsent: true });
    case 'optional':
    case 'default':
    case 'prefault':
      return place.mayBeAbsent
        ? compileNode(def.innerType, place)
        : refuse(place, 'only a property can be left out: take .nullable(), or put this on the property.');
    case 'lazy':
      return compileNode(def.getter(), place);
    case 'pipe':
      return hasTransform(def) ? refuse(place, refusals['transform'] as string) : compileNode(def.in, place);
    default:
      return refuse(place, refusals[def.type] ?? `${def.type} is not carried by every provider.`);
  }
}

function hasTransform(def: { readonly in: $ZodType; readonly out: $ZodType; readonly transform?: unknown }): boolean {
  const kinds = [def.in, def.out].map((side) => side._zod.def.type);
  return kinds.includes('transform') || def.transform !== undefined;
}

function compileRecord(
  def: { readonly keyType: $ZodType; readonly valueType: $ZodType; readonly mode?: string },
  place: Place,
): PortableNode {
  if (def.mode === 'loose') return refuse(place, 'a loose record cannot be asked for: take z.record().');
  const names = def.keyType._zod.values;
  // Keys that are known are all there, as zod wants it.
  if (names !== undefined && [...names].every((name) => typeof name === 'string'))
    return objectNode(
      [...names].map((name) => fieldOf(`${String(name)}`, def.valueType, below(place, `.${String(name)}`))),
    );
  const key = compileNode(def.keyType, below(place, '{key}'));
  if (!isTextual(key)) return refuse(place, 'the keys of a record must be strings.');
  return recordNode(key, compileNode(def.valueType, below(place, '{}')));
}

function isTextual({ json }: PortableNode): boolean {
  const branches = (json['anyOf'] as readonly { type?: unknown }[] | undefined) ?? [json];
  return branches.every((branch) => branch.type === 'string');
}

function fieldOf(name: string, property: $ZodType, place: Place): Field {
  const isOptional = property._zod?.optin !== undefined;
  return { name, isOptional, node: compileNode(property, { ...place, mayBeAbsent: isOptional }) };
}
