import type { Clause } from './listing-reading.ts';

const BOUNDARY = /[;!?\n\r•|()[\]]+|\.(?=\s|$)|\s[-–—]+\s|,?\s+\b(?:but|however|although|though)\b|,\s*(?=now\b)/giu;

/** The clauses of a text: what is denied in one is not denied in the next. */
export function splitClauses(text: string): readonly Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  const push = (end: number): void => {
    if (text.slice(start, end).trim() !== '') clauses.push({ text: text.slice(start, end), start });
  };
  for (const match of text.matchAll(BOUNDARY)) {
    push(match.index);
    start = match.index + match[0].length;
  }
  push(text.length);
  return clauses;
}
