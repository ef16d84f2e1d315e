import type { AnalystAnswer, AnalystEvent } from '@pa/engines';
import { toChatBody } from './to-chat-body.ts';

/** What each chunk or completion of one request says of itself. */
export interface CompletionFrame {
  readonly id: string;
  /** Seconds since 1970. */
  readonly created: number;
}

/** The events of an answer as chunks of the OpenAI chat completions protocol; the last one says who wrote the words. */
export async function* completionChunks(
  events: AsyncIterable<AnalystEvent>,
  { id, created, model }: CompletionFrame & { readonly model: string },
): AsyncGenerator<object> {
  const chunk = (delta: object, finishReason: string | null) => ({
    id,
    object: 'chat.completion.chunk',
    created,
    model,
    choices: [{ index: 0, delta, finish_reason: finishReason }],
  });
  for await (const event of events) {
    if (event.type === 'started') yield chunk({ role: 'assistant', content: '' }, null);
    if (event.type === 'text') yield chunk({ content: event.delta }, null);
    if (event.type === 'done') {
      yield chunk({ content: `\n\n${closingLine(event.answer)}` }, null);
      yield { ...chunk({}, 'stop'), marking: toChatBody(event.answer).marking };
    }
  }
}

/** A whole answer as a chat completion. Tokens are not counted here: the ledger does. */
export function completion(answer: AnalystAnswer, { id, created }: CompletionFrame): object {
  const content = `${answer.text}\n\n${closingLine(answer)}`;
  return {
    id,
    object: 'chat.completion',
    created,
    model: answer.servedModel,
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    marking: toChatBody(answer).marking,
    usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
  };
}

/** Who answered, and that it is no advice: such clients show nothing but the words. */
function closingLine({ analyst, servedModel, disclaimer, choices }: AnalystAnswer): string {
  const who = analyst === 'built-in' ? 'The built-in analyst.' : `With the language model ${servedModel}.`;
  const next = choices.length === 0 ? '' : `You could ask: ${choices.join(' · ')}\n\n`;
  return `${next}${who} ${disclaimer}`;
}
