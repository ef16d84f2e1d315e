import { parseArray } from './parse-array.ts';

type ValueParser = (text: string) => unknown;

const asText: ValueParser = (text) => text;

/** Types with their object id, the id of their array type, and how a text of the server becomes a JavaScript value. */
const TYPES: readonly (readonly [typeId: number, arrayTypeId: number, parse: ValueParser])[] = [
  [16, 1000, (text) => text === 't' || text === 'true'],
  [17, 1001, parseBytes],
  [20, 1016, BigInt],
  [21, 1005, Number],
  [23, 1007, Number],
  [25, 1009, asText],
  [26, 1028, Number],
  [114, 199, JSON.parse],
  [700, 1021, Number],
  [701, 1022, Number],
  [1042, 1014, asText],
  [1043, 1015, asText],
  [1082, 1182, asText],
  [1184, 1185, parseInstant],
  [1700, 1231, Number],
  [2950, 2951, asText],
  [3802, 3807, JSON.parse],
];

/**
 * The one set of parsers that both databases use, by type id, so that rows have the same JavaScript types on both.
 * `int8` is a bigint. `numeric` is a number: the schema uses it for vehicle prices, shares and scores, and never for
 * the money of calls, which is `int8`. A date stays `YYYY-MM-DD`; an instant is a `Date`; every type that is not
 * listed stays the text of the server.
 */
export const VALUE_PARSERS: Readonly<Record<number, ValueParser>> = Object.fromEntries(
  TYPES.flatMap(([typeId, arrayTypeId, parse]) => [
    [typeId, parse],
    [arrayTypeId, (text: string) => parseArray(text, parse)],
  ]),
);

/**
 * The same parsers in the form that `pg` takes as `types` of one pool, one client or one query. The global parsers of
 * `pg` stay as they are.
 */
export const postgresTypes = {
  getTypeParser(typeId: number, format: 'text' | 'binary' = 'text'): (value: string) => unknown {
    return (format === 'text' ? VALUE_PARSERS[typeId] : undefined) ?? asText;
  },
};

/** `2024-09-30 12:00:00.123456+02` as an instant, cut to milliseconds. */
function parseInstant(text: string): Date {
  const iso = text.replace(' ', 'T');
  return new Date(/[+-]\d\d$/.test(iso) ? `${iso}:00` : iso);
}

function parseBytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.slice(2), 'hex'));
}
