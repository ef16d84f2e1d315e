import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { anthropicModel } from './anthropic/anthropic-model.ts';
import type { CapabilityRow } from './capabilities/capabilities.ts';
import { generateObject } from './generate/generate-object.ts';
import { streamObject } from './generate/stream-object.ts';
import { guardModel } from './guard-model.ts';
import type { LanguageModel } from './language-model.ts';
import { openAIChatModel } from './openai/openai-chat-model.ts';
import { openAIModel } from './openai/openai-model.ts';
import { portableSchema } from './schema/portable-schema.ts';
import { type LoopbackScript, startLoopbackServer } from './testing/loopback-server.ts';
import { vendorReply } from './testing/loopback/vendor-reply.ts';

type Create = (url: string, capabilities?: readonly CapabilityRow[]) => LanguageModel;
const vendors: Readonly<Record<string, Create>> = {
  openai: (url, capabilities = []) =>
    openAIModel(new OpenAI({ apiKey: 'test', baseURL: `${url}/v1`, maxRetries: 0 }), {
      modelId: 'gpt-6-luna',
      capabilities,
    }),
  'openai-chat': (url, capabilities = []) =>
    openAIChatModel(new OpenAI({ apiKey: 'test', baseURL: `${url}/v1`, maxRetries: 0 }), {
      modelId: 'local',
      capabilities,
    }),
  anthropic: (url, capabilities = []) =>
    anthropicModel(new Anthropic({ apiKey: 'test', baseURL: url, maxRetries: 0 }), {
      modelId: 'claude-haiku-5-5',
      capabilities,
    }),
};

const car = portableSchema(
  z.object({ model: z.string().max(20), priceUsd: z.int().min(0), trim: z.string().optional() }),
  { name: 'car' },
);
const right = JSON.stringify(car.encode({ model: '911', priceUsd: 84_500 }));
const wrong = JSON.stringify({ model: '911', priceUsd: -1, trim: null });
const object = { model: '911', priceUsd: 84_500 };

const says =
  (...texts: readonly string[]): LoopbackScript =>
  (request) =>
    vendorReply(request, { text: texts[Math.min(request.number, texts.length) - 1] ?? '' });

/** Where each wire says what the answer has to fit. */
function formatOf(body: unknown): unknown {
  const { text, response_format, output_config } = body as {
    text?: { format: { schema: unknown } };
    response_format?: { json_schema: { schema: unknown } };
    output_config?: { format: { schema: unknown } };
  };
  return text?.format.schema ?? response_format?.json_schema.schema ?? output_config?.format.schema;
}

describe.each(Object.entries(vendors))('an object of %s, over a socket', (vendor, create) => {
  it('is asked for by the wire itself, in the words it takes, and validated', async () => {
    await using server = await startLoopbackServer(says(right));
    const result = await generateObject(create(server.url), { schema: car, prompt: 'A 911 for $84,500.' });
    expect(result).toMatchObject({ object, provenance: 'model', warnings: [] });
    const { properties } = formatOf(server.requests[0]?.body) as { properties: Record<string, unknown> };
    expect(properties['priceUsd']).toEqual(
      vendor === 'anthropic'
        ? { type: 'integer', description: 'Must be at least 0.' }
        : { type: 'integer', minimum: 0 },
    );
    expect(properties['model']).toEqual({ type: 'string', description: 'Must be at most 20 characters.' });
  });

  it('is mended once, and streamed as it arrives', async () => {
    await using server = await startLoopbackServer(says(wrong, right));
    const { partialStream, result } = streamObject(create(server.url), { schema: car, prompt: 'a' });
    const partials: unknown[] = [];
    for await (const partial of partialStream) partials.push(partial);
    expect(partials.at(-1)).toEqual(object);
    expect(await result).toMatchObject({ object, provenance: 'repaired' });
    expect((await result).attempts).toHaveLength(2);
    expect(JSON.stringify(server.requests[1]?.body)).toContain('$.priceUsd');
  });

  it('comes as the arguments of a tool where the model is bound to nothing else, with a warning', async () => {
    await using server = await startLoopbackServer((request) =>
      vendorReply(request, { toolCalls: [{ name: 'car', argumentsJson: right }] }),
    );
    const { provider, modelId } = create(server.url);
    const row = {
      provider,
      model: modelId,
      since: '2026-10-21',
      source: 'own',
      jsonSchema: false,
      forcedToolChoice: true,
    };
    const model = create(server.url, [row]);
    const whole = await generateObject(model, { schema: car, prompt: 'a' });
    expect(whole).toMatchObject({ object, finishReason: 'stop', warnings: [{ parameter: 'output' }] });
    expect(formatOf(server.requests[0]?.body)).toBeUndefined();
    const streamed = streamObject(model, { schema: car, prompt: 'a' });
    expect(await streamed.result).toMatchObject({ object, warnings: [{ parameter: 'output' }] });
  });

  it('is asked for in words where the model takes neither, with a warning', async () => {
    await using server = await startLoopbackServer(says(`\`\`\`json\n${right}\n\`\`\``));
    const { provider, modelId } = create(server.url);
    const row = {
      provider,
      model: modelId,
      since: '2026-10-21',
      source: 'own',
      jsonSchema: false,
      forcedToolChoice: false,
    };
    const result = await generateObject(create(server.url, [row]), { schema: car, prompt: 'a' });
    expect(result).toMatchObject({ object, warnings: [{ parameter: 'output' }] });
    expect(JSON.stringify(server.requests[0]?.body)).toContain('It must fit this JSON Schema');
  });
});

it('means the same on the provider that a chain falls back to', async () => {
  await using broken = await startLoopbackServer([{ kind: 'json', status: 500, body: { error: { message: 'down' } } }]);
  await using server = await startLoopbackServer(says(right));
  const chain = [vendors['openai']?.(broken.url), vendors['anthropic']?.(server.url)] as [LanguageModel, LanguageModel];
  const model = guardModel(chain, { retry: { random: () => 0, maximumAttempts: 1 } });
  const result = await generateObject(model, { schema: car, prompt: 'a' });
  expect(result).toMatchObject({ object, provider: 'anthropic' });
  expect(result.attempts.map(({ provider, errorCode }) => [provider, errorCode])).toEqual([
    ['openai', 'overload'],
    ['anthropic', undefined],
  ]);
});
