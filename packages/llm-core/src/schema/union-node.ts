import { safeParse, type $ZodType } from 'zod/v4/core';
import type { JsonSchema } from './json-schema.ts';
import { type Closeness, orNull, type PortableNode } from './portable-node.ts';

/** A branch of a union: its wire form, and the schema that says whether a value is one of it. */
export interface Branch {
  readonly node: PortableNode;
  readonly schema: $ZodType;
}

/** One of several. The first branch whose shape fits and that zod accepts is the one that was meant, as in zod itself. */
export function unionNode(branches: readonly Branch[]): PortableNode {
  return {
    json: { anyOf: branches.flatMap(({ node }) => branchesOf(node.json)) },
    takesNull: branches.some(({ node }) => node.takesNull),
    fits: (wire, closeness) => branches.some(({ node }) => node.fits(wire, closeness)),
    decode(wire, isPartial) {
      const close = (closeness: Closeness) => branches.filter(({ node }) => node.fits(wire, closeness));
      const fitting = isPartial ? close('partial') : [...close('exact'), ...close('lenient')];
      const meant = isPartial
        ? undefined
        : fitting.find(({ node, schema }) => accepts(schema, node.decode(wire, false)));
      const branch = meant ?? fitting[0];
      return branch === undefined ? wire : branch.node.decode(wire, isPartial);
    },
    encode: (value) => (branches.find(({ schema }) => accepts(schema, value)) ?? branches[0])?.node.encode(value),
  };
}

/** The same, or null. */
export function nullableNode(inner: PortableNode): PortableNode {
  return {
    json: inner.takesNull ? inner.json : orNull(inner),
    takesNull: true,
    fits: (wire, closeness) => wire === null || inner.fits(wire, closeness),
    decode: (wire, isPartial) => (wire === null ? null : inner.decode(wire, isPartial)),
    encode: (value) => (value === null ? null : inner.encode(value)),
  };
}

function branchesOf(json: JsonSchema): readonly JsonSchema[] {
  const inner = json['anyOf'];
  return Array.isArray(inner) && json['description'] === undefined ? (inner as JsonSchema[]) : [json];
}

function accepts(schema: $ZodType, value: unknown): boolean {
  try {
    return safeParse(schema, value).success;
  } catch {
    // A check that needs a promise cannot be asked here; the whole answer is asked at the end.
    return true;
  }
}
