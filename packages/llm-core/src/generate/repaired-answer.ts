import type { $ZodType, output } from 'zod/v4/core';
import { LlmError } from '../errors.ts';
import type { GenerateRequest, GenerateResult, Message } from '../language-model.ts';
import type { PortableSchema } from '../schema/portable-schema.ts';
import type { SchemaProblem } from '../schema/unportable-schema-error.ts';
import { totalOf, withEarlierResults } from './call-usage.ts';
import type { ObjectResult } from './object-request.ts';
import { userMessage } from './prompt.ts';

/**
 * Asks for an answer and validates it; one that does not fit is shown to the model with what is wrong, path by path. Where
 * no turn is left that is `invalid-output`, with the attempts and the usage of all turns. A truncation and a refusal are
 * errors of the model and no answers to be mended.
 */
export async function repairedAnswer<Schema extends $ZodType>(options: {
  readonly portable: PortableSchema<Schema>;
  readonly request: GenerateRequest;
  readonly repairTurns: number;
  /** `turn` counts from 0. */
  readonly ask: (request: GenerateRequest, turn: number) => Promise<GenerateResult>;
}): Promise<ObjectResult<output<Schema>>> {
  const { portable, request, repairTurns, ask } = options;
  const results: GenerateResult[] = [];
  const added: Message[] = [];
  for (let turn = 0; ; turn++) {
    const result = await ask({ ...request, messages: [...request.messages, ...added] }, turn).catch(
      (error: unknown) => {
        throw withEarlierResults(error, results);
      },
    );
    results.push(result);
    const read = await portable.read(result.text);
    const total = totalOf(results as [GenerateResult, ...GenerateResult[]]);
    const { toolCalls: _toolCalls, ...rest } = result;
    if (read.isValid) return { ...rest, ...total, object: read.value, provenance: turn === 0 ? 'model' : 'repaired' };
    if (turn >= repairTurns) throw misfit(result, { ...total, name: portable.output.name, problems: read.problems });
    if (result.text !== '') added.push({ role: 'assistant', content: [{ type: 'text', text: result.text }] });
    added.push(userMessage(repairOrder(read.problems)));
  }
}

function repairOrder(problems: readonly SchemaProblem[]): string {
  return `That answer does not fit what was asked for:\n${listed(problems)}\nAnswer again with the whole JSON value, mended, and nothing else.`;
}

function listed(problems: readonly SchemaProblem[]): string {
  return problems.map(({ path, reason }) => `- ${path}: ${reason}`).join('\n');
}

function misfit(
  result: GenerateResult,
  about: ReturnType<typeof totalOf> & { readonly name: string; readonly problems: readonly SchemaProblem[] },
): LlmError {
  const { usage, attempts, name, problems } = about;
  const message = `The answer of ${result.servedModel} of ${result.provider} does not fit the schema ${name}:\n${listed(problems)}`;
  return new LlmError('invalid-output', message, {
    provider: result.provider,
    modelId: result.requestedModel,
    partialText: result.text,
    usage,
    attempts,
  });
}
