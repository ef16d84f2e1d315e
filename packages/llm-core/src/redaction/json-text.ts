import type { FoundSpan, Span } from './detector.ts';

/** JSON text as a reader of its strings sees it: escapes resolved, with the way back to the text. */
export interface JsonView {
  readonly view: string;
  /** The offset in the JSON text for an offset in the view, its end included. */
  readonly offsetOf: (viewOffset: number) => number;
  /** What is inside the quotes of each string, in the view. */
  readonly strings: readonly Span[];
}

/** A span that may be replaced; a bare one is a number and becomes a string. */
export interface ReplaceablePart extends FoundSpan {
  readonly isBare: boolean;
}

const stringPattern = /"((?:[^"\\]|\\.)*)"/gs;
const charactersPattern = /\\(?:u[0-9a-fA-F]{4}|.)|[^\\]/gs;
const numberPattern = /-?\d[\d.eE+-]*/g;

/** True for an object or an array in JSON. */
export function isJson(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

export function viewJson(text: string): JsonView {
  const offsets: number[] = [];
  const strings: Span[] = [];
  let view = '';
  const copy = (from: number, to: number) => {
    for (let offset = from; offset < to; offset++) offsets.push(offset);
    view += text.slice(from, to);
  };
  let copied = 0;
  for (const match of text.matchAll(stringPattern)) {
    const content = match[1] as string;
    copy(copied, match.index + 1);
    const start = view.length;
    let offset = match.index + 1;
    for (const [written] of content.matchAll(charactersPattern)) {
      const character = written.length === 1 ? written : (JSON.parse(`"${written}"`) as string);
      offsets.push(offset);
      view += character;
      offset += written.length;
    }
    strings.push({ start, end: view.length });
    copied = offset;
  }
  copy(copied, text.length);
  offsets.push(text.length);
  return { view, strings, offsetOf: (viewOffset) => offsets[viewOffset] ?? text.length };
}

/**
 * The parts of a span of the view that may be replaced: what lies inside one string, and whole numbers (`isBare`), which
 * become strings. Brackets, commas and quotes between them stay, so that the JSON stays JSON.
 */
export function replaceableParts(
  span: FoundSpan,
  { view, strings }: Pick<JsonView, 'view' | 'strings'>,
): readonly ReplaceablePart[] {
  const parts: ReplaceablePart[] = [];
  let gapStart = 0;
  const visitGap = (start: number, end: number) => {
    if (end <= span.start || start >= span.end) return;
    for (const number of view.slice(start, end).matchAll(numberPattern)) {
      const from = start + number.index;
      const to = from + number[0].length;
      if (to > span.start && from < span.end) parts.push({ kind: span.kind, start: from, end: to, isBare: true });
    }
  };
  for (const string of strings) {
    visitGap(gapStart, string.start);
    gapStart = string.end;
    const start = Math.max(span.start, string.start);
    const end = Math.min(span.end, string.end);
    if (start < end) parts.push({ kind: span.kind, start, end, isBare: false });
  }
  visitGap(gapStart, view.length);
  return parts;
}
