export interface CodeBlock {
  readonly language: string;
  readonly code: string;
  /** Line of the opening fence, from 1. */
  readonly line: number;
}

/** The fenced code blocks of a Markdown text, in order. */
export function codeBlocks(markdown: string): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: { language: string; line: number; lines: string[] } | null = null;
  for (const [index, text] of markdown.split('\n').entries()) {
    const fence = /^```(\S*)/.exec(text);
    if (open === null && fence !== null) open = { language: fence[1] ?? '', line: index + 1, lines: [] };
    else if (open !== null && fence !== null) {
      blocks.push({ language: open.language, line: open.line, code: open.lines.join('\n') });
      open = null;
    } else open?.lines.push(text);
  }
  return blocks;
}
