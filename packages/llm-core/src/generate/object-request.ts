import type { $ZodType } from 'zod/v4/core';
import type { GenerateRequest, GenerateResult } from '../language-model.ts';
import { type PortableSchema, portableSchema } from '../schema/portable-schema.ts';
import { type CallRequest, messagesOf } from './prompt.ts';

/** What is asked of `generateObject` and `streamObject`. */
export interface ObjectRequest<Schema extends $ZodType> extends Omit<CallRequest, 'toolChoice'> {
  /** A zod 4 schema, or one that was compiled before, so that a call does not have to. */
  readonly schema: Schema | PortableSchema<Schema>;
  /** What the answer is called, for the provider. Default `answer`; a compiled schema has its own. */
  readonly name?: string;
  /** How often the model may mend an answer that does not fit. Default 1. */
  readonly repairTurns?: number;
}

/** A validated answer. `usage`, `attempts` and `warnings` are those of every turn and attempt. */
export interface ObjectResult<Value> extends Omit<GenerateResult, 'toolCalls'> {
  readonly object: Value;
  /** `repaired` where the first answer did not fit and a later one did. */
  readonly provenance: 'model' | 'repaired';
}

const compiled = new WeakMap<$ZodType, PortableSchema>();

/** The compiled schema of a request. A zod schema is compiled once. */
export function schemaOf<Schema extends $ZodType>(request: ObjectRequest<Schema>): PortableSchema<Schema> {
  if ('readWire' in request.schema) return request.schema;
  const { name = 'answer' } = request;
  const known = compiled.get(request.schema);
  if (known?.output.name === name) return known as PortableSchema<Schema>;
  const fresh = portableSchema(request.schema, { name });
  compiled.set(request.schema, fresh as PortableSchema);
  return fresh;
}

/** The request as a model takes it. */
export function toGenerateRequest<Schema extends $ZodType>(
  request: ObjectRequest<Schema>,
  portable: PortableSchema<Schema>,
): GenerateRequest {
  const { schema: _schema, name: _name, repairTurns: _turns, prompt: _prompt, messages: _messages, ...rest } = request;
  return { ...rest, messages: messagesOf(request), output: portable.output };
}
