import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { anthropicModel } from '../anthropic/anthropic-model.ts';
import type { LlmError } from '../errors.ts';
import type { GenerateRequest, GenerateResult, LanguageModel } from '../language-model.ts';
import { openAIChatModel } from '../openai/openai-chat-model.ts';
import { openAIModel } from '../openai/openai-model.ts';
import { type LoopbackReply, startLoopbackServer } from '../testing/loopback-server.ts';

const request: GenerateRequest = { messages: [{ role: 'user', content: [{ type: 'text', text: 'Hello.' }] }] };
const client = (url: string) => ({ apiKey: 'test', baseURL: url, maxRetries: 0 });

const models = {
  anthropic: (url: string): LanguageModel => anthropicModel(new Anthropic(client(url)), { modelId: 'asked' }),
  'openai-responses': (url: string): LanguageModel =>
    openAIModel(new OpenAI(client(`${url}/v1`)), { modelId: 'asked' }),
  'openai-chat': (url: string): LanguageModel => openAIChatModel(new OpenAI(client(`${url}/v1`)), { modelId: 'asked' }),
};

export type Wire = keyof typeof models;

export interface Replayed {
  readonly result?: GenerateResult;
  readonly error?: LlmError;
  /** What the text deltas of a stream come to. */
  readonly said?: string;
  readonly reasoning?: string;
}

/** What a vendor's real client and our adapter make of one reply that comes over a real socket. */
export async function replayAnswer(wire: Wire, reply: LoopbackReply): Promise<Replayed> {
  await using server = await startLoopbackServer([reply]);
  const model = models[wire](server.url);
  if (reply.kind !== 'events')
    return await model.generate(request).then(
      (result) => ({ result }),
      (error: LlmError) => ({ error }),
    );
  let said = '';
  let reasoning = '';
  try {
    for await (const event of model.stream(request)) {
      if (event.type === 'text-delta') said += event.text;
      if (event.type === 'reasoning-delta') reasoning += event.text;
      if (event.type === 'finish') return { result: event.result, said, reasoning };
    }
    return { said, reasoning };
  } catch (error) {
    return { error: error as LlmError, said, reasoning };
  }
}
