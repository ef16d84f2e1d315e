import type { UIMessage } from 'ai';
import type { ChatAnswer } from '../../api/answers.ts';

/** A message of this chat: the words as they come, and the whole answer once it is there. */
export type AnalystMessage = UIMessage<
  never,
  {
    readonly answer: ChatAnswer;
    readonly call: { readonly tool: string; readonly arguments: Readonly<Record<string, unknown>> };
  }
>;

/** The words of a message. */
export function wordsOf({ parts }: Pick<AnalystMessage, 'parts'>): string {
  return parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
}

/** The whole answer of a message; `null` while it is still coming and for a question. */
export function answerOf({ parts }: Pick<AnalystMessage, 'parts'>): ChatAnswer | null {
  const found = parts.findLast((part) => part.type === 'data-answer');
  return found?.type === 'data-answer' ? found.data : null;
}

/** Who answered, as the page says it. */
export function whoAnswered({ analyst, marking }: Pick<ChatAnswer, 'analyst' | 'marking'>): string {
  return analyst === 'built-in' ? 'Built-in analyst' : `Language model ${marking.servedModel}`;
}
