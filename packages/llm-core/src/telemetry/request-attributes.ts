import type { Attributes } from '@opentelemetry/api';
import type { GenerateRequest, LanguageModel } from '../language-model.ts';
import { semanticNames as names } from './semantic-names.ts';

/** What is known when a span starts, so that a sampler can decide by it. */
export function requestAttributes(
  model: LanguageModel,
  options: { readonly request: GenerateRequest; readonly isStream: boolean; readonly server: URL | undefined },
): Attributes {
  const { request, isStream, server } = options;
  const { context } = request;
  const known: Record<string, string | number | boolean | undefined> = {
    [names.operation]: 'chat',
    [names.provider]: model.provider,
    [names.requestModel]: model.modelId,
    [names.requestStream]: isStream,
    [names.outputType]: request.output === undefined ? 'text' : 'json',
    [names.requestMaxTokens]: request.maxOutputTokens,
    [names.requestTemperature]: request.temperature,
    [names.requestReasoningLevel]: request.reasoningEffort,
    [names.promptName]: context?.promptName,
    [names.promptVersion]: context?.promptVersion,
    [names.serverAddress]: server?.hostname,
    [names.serverPort]:
      server === undefined ? undefined : Number(server.port || (server.protocol === 'https:' ? 443 : 80)),
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
}

/** The texts of a request, for those who ask for them. */
export function contentAttributes(request: GenerateRequest): Attributes {
  return {
    [names.inputMessages]: JSON.stringify(request.messages),
    ...(request.system === undefined
      ? {}
      : { [names.systemInstructions]: JSON.stringify([{ type: 'text', content: request.system }]) }),
  };
}
