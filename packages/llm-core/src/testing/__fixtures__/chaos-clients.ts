import { AsyncLocalStorage } from 'node:async_hooks';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { anthropicModel } from '../../anthropic/anthropic-model.ts';
import type { LanguageModel } from '../../language-model.ts';
import { openAIModel } from '../../openai/openai-model.ts';
import { FAULT_HEADER } from '../loopback/fault-header.ts';
import type { ChaosFault } from './chaos-schedule.ts';

/** One call that left for a provider. */
export interface ChaosCall {
  readonly provider: number;
  readonly fault: ChaosFault | undefined;
  readonly at: number;
}

/** The request on whose behalf a call is made, with the calls made for it so far. */
export interface ChaosRequest {
  readonly id: number;
  readonly calls: ChaosCall[];
}

export const currentRequest = new AsyncLocalStorage<ChaosRequest>();

/** The vendors' own clients for two servers, each call of theirs sent on with the fault that is due. */
export async function chaosModels(
  urls: readonly [string, string],
  faultFor: (call: { readonly request: ChaosRequest; readonly provider: number }) => ChaosFault | undefined,
): Promise<[LanguageModel, LanguageModel]> {
  const refusing = `http://127.0.0.1:${await closedPort()}`;
  const fetchOf =
    (provider: number, url: string): typeof fetch =>
    (input, init) => {
      const request = currentRequest.getStore();
      if (request === undefined) throw new Error('a call was made for no request');
      const fault = faultFor({ request, provider });
      request.calls.push({ provider, fault, at: performance.now() });
      if (fault === 'refused') return fetch(String(input).replace(url, refusing), init);
      const headers = new Headers(init?.headers);
      if (fault !== undefined) headers.set(FAULT_HEADER, fault);
      return fetch(input, { ...init, headers });
    };
  const [first, second] = urls;
  const client = { apiKey: 'test', maxRetries: 0, logLevel: 'off' as const };
  return [
    openAIModel(new OpenAI({ ...client, baseURL: `${first}/v1`, fetch: fetchOf(0, first) }), { modelId: 'first' }),
    anthropicModel(new Anthropic({ ...client, baseURL: second, fetch: fetchOf(1, second) }), { modelId: 'second' }),
  ];
}

/** A port on which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
