/** The kind of a text that looked like a placeholder before anything was replaced. */
export const literalKind = 'literal';

/** `[[EMAIL_1]]`: only characters that JSON, Markdown and HTML leave alone, and brackets only at the ends. */
export function placeholderOf(kind: string, index: number): string {
  return `[[${kind.toUpperCase().replaceAll('-', '_')}_${index}]]`;
}

/** Every text that has the form of a placeholder, ours or not. */
export const placeholderPattern = /\[\[[A-Z][A-Z0-9_]{0,40}_[1-9]\d{0,6}\]\]/g;

const unfinishedPattern = /\[(?:\[(?:[A-Z][A-Z0-9_]*\]?)?)?$/;

/**
 * How many characters at the end of a text may be the beginning of a placeholder of at most `longest` characters. They must
 * wait for what follows.
 */
export function unfinishedLength(text: string, options: { readonly longest: number }): number {
  const tail = text.slice(Math.max(0, text.length - options.longest + 1));
  return unfinishedPattern.exec(tail)?.[0].length ?? 0;
}
