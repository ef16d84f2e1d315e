import { LlmError } from './errors.ts';
import type { ToolCallPart } from './language-model.ts';

/** The arguments of a tool call as a value. Fails with `invalid-output` where the model wrote no JSON. */
export function parseArguments(call: ToolCallPart): unknown {
  try {
    return JSON.parse(call.argumentsJson) as unknown;
  } catch (cause) {
    throw new LlmError('invalid-output', `The arguments of the tool call ${call.callId} are no JSON.`, { cause });
  }
}
