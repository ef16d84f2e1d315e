/**
 * JSON with sorted keys and without members that are `undefined`, so that equal values give equal bytes (the idea of
 * RFC 8785). Throws a `TypeError` for what JSON cannot hold: functions, symbols, bigints, NaN, infinities and cycles, since
 * dropping them would make two different requests look equal.
 */
export function canonicalJson(value: unknown): string {
  return encode(value, []);
}

function encode(value: unknown, parents: readonly object[]): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`A cache key cannot hold the number ${value}.`);
    return JSON.stringify(value);
  }
  if (typeof value !== 'object') throw new TypeError(`A cache key cannot hold a ${typeof value}.`);
  if (parents.includes(value)) throw new TypeError('A cache key cannot hold a value that contains itself.');
  const chain = [...parents, value];
  if (Array.isArray(value)) return `[${value.map((item) => encode(item, chain)).join(',')}]`;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    if (value instanceof Date) return JSON.stringify(value.toISOString());
    throw new TypeError(`A cache key cannot hold a ${value.constructor.name}: pass plain data.`);
  }
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
    .map(([name, member]) => `${JSON.stringify(name)}:${encode(member, chain)}`);
  return `{${members.join(',')}}`;
}
