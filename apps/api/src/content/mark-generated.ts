import type { Context } from 'hono';

interface Marks {
  readonly aiGenerated: boolean;
  readonly synthetic: boolean;
}

/** Who wrote the words, and whether the data are generated, for machines that never read a body. */
export function markingHeaders({ aiGenerated, synthetic }: Marks): Readonly<Record<string, string>> {
  return { 'X-AI-Generated': String(aiGenerated), 'X-Synthetic-Data': String(synthetic) };
}

/** Marks an answer with these headers. */
export function markGenerated(c: Context, marks: Marks): void {
  for (const [name, value] of Object.entries(markingHeaders(marks))) c.header(name, value);
}
