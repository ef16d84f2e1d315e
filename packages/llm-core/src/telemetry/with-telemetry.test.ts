import Anthropic from '@anthropic-ai/sdk';
import { trace } from '@opentelemetry/api';
import { InMemoryMetricExporter, MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { afterEach, describe, expect, it } from 'vitest';
import { anthropicModel } from '../anthropic/anthropic-model.ts';
import { describeLanguageModel } from '../contract-suites/describe-language-model.ts';
import { LlmError } from '../errors.ts';
import type { GenerateRequest, LanguageModel } from '../language-model.ts';
import { startLoopbackServer } from '../testing/loopback-server.ts';
import { scriptedModel } from '../testing/scripted-model.ts';
import { createUsage } from '../usage.ts';
import { withTelemetry } from './with-telemetry.ts';

const text = 'Prices held.';
const request: GenerateRequest = {
  system: 'You write about cars.',
  messages: [{ role: 'user', content: [{ type: 'text', text: 'How are prices?' }] }],
  maxOutputTokens: 100,
  context: { promptName: 'market_summary', promptVersion: '3' },
};

describeLanguageModel({
  name: 'telemetry without a provider',
  text,
  createModel: () => withTelemetry()(scriptedModel([text])),
  createFailingModel: () => withTelemetry()(scriptedModel([new LlmError('invalid-request', 'no')])),
});

function watch() {
  const spans = new InMemorySpanExporter();
  const exported = new InMemoryMetricExporter(1);
  const reader = new PeriodicExportingMetricReader({ exporter: exported, exportIntervalMillis: 3_600_000 });
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] });
  const meters = new MeterProvider({ readers: [reader] });
  return {
    provider,
    options: {
      tracer: provider.getTracer('test'),
      meter: meters.getMeter('test'),
      serverOf: () => new URL('https://api.example.com'),
    },
    spans: () => spans.getFinishedSpans(),
    async sums(): Promise<Record<string, unknown[]>> {
      await reader.forceFlush();
      const found: Record<string, unknown[]> = {};
      for (const metric of exported
        .getMetrics()
        .at(-1)
        ?.scopeMetrics.flatMap((scope) => scope.metrics) ?? [])
        found[metric.descriptor.name] = metric.dataPoints.map((point) =>
          typeof point.value === 'number'
            ? [point.value, point.attributes['gen_ai.token.modality']]
            : point.value.count,
        );
      await meters.shutdown();
      return found;
    },
  };
}

/** Cached and reasoning tokens beside the plain ones. */
function counting(): LanguageModel {
  const scripted = scriptedModel([text]);
  const usage = createUsage({
    input: { uncached: 300, cacheRead: 600, cacheWrite: { '5m': 40, '1h': 60 } },
    output: { text: 30, reasoning: 20 },
    source: 'reported',
  });
  return { ...scripted, generate: async (asked) => ({ ...(await scripted.generate(asked)), usage }) };
}

afterEach(() => trace.disable());

describe('telemetry', () => {
  it('names span, attributes and metrics as the conventions do, without content', async () => {
    const { options, spans, sums } = watch();
    await withTelemetry(options)(counting()).generate(request);
    const [span] = spans();
    expect(span?.name).toBe('chat scripted-1');
    expect(span?.attributes).toEqual({
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'scripted',
      'gen_ai.request.model': 'scripted-1',
      'gen_ai.request.stream': false,
      'gen_ai.request.max_tokens': 100,
      'gen_ai.output.type': 'text',
      'gen_ai.prompt.name': 'market_summary',
      'gen_ai.prompt.version': '3',
      'server.address': 'api.example.com',
      'server.port': 443,
      'gen_ai.response.id': 'response-1',
      'gen_ai.response.model': 'scripted-1',
      'gen_ai.response.finish_reasons': ['stop'],
      'gen_ai.usage.input_tokens': 1000,
      'gen_ai.usage.output_tokens': 50,
      'gen_ai.usage.cache_read.input_tokens': 600,
      'gen_ai.usage.cache_write.input_tokens': 100,
      'gen_ai.usage.reasoning.output_tokens': 20,
    });
    const prefix = 'gen_ai.client.inference';
    expect(await sums()).toEqual({
      [`${prefix}.duration`]: [1],
      [`${prefix}.usage.input_tokens`]: [[1000, 'text']],
      [`${prefix}.usage.output_tokens`]: [[50, 'text']],
      [`${prefix}.usage.cache_read.input_tokens`]: [[600, 'text']],
      [`${prefix}.usage.cache_write.input_tokens`]: [[100, 'text']],
      [`${prefix}.usage.reasoning.output_tokens`]: [[20, 'text']],
    });
  });

  it('counts a failed call with nothing, and keeps its message off the span', async () => {
    const { options, spans, sums } = watch();
    const failing = scriptedModel([new LlmError('overload', 'busy with the secret')]);
    await expect(withTelemetry(options)(failing).generate(request)).rejects.toMatchObject({ code: 'overload' });
    expect(spans()[0]).toMatchObject({ attributes: { 'error.type': 'overload' }, status: { code: 2 } });
    expect(JSON.stringify(spans()[0]?.status)).not.toContain('secret');
    expect((await sums())['gen_ai.client.inference.usage.input_tokens']).toEqual([[0, 'unknown']]);
  });

  it('times the first content of a stream, and ends the span of a reader who leaves', async () => {
    const { options, spans } = watch();
    const model = withTelemetry({ ...options, now: () => 0 })(scriptedModel([text]));
    for await (const event of model.stream(request)) void event;
    for await (const event of model.stream(request)) if (event.type === 'text-delta') break;
    expect(spans()).toHaveLength(2);
    expect(spans()[0]?.attributes).toMatchObject({
      'gen_ai.request.stream': true,
      'gen_ai.response.time_to_first_chunk': 0,
    });
  });

  it('shows texts only when asked', async () => {
    const { options, spans } = watch();
    await withTelemetry({ ...options, captureContent: true })(scriptedModel([text])).generate(request);
    expect(spans()[0]?.attributes['gen_ai.input.messages']).toContain('How are prices?');
    expect(spans()[0]?.attributes['gen_ai.output.messages']).toContain(text);
  });

  it('makes one span where the Anthropic client would make another', async () => {
    const { options, spans, provider } = watch();
    trace.setGlobalTracerProvider(provider);
    const message = {
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      model: 'claude-haiku-5-5',
      content: [{ type: 'text', text }],
      stop_reason: 'end_turn',
      stop_sequence: null,
      usage: { input_tokens: 300, output_tokens: 50 },
    };
    await using server = await startLoopbackServer([{ kind: 'json', body: message }]);
    const client = new Anthropic({ apiKey: 'test', baseURL: server.url, maxRetries: 0 });
    const model = anthropicModel(client, { modelId: 'claude-haiku-5-5' });
    await model.generate(request);
    expect(spans().map((span) => span.name)).toEqual(['anthropic.messages.create']);
    await withTelemetry(options)(model).generate(request);
    expect(spans().map((span) => span.name)).toEqual(['anthropic.messages.create', 'chat claude-haiku-5-5']);
  });
});
