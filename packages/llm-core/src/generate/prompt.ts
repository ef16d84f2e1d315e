import { LlmError } from '../errors.ts';
import type { GenerateRequest, Message } from '../language-model.ts';

/** What is asked: a text, or the messages of a conversation. One of the two. */
export interface Prompt {
  readonly prompt?: string;
  readonly messages?: readonly Message[];
}

/** What every call takes, beside what makes it the call it is. */
export type CallRequest = Omit<GenerateRequest, 'messages' | 'tools' | 'output'> & Prompt;

/** The messages of a call. Throws `invalid-request` where neither or both were given. */
export function messagesOf({ prompt, messages }: Prompt): readonly Message[] {
  if (prompt !== undefined && messages === undefined) return [userMessage(prompt)];
  if (messages !== undefined && prompt === undefined) return messages;
  throw new LlmError('invalid-request', 'A call takes either a prompt or messages: give one of them.');
}

/** A message of the user. */
export function userMessage(text: string): Message {
  return { role: 'user', content: [{ type: 'text', text }] };
}
