import type { FoundSpan } from './detector.ts';

/**
 * Spans that do not overlap, in order. Where some overlap, one span covers all of them, so that no part of any value is
 * left over; the longest of them gives the kind, of equals the more specific (the lower `rank`).
 */
export function resolveOverlaps(
  found: readonly FoundSpan[],
  options: { readonly rank: (kind: string) => number },
): readonly FoundSpan[] {
  const { rank } = options;
  const sorted = [...found].sort((one, other) => one.start - other.start);
  const resolved: FoundSpan[] = [];
  let named: FoundSpan | undefined;
  for (const span of sorted) {
    const last = resolved.at(-1);
    if (last === undefined || named === undefined || span.start >= last.end) {
      resolved.push(span);
      named = span;
      continue;
    }
    const longer = span.end - span.start - (named.end - named.start);
    if (longer > 0 || (longer === 0 && rank(span.kind) < rank(named.kind))) named = span;
    resolved[resolved.length - 1] = { kind: named.kind, start: last.start, end: Math.max(last.end, span.end) };
  }
  return resolved;
}
