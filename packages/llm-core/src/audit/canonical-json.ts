/** JSON with sorted keys and without `undefined`: the same value always gives the same text. */
export function canonicalJson(value: unknown): string {
  return written(value) ?? 'null';
}

/** As `JSON.stringify` writes it, but for the order of keys; `undefined` for what it leaves out. */
function written(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (typeof (value as { readonly toJSON?: unknown }).toJSON === 'function')
    return written(JSON.parse(JSON.stringify(value)) as unknown);
  if (Array.isArray(value)) return `[${value.map((inner) => written(inner) ?? 'null').join(',')}]`;
  let text = '';
  for (const key of Object.keys(value).sort()) {
    const inner = written((value as Readonly<Record<string, unknown>>)[key]);
    if (inner !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${inner}`;
  }
  return `{${text}}`;
}
