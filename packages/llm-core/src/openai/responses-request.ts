import type { ResponseCreateParamsBase, ResponseInputItem } from 'openai/resources/responses/responses';
import type { GenerateRequest, Message, PromptCache, TextPart } from '../language-model.ts';
import { fitSchema, openAIDialect } from '../schema/fit-schema.ts';

const DEFAULT_MAXIMUM_OUTPUT_TOKENS = 4096;

/** A request in the words of the Responses API. Nothing is stored at the provider. */
export function toResponsesRequest(modelId: string, request: GenerateRequest): ResponseCreateParamsBase {
  const { system, tools, output, toolChoice, temperature, reasoningEffort } = request;
  const stable = Math.min(request.promptCache?.stableMessages ?? 0, request.messages.length);
  return {
    model: modelId,
    input: request.messages.flatMap((message, index) =>
      index === stable - 1 ? toInputItems(message).map(marked) : toInputItems(message),
    ),
    max_output_tokens: request.maxOutputTokens ?? DEFAULT_MAXIMUM_OUTPUT_TOKENS,
    store: false,
    ...(system === undefined ? {} : { instructions: system }),
    ...toCacheOptions(request.promptCache),
    ...(temperature === undefined ? {} : { temperature }),
    ...(reasoningEffort === undefined ? {} : { reasoning: { effort: reasoningEffort } }),
    ...(tools === undefined || tools.length === 0
      ? {}
      : {
          tools: tools.map((tool) => ({
            type: 'function' as const,
            name: tool.name,
            description: tool.description,
            parameters: { ...tool.inputSchema },
            strict: false,
          })),
          tool_choice:
            typeof toolChoice === 'object'
              ? { type: 'function' as const, name: toolChoice.toolName }
              : (toolChoice ?? 'auto'),
        }),
    ...(output === undefined
      ? {}
      : {
          text: {
            format: {
              type: 'json_schema' as const,
              name: output.name,
              schema: fitSchema(output.schema, openAIDialect),
              strict: true,
            },
          },
        }),
  };
}

function toInputItems(message: Message): ResponseInputItem[] {
  if (message.role === 'tool') {
    return message.content.map((part) => ({
      type: 'function_call_output',
      call_id: part.callId,
      output: part.resultText,
    }));
  }
  if (message.role === 'user') return [{ role: 'user', content: joined(message.content) }];
  const items: ResponseInputItem[] = [];
  const text = joined(message.content.filter((part) => part.type === 'text'));
  if (text !== '') items.push({ role: 'assistant', content: text });
  for (const part of message.content) {
    if (part.type !== 'tool-call') continue;
    items.push({ type: 'function_call', call_id: part.callId, name: part.toolName, arguments: part.argumentsJson });
  }
  return items;
}

/** Ends the prefix that is kept. Only what the user says can carry the mark; other messages are kept as OpenAI sees fit. */
function marked(item: ResponseInputItem): ResponseInputItem {
  if (!('role' in item) || item.role !== 'user' || typeof item.content !== 'string') return item;
  const mark = { mode: 'explicit' as const };
  return { role: 'user', content: [{ type: 'input_text', text: item.content, prompt_cache_breakpoint: mark }] };
}

function joined(parts: readonly TextPart[]): string {
  return parts.map((part) => part.text).join('');
}

function toCacheOptions(
  cache: PromptCache | undefined,
): Pick<ResponseCreateParamsBase, 'prompt_cache_key' | 'prompt_cache_options'> {
  if (cache === undefined) return {};
  return {
    ...(cache.key === undefined ? {} : { prompt_cache_key: cache.key }),
    ...(cache.lifetime === undefined
      ? {}
      : { prompt_cache_options: { ttl: cache.lifetime === 'long' ? ('12h' as const) : ('30m' as const) } }),
  };
}
