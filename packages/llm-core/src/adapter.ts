import { type AttemptOptions, withAttempt } from './attempts/with-attempt.ts';
import { capabilitiesOf } from './capabilities/capabilities-of.ts';
import type { Capabilities, CapabilityRow } from './capabilities/capabilities.ts';
import { type FittedRequest, fitRequest } from './capabilities/fit-request.ts';
import { type CallTarget, fromClientError } from './client-error.ts';
import { LlmError } from './errors.ts';
import type { GenerateRequest, GenerateResult, LanguageModel, StreamEvent, Warning } from './language-model.ts';

/** What every adapter takes beside its client. */
export interface AdapterOptions extends AttemptOptions {
  readonly modelId: string;
  /** Rows that count after the shipped registry of capabilities. */
  readonly capabilities?: readonly CapabilityRow[];
}

/** Without a timeout of its own the Anthropic client refuses answers that may be long. `withTimeout` sets the real one. */
export const CLIENT_TIMEOUT_MS = 600_000;

/** What an adapter knows of its vendor: one whole answer, and the events of a streamed one but the tool calls. */
export interface VendorCalls {
  readonly provider: string;
  readonly modelId: string;
  /** Whether it is sent what it thought before. Default false. */
  readonly takesReasoning?: boolean;
  generate(request: GenerateRequest): Promise<GenerateResult>;
  /** Yields the deltas; returns the result, or `undefined` where the stream ended before the answer was done. */
  stream(request: GenerateRequest): AsyncGenerator<StreamEvent, GenerateResult | undefined>;
}

/** Makes a model of a vendor's calls: requests trimmed to what the model takes, errors by their kind, tool calls and the finish at the end, the attempt on each. */
export function adaptVendor(vendor: VendorCalls, options: AdapterOptions): LanguageModel {
  const { provider, modelId } = vendor;
  const target = (request: GenerateRequest): CallTarget => ({ provider, modelId, signal: request.signal });
  const fit = fitterOf(vendor, options, { takesOutputByTool: true, takesReasoning: vendor.takesReasoning ?? false });
  const warned = (result: GenerateResult, warnings: readonly Warning[]): GenerateResult =>
    warnings.length === 0 ? result : { ...result, warnings: [...warnings, ...result.warnings] };
  return withAttempt(options)({
    provider,
    modelId,
    async generate(request) {
      try {
        const fitted = fit(request);
        return warned(outputOf(await vendor.generate(fitted.request), fitted), fitted.warnings);
      } catch (error) {
        throw fromClientError(error, target(request));
      }
    },
    async *stream(request): AsyncGenerator<StreamEvent> {
      try {
        const fitted = fit(request);
        const events = vendor.stream(fitted.request);
        const ended = yield* fitted.outputTool === undefined ? events : withoutText(events);
        if (ended === undefined) throw cutError(target(request));
        const result = warned(outputOf(ended, fitted), fitted.warnings);
        if (fitted.outputTool !== undefined && result.text !== '') yield { type: 'text-delta', text: result.text };
        for (const call of result.toolCalls) yield { type: 'tool-call', call };
        yield { type: 'finish', result };
      } catch (error) {
        throw fromClientError(error, target(request));
      }
    },
  });
}

/** What trims requests to what a model takes, by the registry of today and the rows of the caller. */
export function fitterOf(
  model: { readonly provider: string; readonly modelId: string },
  options: AdapterOptions,
  {
    takesOutputByTool = false,
    takesReasoning = false,
  }: { readonly takesOutputByTool?: boolean; readonly takesReasoning?: boolean } = {},
): (request: GenerateRequest) => FittedRequest {
  const { now = Date.now } = options;
  const capabilities = dailyCapabilities(model, options);
  return (request) =>
    fitRequest(request, {
      modelId: model.modelId,
      capabilities: capabilities(now()),
      takesOutputByTool,
      ...(takesReasoning ? { reasoningOf: model.provider } : {}),
    });
}

const DAY_MS = 86_400_000;

/** What a model takes, looked up once a day: rows of the registry begin with a day. */
function dailyCapabilities(
  model: { readonly provider: string; readonly modelId: string },
  { capabilities: rows = [] }: AdapterOptions,
): (at: number) => Capabilities {
  let known: { readonly day: number; readonly capabilities: Capabilities } | undefined;
  return (at) => {
    const day = Math.floor(at / DAY_MS);
    if (known?.day !== day) known = { day, capabilities: capabilitiesOf(model, { at, rows }) };
    return known.capabilities;
  };
}

/** The answer of a model that gave it as the arguments of a tool. */
function outputOf(result: GenerateResult, { outputTool }: FittedRequest): GenerateResult {
  const call = result.toolCalls.find(({ toolName }) => toolName === outputTool);
  return call === undefined ? result : { ...result, text: call.argumentsJson, toolCalls: [], finishReason: 'stop' };
}

/** What is said around a tool call is not the answer. */
async function* withoutText(
  events: AsyncGenerator<StreamEvent, GenerateResult | undefined>,
): AsyncGenerator<StreamEvent, GenerateResult | undefined> {
  let step = await events.next();
  try {
    for (; !step.done; step = await events.next()) if (step.value.type !== 'text-delta') yield step.value;
    return step.value;
  } finally {
    if (!step.done) await events.return(undefined);
  }
}

function cutError({ provider, modelId }: CallTarget): LlmError {
  return new LlmError('network', `The stream of ${modelId} of ${provider} ended before the answer was done.`, {
    provider,
    modelId,
  });
}
