import type { GenerateRequest, Message, ReasoningPart, ToolDefinition } from '../language-model.ts';
import { isJson } from './json-text.ts';
import { placeholderPattern } from './placeholder.ts';
import type { TextForm } from './vault.ts';

export type MapText = (text: string, form: TextForm) => string;

/** Words of JSON Schema whose strings name things and hold no prose. */
const schemaNames = new Set(['$ref', '$id', '$schema', '$anchor', 'type', 'format', 'pattern', 'required']);

/** The request with every text replaced that a provider reads, in the order in which a provider reads them. */
export function mapRequestTexts(request: GenerateRequest, map: MapText): GenerateRequest {
  const tools = request.tools?.map((tool) => mapTool(tool, map));
  const system = request.system === undefined ? undefined : map(request.system, 'text');
  const messages = request.messages.map((message) => mapMessage(message, map));
  const output = request.output && { ...request.output, schema: mapSchema(request.output.schema, map) };
  return {
    ...request,
    ...(tools && { tools }),
    ...(system !== undefined && { system }),
    messages,
    ...(output && { output }),
  };
}

function mapTool(tool: ToolDefinition, map: MapText): ToolDefinition {
  return { ...tool, description: map(tool.description, 'text'), inputSchema: mapSchema(tool.inputSchema, map) };
}

function mapMessage(message: Message, map: MapText): Message {
  if (message.role === 'tool') {
    const content = message.content.map((part) => ({
      ...part,
      resultText: map(part.resultText, isJson(part.resultText) ? 'json' : 'text'),
    }));
    return { ...message, content };
  }
  if (message.role === 'user') {
    return { ...message, content: message.content.map((part) => ({ ...part, text: map(part.text, 'text') })) };
  }
  const content = message.content.flatMap((part) => {
    if (part.type === 'reasoning') return isUnchanged(part, map) ? part : [];
    if (part.type === 'text') return { ...part, text: map(part.text, 'text') };
    const form = isJson(part.argumentsJson) ? 'json' : 'text';
    return { ...part, argumentsJson: map(part.argumentsJson, form) };
  });
  return { ...message, content };
}

/**
 * Whether nothing of what was thought has to be replaced. It is signed, so that it goes as it is or not at all. Placeholders in
 * it were there when it was written.
 */
function isUnchanged({ text }: ReasoningPart, map: MapText): boolean {
  const bare = text.replaceAll(placeholderPattern, ' ');
  return map(bare, 'text') === bare;
}

/** Descriptions, examples, defaults and allowed values of a schema; the names of its properties stay. */
function mapSchema(schema: Readonly<Record<string, unknown>>, map: MapText): Readonly<Record<string, unknown>> {
  const mapValue = (value: unknown): unknown => {
    if (typeof value === 'string') return map(value, 'text');
    if (Array.isArray(value)) return value.map(mapValue);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => {
        const isName = schemaNames.has(name) && (typeof inner === 'string' || Array.isArray(inner));
        return [name, isName ? inner : mapValue(inner)];
      }),
    );
  };
  return mapValue(schema) as Readonly<Record<string, unknown>>;
}
