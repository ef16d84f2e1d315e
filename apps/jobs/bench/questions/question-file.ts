import { readFileSync } from 'node:fs';
import { z } from 'zod';

const expectationSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('numbers'), sql: z.string() }),
  z.object({ type: z.literal('rows'), sql: z.string() }),
  z.object({ type: z.literal('tool'), tool: z.string(), arguments: z.record(z.string(), z.unknown()) }),
  z.object({ type: z.literal('clarify') }),
  z.object({ type: z.literal('unknown') }),
]);

const questionSchema = z.object({
  id: z.string(),
  topic: z.string(),
  turns: z.array(z.object({ ask: z.string(), expect: expectationSchema })).min(1),
});

/** What an answer has to be. SQL answers one row of headline values, or the ids of the rows that are linked. */
export type Expectation = z.output<typeof expectationSchema>;
export type Question = z.output<typeof questionSchema>;

/** Reads questions, one a line. */
export function readQuestions(path: string): readonly Question[] {
  return readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => questionSchema.parse(JSON.parse(line)));
}
