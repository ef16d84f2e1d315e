import type { $ZodType, output } from 'zod/v4/core';
import type { LanguageModel } from '../language-model.ts';
import { type ObjectRequest, type ObjectResult, schemaOf, toGenerateRequest } from './object-request.ts';
import { repairedAnswer } from './repaired-answer.ts';
import { untilAborted } from './until-aborted.ts';

/**
 * Asks a model for an object of a zod 4 schema, which means the same on every provider: see `portableSchema`. The answer is
 * validated against the schema itself; one that does not fit is mended in `repairTurns` turns.
 *
 * Throws `UnportableSchemaError` for a schema that a provider cannot carry. Rejects with `invalid-output` where no answer
 * fitted, `truncated` where the answer was cut (raise `maxOutputTokens`), `refusal` where the model declined.
 *
 * @example
 * const { object } = await generateObject(model, { schema: z.object({ priceUsd: z.int() }), prompt: listingText });
 */
export async function generateObject<Schema extends $ZodType>(
  model: LanguageModel,
  request: ObjectRequest<Schema>,
): Promise<ObjectResult<output<Schema>>> {
  const portable = schemaOf(request);
  return repairedAnswer({
    portable,
    request: toGenerateRequest(request, portable),
    repairTurns: request.repairTurns ?? 1,
    ask: (turn) => untilAborted(model.generate(turn), turn.signal),
  });
}
