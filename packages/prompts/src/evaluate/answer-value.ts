import type { AnswerPath } from './test-case.ts';

/** The JSON of an answer, also where it stands in a fenced block; `undefined` where there is none. */
export function answerJson(answer: string): unknown {
  const fenced = /^\s*```(?:json)?\s*\n([\s\S]*?)\n\s*```\s*$/.exec(answer);
  try {
    return JSON.parse(fenced?.[1] ?? answer);
  } catch {
    return undefined;
  }
}

/** The value at a path of an answer's JSON; `undefined` where there is none. */
export function valueAt(answer: string, path: AnswerPath): unknown {
  let value = answerJson(answer);
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

/** The first number of a text, thousands marked by commas or not; `null` where there is none. */
export function firstNumber(text: string): number | null {
  const match = /-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d+)?/.exec(text);
  return match === null ? null : Number(match[0].replaceAll(',', ''));
}
