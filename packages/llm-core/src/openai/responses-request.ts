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
    ...(asksForReasoning(request) ? { include: ['reasoning.encrypted_content' as const] } : {}),
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

/** What was thought before a tool call is wanted back with its result; without tools nothing comes back. */
function asksForReasoning({ tools, reasoningEffort }: GenerateRequest): boolean {
  return tools !== undefined && tools.length > 0 && reasoningEffort !== 'none';
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
  let last: { role: 'assistant'; content: string } | undefined;
  for (const part of message.content) {
    if (part.type === 'text' && last !== undefined) {
      last.content += part.text;
      continue;
    }
    last = undefined;
    if (part.type === 'reasoning') items.push(withoutStatus(part.block));
    else if (part.type === 'tool-call')
      items.push({ type: 'function_call', call_id: part.callId, name: part.toolName, arguments: part.argumentsJson });
    else if (part.text !== '') items.push((last = { role: 'assistant', content: part.text }));
  }
  return items;
}

/** The item as it is taken in, where its status would be an unknown field. */
function withoutStatus({ status: _status, ...item }: Readonly<Record<string, unknown>>): ResponseInputItem {
  return item as unknown as ResponseInputItem;
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
