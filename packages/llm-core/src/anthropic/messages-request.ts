import type {
  MessageCreateParamsBase,
  MessageParam,
  TextBlockParam,
  ToolChoice,
} from '@anthropic-ai/sdk/resources/messages/messages';
import { parseArguments } from '../parse-arguments.ts';
import type { GenerateRequest, Message, PromptCache } from '../language-model.ts';
import { anthropicDialect, fitSchema } from '../schema/fit-schema.ts';

const DEFAULT_MAXIMUM_OUTPUT_TOKENS = 4096;

/** A request in the words of the Messages API, which takes no temperature. */
export function toMessagesRequest(modelId: string, request: GenerateRequest): MessageCreateParamsBase {
  const { system, tools, output, reasoningEffort } = request;
  const effort = reasoningEffort === 'none' ? undefined : reasoningEffort;
  return {
    model: modelId,
    max_tokens: request.maxOutputTokens ?? DEFAULT_MAXIMUM_OUTPUT_TOKENS,
    messages: request.messages.map(toMessage),
    ...(system === undefined ? {} : { system: toSystem(system, request.promptCache) }),
    ...(reasoningEffort === 'none' ? { thinking: { type: 'disabled' as const } } : {}),
    ...(effort === undefined && output === undefined
      ? {}
      : {
          output_config: {
            ...(effort === undefined ? {} : { effort }),
            ...(output === undefined
              ? {}
              : { format: { type: 'json_schema' as const, schema: fitSchema(output.schema, anthropicDialect) } }),
          },
        }),
    ...(tools === undefined || tools.length === 0
      ? {}
      : {
          tools: tools.map((tool) => ({
            name: tool.name,
            description: tool.description,
            input_schema: { type: 'object' as const, ...tool.inputSchema },
          })),
          tool_choice: toToolChoice(request.toolChoice),
        }),
  };
}

function toToolChoice(choice: GenerateRequest['toolChoice']): ToolChoice {
  if (typeof choice === 'object') return { type: 'tool', name: choice.toolName };
  return choice === 'required' ? { type: 'any' } : { type: choice ?? 'auto' };
}

function toMessage(message: Message): MessageParam {
  if (message.role === 'tool') {
    return {
      role: 'user',
      content: message.content.map((part) => ({
        type: 'tool_result',
        tool_use_id: part.callId,
        content: part.resultText,
        ...(part.isError === undefined ? {} : { is_error: part.isError }),
      })),
    };
  }
  if (message.role === 'user') {
    return { role: 'user', content: message.content.map((part) => ({ type: 'text', text: part.text })) };
  }
  return {
    role: 'assistant',
    content: message.content.map((part) =>
      part.type === 'text'
        ? { type: 'text', text: part.text }
        : { type: 'tool_use', id: part.callId, name: part.toolName, input: parseArguments(part) },
    ),
  };
}

/** The mark on the system prompt covers the tools too, which come before it in the prefix. */
function toSystem(system: string, cache: PromptCache | undefined): string | TextBlockParam[] {
  if (cache === undefined) return system;
  const ttl = cache.lifetime === 'long' ? ('1h' as const) : ('5m' as const);
  return [{ type: 'text', text: system, cache_control: { type: 'ephemeral', ttl } }];
}
