import type { Message, RawMessageStreamEvent } from '@anthropic-ai/sdk/resources/messages/messages';
import type { StreamEvent } from '../language-model.ts';
import { isThinking, type ThinkingBlock, type Thought } from './thinking.ts';

interface ToolUse {
  readonly id: string;
  readonly name: string;
  /** Input that came with the start of the block, for providers that send it whole. */
  readonly input: unknown;
  json: string;
}

/** What is known of a message while its stream arrives. Tool inputs stay the text that the model wrote. */
export class MessageParts {
  id = '';
  model = '';
  text = '';
  stopReason: Message['stop_reason'] = null;
  stopDetails: Message['stop_details'] = null;
  usage: Partial<Message['usage']> = {};
  readonly toolUses = new Map<number, ToolUse>();
  readonly #thinking = new Map<number, { block: ThinkingBlock; readonly precedingToolCalls: number }>();
  #opening = '';

  /** The blocks of thinking, whole once the stream has ended. */
  get thoughts(): readonly Thought[] {
    return [...this.#thinking.values()];
  }

  /** Takes one event in; answers what a reader should see of it. */
  add(event: RawMessageStreamEvent): StreamEvent | undefined {
    switch (event.type) {
      case 'message_start':
        this.id = event.message.id;
        this.model = event.message.model;
        this.usage = { ...event.message.usage };
        // A message that goes on with an earlier one may bring blocks of its own.
        for (const [index, block] of (event.message.content ?? []).entries()) this.#open(index, block);
        return this.#first();
      case 'message_delta':
        this.stopReason = event.delta?.stop_reason ?? this.stopReason;
        this.stopDetails = event.delta?.stop_details ?? this.stopDetails;
        // The counts are cumulative; one that is null here was said at the start.
        for (const [name, count] of Object.entries(event.usage ?? {}))
          if (count !== null) Object.assign(this.usage, { [name]: count });
        return undefined;
      case 'content_block_start': {
        this.#open(event.index, event.content_block);
        return this.#first();
      }
      case 'content_block_delta': {
        const { delta, index } = event;
        if (delta.type === 'text_delta') return this.#say(delta.text);
        if (delta.type === 'thinking_delta') {
          this.#think(index, { thinking: delta.thinking });
          return { type: 'reasoning-delta', text: delta.thinking };
        }
        if (delta.type === 'signature_delta') this.#think(index, { signature: delta.signature });
        const toolUse = delta.type === 'input_json_delta' ? this.toolUses.get(index) : undefined;
        if (toolUse !== undefined && delta.type === 'input_json_delta') toolUse.json += delta.partial_json;
        return undefined;
      }
      default:
        return undefined;
    }
  }

  #open(index: number, block: Message['content'][number]): void {
    if (block.type === 'tool_use')
      this.toolUses.set(index, { id: block.id, name: block.name, input: block.input, json: '' });
    if (block.type === 'text') this.#opening += block.text ?? '';
    if (isThinking(block)) this.#thinking.set(index, { block, precedingToolCalls: this.toolUses.size });
  }

  #think(index: number, more: { readonly thinking?: string; readonly signature?: string }): void {
    const thought = this.#thinking.get(index);
    if (thought?.block.type !== 'thinking') return;
    const { thinking = '', signature = '' } = thought.block;
    thought.block = {
      ...thought.block,
      thinking: thinking + (more.thinking ?? ''),
      signature: signature + (more.signature ?? ''),
    };
  }

  /** What the blocks that were opened said already. */
  #first(): StreamEvent | undefined {
    const text = this.#opening;
    this.#opening = '';
    return this.#say(text);
  }

  #say(text: string): StreamEvent | undefined {
    if (text === '') return undefined;
    this.text += text;
    return { type: 'text-delta', text };
  }
}
