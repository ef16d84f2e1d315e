/**
 * A deep, frozen copy of plain data: what a memory store keeps and hands out, so that neither the writer nor a reader
 * can change what is stored. Throws where the value is not plain data.
 */
export function immutableCopy<Value>(value: Value): Value {
  return freezeDeep(structuredClone(value));
}

/** The same for values that every store keeps as JSON: what JSON cannot say is lost here as it is in a database. */
export function immutableJson<Value>(value: Value): Value {
  return freezeDeep(JSON.parse(JSON.stringify(value ?? null)) as Value);
}

function freezeDeep<Value>(value: Value): Value {
  if (value !== null && typeof value === 'object') {
    for (const field of Object.values(value)) freezeDeep(field);
    Object.freeze(value);
  }
  return value;
}
