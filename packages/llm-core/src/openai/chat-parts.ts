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

/** What is known of a chat completion, whole or while its chunks arrive. */
export class ChatParts {
  #id: string | undefined;
  #model = '';
  #text = '';
  #refusal = '';
  #finishReason: string | null = null;
  #usage: ChatCompletion['usage'] | null;
  #serviceTier: string | null | undefined;
  readonly #calls = new Map<number, { id: string; name: string; json: string }>();

  /** False until the provider said why it stopped. */
  get isDone(): boolean {
    return this.#finishReason !== null;
  }

  addWhole(completion: ChatCompletion): void {
    this.#addHead(completion);
    const choice = completion.choices[0];
    if (choice === undefined) return;
    this.#text = choice.message.content ?? '';
    this.#refusal = choice.message.refusal ?? '';
    this.#finishReason = choice.finish_reason ?? 'stop';
    for (const [index, call] of (choice.message.tool_calls ?? []).entries()) {
      const [name, json] =
        call.type === 'function'
          ? [call.function.name, call.function.arguments]
          : [call.custom.name, JSON.stringify(call.custom.input)];
      this.#calls.set(index, { id: call.id, name, json });
    }
  }

  /** Takes one chunk in; answers what a reader should see of it. */
  *addChunk(chunk: ChatCompletionChunk): Generator<StreamEvent> {
    this.#addHead(chunk);
    const choice = chunk.choices?.[0];
    if (choice === undefined) return;
    const { delta } = choice;
    const reasoning = (delta as Reasoning).reasoning_content ?? (delta as Reasoning).reasoning;
    if (reasoning) yield { type: 'reasoning-delta', text: reasoning };
    if (delta?.content) {
      this.#text += delta.content;
      yield { type: 'text-delta', text: delta.content };
    }
    this.#refusal += delta?.refusal ?? '';
    for (const part of delta?.tool_calls ?? []) {
      const call = this.#calls.get(part.index) ?? { id: '', name: '', json: '' };
      call.id ||= part.id ?? '';
      call.name ||= part.function?.name ?? '';
      call.json += part.function?.arguments ?? '';
      this.#calls.set(part.index, call);
    }
    this.#finishReason = choice.finish_reason ?? this.#finishReason;
  }

  toResult(options: { readonly provider: string; readonly modelId: string }): GenerateResult {
    const toolCalls = [...this.#calls.values()].map(({ id, name, json }) => ({
      type: 'tool-call' as const,
      callId: id,
      toolName: name,
      argumentsJson: json === '' ? '{}' : json,
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

  #addHead(head: Pick<ChatCompletionChunk, 'id' | 'model' | 'usage' | 'service_tier'>): void {
    this.#id = head.id || this.#id;
    this.#model = head.model || this.#model;
    this.#usage = head.usage ?? this.#usage;
    this.#serviceTier = head.service_tier ?? this.#serviceTier;
  }
}
