import type { $ZodType, output } from 'zod/v4/core';
import { isLlmError } from '../errors.ts';
import type { ToolCallPart, ToolDefinition, ToolResultPart } from '../language-model.ts';
import { parseArguments } from '../parse-arguments.ts';
import { type PortableSchema, portableSchema } from '../schema/portable-schema.ts';
import { untilAborted } from './until-aborted.ts';

/** What a tool learns of the call it runs for. */
export interface ToolContext {
  readonly callId: string;
  readonly signal: AbortSignal | undefined;
}

/** A tool that a model may call. One without `execute` ends the call, and the caller runs it. */
export interface Tool<Schema extends $ZodType = $ZodType> {
  readonly description: string;
  readonly input: PortableSchema<Schema>;
  execute?(input: output<Schema>, context: ToolContext): unknown;
}

/** Tools by their names. */
export type ToolSet = Readonly<Record<string, Tool>>;

/**
 * Makes a tool. Its input is described to the model by a zod schema and validated by it before `execute` sees it; throws
 * `UnportableSchemaError` where a provider cannot carry the schema.
 *
 * @example
 * const miles = defineTool({
 *   description: 'The mileage of a listed car.',
 *   input: z.object({ listingId: z.string() }),
 *   execute: ({ listingId }) => mileageOf(listingId),
 * });
 */
export function defineTool<Schema extends $ZodType>(tool: {
  readonly description: string;
  readonly input: Schema;
  readonly execute?: (input: output<Schema>, context: ToolContext) => unknown;
}): Tool<Schema> {
  const { description, execute } = tool;
  return { description, input: portableSchema(tool.input), ...(execute === undefined ? {} : { execute }) };
}

/** The tools as a model is told of them. */
export function definitionsOf(tools: ToolSet): readonly ToolDefinition[] {
  return Object.entries(tools).map(([name, { description, input }]) => ({
    name,
    description,
    inputSchema: input.output.schema,
  }));
}

/**
 * Runs what the model called for. What goes wrong is told to the model as an error of the tool: a name that does not exist,
 * an input that does not fit, an `execute` that throws. Only an abort ends the call.
 */
export async function runTool(
  tools: ToolSet,
  { call, signal }: { readonly call: ToolCallPart; readonly signal: AbortSignal | undefined },
): Promise<ToolResultPart> {
  const { callId, toolName } = call;
  const answer = (resultText: string, isError?: true): ToolResultPart => ({
    type: 'tool-result',
    callId,
    toolName,
    resultText,
    ...(isError === undefined ? {} : { isError }),
  });
  const tool = Object.hasOwn(tools, toolName) ? tools[toolName] : undefined;
  if (tool?.execute === undefined) return answer(`There is no tool ${toolName}.`, true);
  try {
    const input = await tool.input.readWire(parseArguments(call));
    if (!input.isValid)
      return answer(`The input does not fit:\n${input.problems.map((p) => `${p.path}: ${p.reason}`).join('\n')}`, true);
    const result = await untilAborted(Promise.resolve(tool.execute(input.value, { callId, signal })), signal);
    return answer(typeof result === 'string' ? result : (JSON.stringify(result) ?? 'null'));
  } catch (error) {
    if (signal?.aborted) throw error;
    if (isLlmError(error) && error.code === 'invalid-output') return answer('The input is no JSON.', true);
    return answer(`The tool failed: ${error instanceof Error ? error.message : String(error)}`, true);
  }
}
