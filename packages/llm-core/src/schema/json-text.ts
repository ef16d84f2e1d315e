import { Allow, parse } from 'partial-json';

const fence = /^\s*```(?:json)?\s*\n([\s\S]*?)\n?\s*```\s*$/;

/** The JSON value that a text is, also where a model put it into a fence. Throws a `SyntaxError` where there is none. */
export function parseJsonText(text: string): unknown {
  return JSON.parse(fence.exec(text)?.[1] ?? text) as unknown;
}

/** What a JSON text says so far, or `undefined`. Numbers show only when they are whole. */
export function parsePartialJson(text: string): unknown {
  const start = text.search(/[[{]/);
  if (start < 0) return undefined;
  try {
    return parse(text.slice(start), Allow.ALL & ~Allow.NUM & ~Allow.SPECIAL) as unknown;
  } catch {
    return undefined;
  }
}
