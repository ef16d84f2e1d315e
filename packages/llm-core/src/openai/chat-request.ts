import type {
  ChatCompletionCreateParamsBase,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions/completions';
import type { GenerateRequest, Message, TextPart } from '../language-model.ts';
import { fitSchema, openAIDialect } from '../schema/fit-schema.ts';

const DEFAULT_MAXIMUM_OUTPUT_TOKENS = 4096;

/** The field that bounds the answer: OpenAI's own models take the newer one, many compatible servers only the older. */
export type MaximumTokensField = 'max_tokens' | 'max_completion_tokens';

/** A request in the words of Chat Completions. */
export function toChatRequest(
  request: GenerateRequest,
  options: { readonly modelId: string; readonly maximumTokensField: MaximumTokensField },
): ChatCompletionCreateParamsBase {
  const { system, tools, output, toolChoice, temperature, reasoningEffort } = request;
  return {
    model: options.modelId,
    messages: [
      ...(system === undefined ? [] : [{ role: 'system' as const, content: system }]),
      ...request.messages.flatMap(toMessages),
    ],
    [options.maximumTokensField]: request.maxOutputTokens ?? DEFAULT_MAXIMUM_OUTPUT_TOKENS,
    ...(temperature === undefined ? {} : { temperature }),
    ...(reasoningEffort === undefined ? {} : { reasoning_effort: reasoningEffort }),
    ...(tools === undefined || tools.length === 0
      ? {}
      : {
          tools: tools.map((tool) => ({
            type: 'function' as const,
            function: { name: tool.name, description: tool.description, parameters: { ...tool.inputSchema } },
          })),
          tool_choice:
            typeof toolChoice === 'object'
              ? { type: 'function' as const, function: { name: toolChoice.toolName } }
              : (toolChoice ?? 'auto'),
        }),
    ...(output === undefined
      ? {}
      : {
          response_format: {
            type: 'json_schema' as const,
            json_schema: { name: output.name, schema: fitSchema(output.schema, openAIDialect), strict: true },
          },
        }),
  };
}

function toMessages(message: Message): ChatCompletionMessageParam[] {
  if (message.role === 'tool')
    return message.content.map((part) => ({ role: 'tool', tool_call_id: part.callId, content: part.resultText }));
  if (message.role === 'user') return [{ role: 'user', content: joined(message.content) }];
  const text = joined(message.content.filter((part) => part.type === 'text'));
  const calls = message.content.filter((part) => part.type === 'tool-call');
  return [
    {
      role: 'assistant',
      ...(text === '' ? {} : { content: text }),
      ...(calls.length === 0
        ? {}
        : {
            tool_calls: calls.map((call) => ({
              id: call.callId,
              type: 'function' as const,
              function: { name: call.toolName, arguments: call.argumentsJson },
            })),
          }),
    },
  ];
}

function joined(parts: readonly TextPart[]): string {
  return parts.map((part) => part.text).join('');
}
