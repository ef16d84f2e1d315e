import type { Message, RawMessageStreamEvent } from '@anthropic-ai/sdk/resources/messages/messages';
import type { StreamEvent } from '../language-model.ts';

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

  /** Takes one event in; answers what a reader should see of it. */
  add(event: RawMessageStreamEvent): StreamEvent | undefined {
    switch (event.type) {
      case 'message_start':
        this.id = event.message.id;
        this.model = event.message.model;
        this.usage = { ...event.message.usage };
        return undefined;
      case 'message_delta':
        this.stopReason = event.delta.stop_reason;
        this.stopDetails = event.delta.stop_details ?? null;
        // The counts are cumulative; one that is null here was said at the start.
        for (const [name, count] of Object.entries(event.usage ?? {}))
          if (count !== null) Object.assign(this.usage, { [name]: count });
        return undefined;
      case 'content_block_start': {
        const block = event.content_block;
        if (block.type === 'tool_use')
          this.toolUses.set(event.index, { id: block.id, name: block.name, input: block.input, json: '' });
        return block.type === 'text' ? this.#say(block.text) : undefined;
      }
      case 'content_block_delta': {
        const { delta, index } = event;
        if (delta.type === 'text_delta') return this.#say(delta.text);
        if (delta.type === 'thinking_delta') return { type: 'reasoning-delta', text: delta.thinking };
        const toolUse = delta.type === 'input_json_delta' ? this.toolUses.get(index) : undefined;
        if (toolUse !== undefined && delta.type === 'input_json_delta') toolUse.json += delta.partial_json;
        return undefined;
      }
      default:
        return undefined;
    }
  }

  #say(text: string): StreamEvent | undefined {
    if (text === '') return undefined;
    this.text += text;
    return { type: 'text-delta', text };
  }
}
