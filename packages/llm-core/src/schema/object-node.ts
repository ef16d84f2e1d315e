import { isRecord, type JsonSchema } from './json-schema.ts';
import { orNull, type PortableNode } from './portable-node.ts';

/** A property of an object. One that is optional may be left out, which is `null` on the wire. */
export interface Field {
  readonly name: string;
  readonly node: PortableNode;
  readonly isOptional: boolean;
}

/**
 * An object with named properties. On the wire every property is there, since strict schemas know no optional ones; what
 * the model left out all the same, or a provider that was told it may, reads the same.
 */
export function objectNode(fields: readonly Field[]): PortableNode {
  const names = new Set(fields.map((field) => field.name));
  const mayBeNull = ({ node, isOptional }: Field) => isOptional || node.takesNull;
  return {
    json: {
      type: 'object',
      properties: Object.fromEntries(fields.map((field) => [field.name, schemaOf(field)])),
      required: fields.map((field) => field.name),
      additionalProperties: false,
    },
    takesNull: false,
    fits(wire, closeness) {
      if (!isRecord(wire) || Object.keys(wire).some((name) => !names.has(name))) return false;
      return fields.every((field) => {
        if (!Object.hasOwn(wire, field.name))
          return closeness === 'partial' || (closeness === 'lenient' && mayBeNull(field));
        const value = wire[field.name];
        return (value === null && mayBeNull(field)) || field.node.fits(value, closeness);
      });
    },
    decode(wire, isPartial) {
      if (!isRecord(wire)) return wire;
      const entries: [string, unknown][] = [];
      for (const { name, node, isOptional } of fields) {
        const isThere = Object.hasOwn(wire, name);
        if (isThere && (wire[name] !== null || node.takesNull))
          entries.push([name, node.decode(wire[name], isPartial)]);
        else if (isThere && !isOptional) entries.push([name, wire[name]]);
        else if (!isThere && !isOptional && node.takesNull && !isPartial) entries.push([name, null]);
      }
      // What nobody asked for is kept, so that a strict object says so.
      for (const [name, value] of Object.entries(wire)) if (!names.has(name)) entries.push([name, value]);
      return Object.fromEntries(entries);
    },
    encode(value) {
      if (!isRecord(value)) return value;
      return Object.fromEntries(
        fields.map(({ name, node }) => [name, value[name] === undefined ? null : node.encode(value[name])]),
      );
    },
  };
}

function schemaOf({ node, isOptional }: Field): JsonSchema {
  return isOptional && !node.takesNull ? orNull(node) : node.json;
}
