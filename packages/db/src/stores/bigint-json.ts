/** JSON text whose bigints come back as such: each is marked, because the names around it may be anything. */
export function toBigintJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'bigint' ? { $bigint: part.toString() } : part,
  );
}

/** The value of such a text. */
export function fromBigintJson(text: string): unknown {
  return JSON.parse(text, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || !('$bigint' in part)) return part;
    return typeof part.$bigint === 'string' && Object.keys(part).length === 1 ? BigInt(part.$bigint) : part;
  });
}
