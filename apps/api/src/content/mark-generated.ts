import type { Context } from 'hono';

/** Marks an answer for machines that never read its body: who wrote the words, and whether the data are generated. */
export function markGenerated(c: Context, marks: { readonly aiGenerated: boolean; readonly synthetic: boolean }): void {
  c.header('X-AI-Generated', String(marks.aiGenerated));
  c.header('X-Synthetic-Data', String(marks.synthetic));
}
