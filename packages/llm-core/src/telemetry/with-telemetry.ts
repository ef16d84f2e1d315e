import {
  type Attributes,
  context,
  createNoopMeter,
  type Meter,
  metrics,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { isLlmError } from '../errors.ts';
import type { GenerateRequest, GenerateResult, LanguageModel, StreamEvent, WrapModel } from '../language-model.ts';
import type { Usage } from '../usage.ts';
import { isContent } from '../wrappers/replayable-stream.ts';
import { contentAttributes, requestAttributes } from './request-attributes.ts';
import { durationBounds, metricNames, semanticNames as names } from './semantic-names.ts';
import { asTraced } from './traced-request.ts';
import { usageAttributes } from './usage-attributes.ts';

export interface TelemetryOptions {
  /** Default that of the global provider. */
  readonly tracer?: Tracer;
  /** Default that of the global provider. */
  readonly meter?: Meter;
  /** Puts the texts on the span, as they are here, i.e. redacted. Default false. */
  readonly captureContent?: boolean;
  /** Where a model is served, such as `https://api.openai.com`. Default not known. */
  readonly serverOf?: (model: LanguageModel) => URL | undefined;
  /** Milliseconds of a clock that never goes back. Default `performance.now`. */
  readonly now?: () => number;
}

const counted = [
  names.inputTokens,
  names.outputTokens,
  names.cacheReadTokens,
  names.cacheWriteTokens,
  names.reasoningTokens,
] as const;

const dimensionNames = [
  names.operation,
  names.provider,
  names.requestModel,
  names.serverAddress,
  names.serverPort,
] as const;

/**
 * One span and its metrics for each attempt, by the GenAI conventions of OpenTelemetry. Clients that make spans of their own
 * are told to leave that to this one. Without a provider it costs next to nothing.
 */
export function withTelemetry(options: TelemetryOptions = {}): WrapModel {
  const { captureContent = false, now = () => performance.now() } = options;
  const tracer = options.tracer ?? trace.getTracer('@pa/llm-core');
  const meter = options.meter ?? metrics.getMeter('@pa/llm-core');
  // Nobody listens: what would be counted is not put together.
  const instruments = meter === createNoopMeter() ? undefined : createInstruments(meter);

  return (model): LanguageModel => {
    const server = options.serverOf?.(model);
    const start = (request: GenerateRequest, isStream: boolean) => {
      const attributes = requestAttributes(model, { request, isStream, server });
      const span = tracer.startSpan(`chat ${model.modelId}`, {
        kind: SpanKind.CLIENT,
        attributes: captureContent ? { ...attributes, ...contentAttributes(request) } : attributes,
      });
      const startedAt = now();
      const dimensions: Attributes = {};
      if (instruments !== undefined)
        for (const name of dimensionNames) if (attributes[name] !== undefined) dimensions[name] = attributes[name];
      let isEnded = false;
      const end = (how: { readonly usage: Usage | undefined; readonly labels: Record<string, string> }): void => {
        if (isEnded) return;
        isEnded = true;
        span.end();
        if (instruments === undefined) return;
        const labels = { ...dimensions, ...how.labels };
        instruments.duration.record((now() - startedAt) / 1000, labels);
        const used = how.usage === undefined ? {} : usageAttributes(how.usage);
        // A failed call is counted too: with nothing where nobody said what it used.
        const modality = how.usage?.total === undefined ? 'unknown' : 'text';
        for (const name of counted)
          instruments.tokens[name].add(Number(used[name] ?? 0), { ...labels, [names.tokenModality]: modality });
      };
      return {
        span,
        inContext: trace.setSpan(context.active(), span),
        firstContent(): void {
          const seconds = (now() - startedAt) / 1000;
          span.setAttribute(names.timeToFirstChunk, seconds);
          instruments?.timeToFirstChunk.record(seconds, dimensions);
        },
        succeed(result: GenerateResult): void {
          if (span.isRecording())
            span.setAttributes({
              [names.responseModel]: result.servedModel,
              [names.finishReasons]: [result.finishReason],
              ...(result.responseId === undefined ? {} : { [names.responseId]: result.responseId }),
              ...usageAttributes(result.usage),
              ...(captureContent
                ? { [names.outputMessages]: JSON.stringify([{ text: result.text, toolCalls: result.toolCalls }]) }
                : {}),
            });
          end({ usage: result.usage, labels: { [names.responseModel]: result.servedModel } });
        },
        fail(error: unknown): void {
          const type = isLlmError(error) ? error.code : '_OTHER';
          const usage = isLlmError(error) ? error.usage : undefined;
          span.setAttribute(names.errorType, type);
          if (usage !== undefined) span.setAttributes(usageAttributes(usage));
          // The message may quote the prompt: the kind is enough.
          span.setStatus({ code: SpanStatusCode.ERROR });
          end({ usage, labels: { [names.errorType]: type } });
        },
        leave: () => end({ usage: undefined, labels: { [names.errorType]: 'aborted' } }),
      };
    };

    return {
      provider: model.provider,
      modelId: model.modelId,
      async generate(request) {
        const call = start(request, false);
        try {
          const result = await context.with(call.inContext, () => model.generate(asTraced(request)));
          call.succeed(result);
          return result;
        } catch (error) {
          call.fail(error);
          throw error;
        }
      },
      async *stream(request) {
        const call = start(request, true);
        let hasContent = false;
        try {
          const events = context
            .bind(call.inContext, () => model.stream(asTraced(request)))()
            [Symbol.asyncIterator]();
          const next = context.bind(call.inContext, () => events.next());
          try {
            for (;;) {
              const step: IteratorResult<StreamEvent> = await next();
              if (step.done) return;
              if (!hasContent && isContent(step.value)) {
                hasContent = true;
                call.firstContent();
              }
              if (step.value.type === 'finish') call.succeed(step.value.result);
              yield step.value;
            }
          } finally {
            await events.return?.();
          }
        } catch (error) {
          call.fail(error);
          throw error;
        } finally {
          call.leave();
        }
      },
    };
  };
}

function createInstruments(meter: Meter) {
  const seconds = { unit: 's', advice: { explicitBucketBoundaries: [...durationBounds] } };
  const counter = (name: string) =>
    meter.createCounter(name.replace('gen_ai.usage', metricNames.usage), { unit: '{token}' });
  return {
    duration: meter.createHistogram(metricNames.duration, seconds),
    timeToFirstChunk: meter.createHistogram(metricNames.timeToFirstChunk, seconds),
    tokens: {
      [names.inputTokens]: counter(names.inputTokens),
      [names.outputTokens]: counter(names.outputTokens),
      [names.cacheReadTokens]: counter(names.cacheReadTokens),
      [names.cacheWriteTokens]: counter(names.cacheWriteTokens),
      [names.reasoningTokens]: counter(names.reasoningTokens),
    },
  };
}
