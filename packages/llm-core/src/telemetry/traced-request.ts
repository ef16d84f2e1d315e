import type { GenerateRequest } from '../language-model.ts';

const traced = Symbol.for('@pa/llm-core/traced');

/** Marks a request as covered by a span of ours. The mark survives the copies that wrappers make. */
export function asTraced(request: GenerateRequest): GenerateRequest {
  return { ...request, [traced]: true } as GenerateRequest;
}

/** True where a span of ours covers the request, so that a client that makes its own has nothing to add. */
export function isTraced(request: GenerateRequest): boolean {
  return (request as { readonly [traced]?: boolean })[traced] === true;
}
