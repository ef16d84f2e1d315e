import type { AnalystEvent } from '@pa/engines';
import { toChatBody } from './to-chat-body.ts';

/** Tells clients of the AI SDK which protocol they read (UI message stream, version 1). */
export const UI_STREAM_HEADERS = { 'x-vercel-ai-ui-message-stream': 'v1' };

/** The events of an answer as parts of a UI message stream: the text, the whole answer as data, and its rows as sources. */
export async function* uiMessageStream(
  events: AsyncIterable<AnalystEvent>,
  { messageId }: { readonly messageId: string },
): AsyncGenerator<object> {
  const id = 'text';
  let isOpen = false;
  for await (const event of events) {
    if (event.type === 'started') yield { type: 'start', messageId };
    if (event.type === 'tool') yield { type: 'data-call', data: { tool: event.tool, arguments: event.arguments } };
    if (event.type === 'text') {
      if (!isOpen) yield { type: 'text-start', id };
      isOpen = true;
      yield { type: 'text-delta', id, delta: event.delta };
    }
    if (event.type === 'done') {
      if (isOpen) yield { type: 'text-end', id };
      const answer = toChatBody(event.answer);
      yield { type: 'data-answer', data: answer };
      for (const row of answer.rows) {
        yield {
          type: 'source-document',
          sourceId: row.id,
          mediaType: 'application/json',
          title: row.title,
        };
      }
      yield { type: 'finish' };
    }
  }
}
