import type { ChatCompletion, ChatCompletionChunk } from 'openai/resources/chat/completions/completions';
import { completedResult, type ResponseEnd } from '../completed-result.ts';
import type { GenerateResult, StreamEvent } from '../language-model.ts';
import { fromChatUsage } from './chat-usage.ts';

const ends: Readonly<Record<string, ResponseEnd>> = {
  stop: 'stop',
  tool_calls: 'tool-calls',
  function_call: 'tool-calls',
  length: 'truncated',
  content_filter: 'content-policy',
};

/** Compatible servers send reasoning under either name, beside what the client's types know. */
interface Reasoning {
  readonly reasoning_content?: string | null;
  readonly reasoning?: string | null;
}

/** A piece of a tool call as servers send it; what the client's types hold to be there may be missing. */
interface CallPart {
  readonly index?: number;
  readonly id?: string | null;
  readonly function?: { readonly name?: string | null; readonly arguments?: string | null };
  readonly custom?: { readonly name?: string; readonly input?: string };
}

/** Some servers send the content as parts, reasoning among them. */
function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content
    .map((part: { readonly type?: string; readonly text?: unknown } | null) =>
      part?.type === 'text' && typeof part.text === 'string' ? part.text : '',
    )
    .join('');
}

/** What is known of a chat completion, whole or while its chunks arrive. */
export class ChatParts {
  #id: string | undefined;
  #model = '';
  #text = '';
  #refusal = '';
  #finishReason: string | null = null;
  #usage: ChatCompletion['usage'] | null;
  #serviceTier: string | null | undefined;
  readonly #calls = new Map<number, { id: string; name: string; json: string; isCustom: boolean }>();
  /** The call that pieces of an index belong to now. */
  readonly #openPlaces = new Map<number, number>();

  /** False until the provider said why it stopped. */
  get isDone(): boolean {
    return this.#finishReason !== null;
  }

  addWhole(completion: ChatCompletion): void {
    this.#addHead(completion);
    const choice = completion.choices[0];
    if (choice === undefined) return;
    this.#text = textOf(choice.message.content);
    this.#refusal = choice.message.refusal ?? '';
    this.#finishReason = choice.finish_reason ?? 'stop';
    for (const [index, call] of (choice.message.tool_calls ?? []).entries()) {
      const [name, json] =
        call.type === 'function'
          ? [call.function.name, call.function.arguments]
          : [call.custom.name, JSON.stringify(call.custom.input)];
      this.#calls.set(index, { id: call.id, name, json, isCustom: false });
    }
  }

  /** Takes one chunk in; answers what a reader should see of it. */
  *addChunk(chunk: ChatCompletionChunk): Generator<StreamEvent> {
    this.#addHead(chunk);
    const choice = chunk.choices?.[0];
    if (choice === undefined) return;
    const { delta } = choice;
    const reasoning =
      (delta as Reasoning | undefined)?.reasoning_content ?? (delta as Reasoning | undefined)?.reasoning;
    if (reasoning) yield { type: 'reasoning-delta', text: reasoning };
    const text = textOf(delta?.content);
    if (text !== '') {
      this.#text += text;
      yield { type: 'text-delta', text };
    }
    this.#refusal += delta?.refusal ?? '';
    for (const part of delta?.tool_calls ?? []) this.#addCallPart(part);
    this.#finishReason = choice.finish_reason ?? this.#finishReason;
  }

  toResult(options: { readonly provider: string; readonly modelId: string }): GenerateResult {
    const toolCalls = [...this.#calls.values()].map(({ id, name, json, isCustom }) => ({
      type: 'tool-call' as const,
      callId: id,
      toolName: name,
      argumentsJson: isCustom ? JSON.stringify(json) : json === '' ? '{}' : json,
    }));
    const end = ends[this.#finishReason ?? 'stop'] ?? 'stop';
    return completedResult({
      // Some servers say `stop` where they want tools to run.
      end: this.#refusal !== '' ? 'refusal' : end === 'stop' && toolCalls.length > 0 ? 'tool-calls' : end,
      reason: this.#refusal,
      text: this.#text,
      toolCalls,
      usage: fromChatUsage(this.#usage, this.#serviceTier),
      provider: options.provider,
      requestedModel: options.modelId,
      servedModel: this.#model === '' ? options.modelId : this.#model,
      responseId: this.#id,
      warnings: [],
    });
  }

  #addCallPart(part: CallPart): void {
    const index = this.#placeOf(part);
    const call = this.#calls.get(index) ?? { id: '', name: '', json: '', isCustom: part.custom !== undefined };
    call.id ||= part.id ?? '';
    call.name ||= part.function?.name ?? part.custom?.name ?? '';
    call.json += part.function?.arguments ?? part.custom?.input ?? '';
    this.#calls.set(index, call);
  }

  /** There are servers that give no index, or every call the same: then a new id begins a new call. */
  #placeOf({ index = -1, id }: CallPart): number {
    const open = this.#openPlaces.get(index);
    const known = open === undefined ? undefined : this.#calls.get(open);
    const isSame = known !== undefined && (!id || known.id === '' || known.id === id);
    const place = isSame && open !== undefined ? open : (this.#placeOfId(id) ?? this.#calls.size);
    this.#openPlaces.set(index, place);
    return place;
  }

  #placeOfId(id: string | null | undefined): number | undefined {
    return id ? [...this.#calls].find(([, call]) => call.id === id)?.[0] : undefined;
  }

  #addHead(head: Pick<ChatCompletionChunk, 'id' | 'model' | 'usage' | 'service_tier'>): void {
    this.#id = head.id || this.#id;
    this.#model = head.model || this.#model;
    this.#usage = head.usage ?? this.#usage;
    this.#serviceTier = head.service_tier ?? this.#serviceTier;
  }
}
