import { isRecord } from './json-schema.ts';
import { type Field, objectNode } from './object-node.ts';
import { describe, type PortableNode } from './portable-node.ts';

/** A list of any length, or of one that zod bounds. */
export function arrayNode(
  item: PortableNode,
  bounds: { readonly minItems?: number | undefined; readonly maxItems?: number | undefined },
): PortableNode {
  return {
    json: {
      type: 'array',
      items: item.json,
      ...(bounds.minItems === undefined ? {} : { minItems: bounds.minItems }),
      ...(bounds.maxItems === undefined ? {} : { maxItems: bounds.maxItems }),
    },
    takesNull: false,
    fits: (wire, closeness) => Array.isArray(wire) && wire.every((entry) => item.fits(entry, closeness)),
    decode: (wire, isPartial) => (Array.isArray(wire) ? wire.map((entry) => item.decode(entry, isPartial)) : wire),
    encode: (value) => (Array.isArray(value) ? value.map((entry) => item.encode(entry)) : value),
  };
}

/**
 * A map with keys that are not known beforehand, which no strict schema can say: a list of its entries, inside an object so
 * that a union can tell it from a list.
 */
export function recordNode(key: PortableNode, value: PortableNode): PortableNode {
  const entry = objectNode([
    { name: 'key', node: key, isOptional: false },
    { name: 'value', node: value, isOptional: false },
  ]);
  const whole = objectNode([{ name: 'entries', node: arrayNode(entry, {}), isOptional: false }]);
  const isEntry = (wire: unknown): wire is { readonly key: string; readonly value: unknown } =>
    isRecord(wire) && typeof wire['key'] === 'string' && 'value' in wire;
  return {
    json: describe(whole.json, 'A map by its entries: each key once.'),
    takesNull: false,
    fits: whole.fits,
    decode(wire, isPartial) {
      const listed = isRecord(wire) ? wire['entries'] : undefined;
      if (!Array.isArray(listed)) return isPartial ? {} : [wire];
      const entries = listed.filter(isEntry);
      const isWhole =
        entries.length === listed.length && new Set(entries.map((item) => item.key)).size === listed.length;
      // An entry that is none, or a key that comes twice, is handed on as a list: zod refuses it, and nothing is lost.
      if (!isWhole && !isPartial) return listed;
      return Object.fromEntries(entries.map((item) => [item.key, value.decode(item.value, isPartial)]));
    },
    encode: (record) =>
      isRecord(record)
        ? { entries: Object.entries(record).map(([name, item]) => ({ key: name, value: value.encode(item) })) }
        : record,
  };
}

/** A list with a meaning for each place, which no strict schema can say: an object with a property for each. */
export function tupleNode(
  items: readonly Omit<Field, 'name'>[],
  options: { readonly rest: PortableNode | undefined },
): PortableNode {
  const fields = items.map((item, index) => ({ ...item, name: `item${index + 1}` }));
  const rest = options.rest === undefined ? undefined : arrayNode(options.rest, {});
  const whole = objectNode(rest === undefined ? fields : [...fields, { name: 'rest', node: rest, isOptional: false }]);
  return {
    json: whole.json,
    takesNull: false,
    fits: whole.fits,
    decode(wire, isPartial) {
      const read = whole.decode(wire, isPartial);
      if (!isRecord(read) || Object.keys(read).some((name) => name !== 'rest' && !fields.some((f) => f.name === name)))
        return read;
      const there = fields.findLastIndex(({ name }) => Object.hasOwn(read, name)) + 1;
      const more = Array.isArray(read['rest']) ? (read['rest'] as unknown[]) : [];
      // Places before a rest count, also when they were left out.
      const length = more.length > 0 ? fields.length : there;
      return [...fields.slice(0, length).map(({ name }) => read[name]), ...more];
    },
    encode(value) {
      if (!Array.isArray(value)) return value;
      const named = Object.fromEntries(fields.map(({ name }, index) => [name, value[index] as unknown]));
      return whole.encode(rest === undefined ? named : { ...named, rest: value.slice(fields.length) });
    },
  };
}
