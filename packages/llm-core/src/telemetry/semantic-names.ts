/**
 * Names of the GenAI semantic conventions of OpenTelemetry (open-telemetry/semantic-conventions-genai, development status, as
 * of November 2026). They are spelled here because the npm package of constants still has the old ones.
 */
export const semanticNames = {
  operation: 'gen_ai.operation.name',
  provider: 'gen_ai.provider.name',
  requestModel: 'gen_ai.request.model',
  requestStream: 'gen_ai.request.stream',
  requestMaxTokens: 'gen_ai.request.max_tokens',
  requestTemperature: 'gen_ai.request.temperature',
  requestReasoningLevel: 'gen_ai.request.reasoning.level',
  outputType: 'gen_ai.output.type',
  promptName: 'gen_ai.prompt.name',
  promptVersion: 'gen_ai.prompt.version',
  responseId: 'gen_ai.response.id',
  responseModel: 'gen_ai.response.model',
  finishReasons: 'gen_ai.response.finish_reasons',
  timeToFirstChunk: 'gen_ai.response.time_to_first_chunk',
  inputTokens: 'gen_ai.usage.input_tokens',
  outputTokens: 'gen_ai.usage.output_tokens',
  cacheReadTokens: 'gen_ai.usage.cache_read.input_tokens',
  cacheWriteTokens: 'gen_ai.usage.cache_write.input_tokens',
  reasoningTokens: 'gen_ai.usage.reasoning.output_tokens',
  inputMessages: 'gen_ai.input.messages',
  outputMessages: 'gen_ai.output.messages',
  systemInstructions: 'gen_ai.system_instructions',
  tokenModality: 'gen_ai.token.modality',
  errorType: 'error.type',
  serverAddress: 'server.address',
  serverPort: 'server.port',
} as const;

/** Names of the metrics. */
export const metricNames = {
  duration: 'gen_ai.client.inference.duration',
  timeToFirstChunk: 'gen_ai.client.inference.time_to_first_chunk',
  usage: 'gen_ai.client.inference.usage',
} as const;

/** Bounds of the duration histogram in seconds, as the conventions advise: 0.01, doubling. */
export const durationBounds: readonly number[] = Array.from({ length: 14 }, (_, power) => 0.01 * 2 ** power);
