import type { Message } from '@anthropic-ai/sdk/resources/messages/messages';
import type { ReasoningPart } from '../language-model.ts';

type Block = Message['content'][number];
export type ThinkingBlock = Extract<Block, { readonly type: 'thinking' | 'redacted_thinking' }>;

/** A block of thinking and how many tools had been called before it. */
export interface Thought {
  readonly block: ThinkingBlock;
  readonly precedingToolCalls: number;
}

export function isThinking(block: Block): block is ThinkingBlock {
  return block.type === 'thinking' || block.type === 'redacted_thinking';
}

/** A block of thinking as a part that can be sent back. One without a signature would be refused: `undefined`. */
export function reasoningPart(
  block: ThinkingBlock,
  origin: { readonly modelId: string; readonly precedingToolCalls: number },
): ReasoningPart | undefined {
  if (block.type === 'thinking' && !block.signature) return undefined;
  const text = block.type === 'thinking' ? (block.thinking ?? '') : '';
  return { type: 'reasoning', provider: 'anthropic', ...origin, text, block: { ...block } };
}
