import type { Attributes } from '@opentelemetry/api';
import type { Usage } from '../usage.ts';
import { semanticNames as names } from './semantic-names.ts';

/** The usage in the words of the conventions: input includes cached tokens, output includes reasoning. Unknown is left out. */
export function usageAttributes({ input, output }: Usage): Attributes {
  const written = input.cacheWrite === undefined ? undefined : sum(Object.values(input.cacheWrite));
  const parts: Record<string, number | undefined> = {
    [names.inputTokens]: input.uncached === undefined ? undefined : sum([input.uncached, input.cacheRead, written]),
    [names.outputTokens]: output.text === undefined ? undefined : sum([output.text, output.reasoning]),
    [names.cacheReadTokens]: input.cacheRead,
    [names.cacheWriteTokens]: written,
    [names.reasoningTokens]: output.reasoning,
  };
  return Object.fromEntries(Object.entries(parts).filter(([, count]) => count !== undefined));
}

function sum(counts: readonly (number | undefined)[]): number {
  return counts.reduce<number>((total, count) => total + (count ?? 0), 0);
}
