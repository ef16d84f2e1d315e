import type {
  CacheControlEphemeral,
  ContentBlockParam,
  MessageCreateParamsBase,
  MessageParam,
  TextBlockParam,
  ThinkingBlockParam,
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
  const mark = markOf(request.promptCache);
  const stable = mark === undefined ? 0 : Math.min(request.promptCache?.stableMessages ?? 0, request.messages.length);
  return {
    model: modelId,
    max_tokens: request.maxOutputTokens ?? DEFAULT_MAXIMUM_OUTPUT_TOKENS,
    messages: request.messages.map((message, index) =>
      index === stable - 1 ? marked(toMessage(message), mark) : toMessage(message),
    ),
    ...(system === undefined ? {} : { system: toSystem(system, mark) }),
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
          tools: tools.map((tool, index) => ({
            name: tool.name,
            description: tool.description,
            input_schema: { type: 'object' as const, ...tool.inputSchema },
            // Where there is a system prompt its mark covers the tools, which come before it in the prefix.
            ...(mark !== undefined && system === undefined && index === tools.length - 1
              ? { cache_control: mark }
              : {}),
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
    content: message.content.map((part): ContentBlockParam => {
      if (part.type === 'text') return { type: 'text', text: part.text };
      if (part.type === 'reasoning') return part.block as unknown as ThinkingBlockParam;
      return { type: 'tool_use', id: part.callId, name: part.toolName, input: parseArguments(part) };
    }),
  };
}

function toSystem(system: string, mark: CacheControlEphemeral | undefined): string | TextBlockParam[] {
  return mark === undefined ? system : [{ type: 'text', text: system, cache_control: mark }];
}

/** Ends the prefix that is kept. */
function markOf(cache: PromptCache | undefined): CacheControlEphemeral | undefined {
  if (cache === undefined) return undefined;
  return { type: 'ephemeral', ttl: cache.lifetime === 'long' ? '1h' : '5m' };
}

function marked(message: MessageParam, mark: CacheControlEphemeral | undefined): MessageParam {
  if (mark === undefined || typeof message.content === 'string') return message;
  const last = message.content.length - 1;
  const content = message.content.map((block, index) => (index === last ? { ...block, cache_control: mark } : block));
  return { ...message, content } as MessageParam;
}
