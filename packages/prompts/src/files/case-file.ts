import { z } from 'zod';
import { PromptError } from '../errors.ts';
import type { PromptTestCase } from '../evaluate/test-case.ts';

const path = z.array(z.union([z.string(), z.number().int().min(0)])).optional();
const name = z.string().min(1);
const assertionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ name, kind: z.literal('schema'), schema: z.record(z.string(), z.unknown()) }),
  z.strictObject({ name, kind: z.literal('exact'), expected: z.unknown(), path }),
  z.strictObject({
    name,
    kind: z.literal('numeric'),
    expected: z.number(),
    path,
    relativeTolerance: z.number().min(0).optional(),
    absoluteTolerance: z.number().min(0).optional(),
  }),
  z.strictObject({
    name,
    kind: z.literal('contains'),
    text: z.string().min(1),
    ignoreCase: z.boolean().optional(),
    absent: z.boolean().optional(),
  }),
  z.strictObject({ name, kind: z.literal('judge'), criterion: z.string().min(1) }),
]);
const casesSchema = z.array(
  z.strictObject({
    id: z.string().min(1),
    variables: z.record(z.string(), z.unknown()),
    assertions: z.array(assertionSchema).min(1),
  }),
);

/** Test cases as JSON: an array with `id`, `variables` and `assertions`. What is none is an `unreadable-file`. */
export function parseCases(text: string, options: { readonly file: string }): readonly PromptTestCase[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new PromptError('unreadable-file', `${options.file} is no JSON: mend it.`, { cause });
  }
  const parsed = casesSchema.safeParse(json);
  if (parsed.success) return parsed.data as unknown as readonly PromptTestCase[];
  const issue = parsed.error.issues[0];
  throw new PromptError(
    'unreadable-file',
    `${options.file} holds no cases at ${issue?.path.join('.') || 'its root'}: ${issue?.message}.`,
  );
}
