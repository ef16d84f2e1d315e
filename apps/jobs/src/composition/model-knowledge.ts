import { createPriceBook, priceUsage } from '@pa/cost';
import { capabilitiesOf, createUsage, estimateTokens, fitRequest } from '@pa/llm-core';
import type { CapabilityCheck, TokenCounter } from '@pa/prompts';

/** Says what models refuse, by the registry of their capabilities on the day. */
export function capabilityCheck(now: () => number): CapabilityCheck {
  return {
    faultsOf({ modelProvider, modelName, temperature, maxOutputTokens, effort }) {
      const capabilities = capabilitiesOf({ provider: modelProvider, modelId: modelName }, { at: now() });
      const { warnings } = fitRequest(
        {
          messages: [],
          ...(temperature === undefined ? {} : { temperature }),
          ...(effort === undefined ? {} : { reasoningEffort: effort }),
        },
        { modelId: modelName, capabilities },
      );
      const { maximumOutputTokens } = capabilities;
      const tooLong = maximumOutputTokens !== undefined && (maxOutputTokens ?? 0) > maximumOutputTokens;
      return [
        // The message tells what would be done about it; here nothing is done.
        ...warnings.map(({ message }) => message.replace(/: (it was|the)[^:]*$/, '.')),
        ...(tooLong ? [`${modelName} answers with at most ${maximumOutputTokens} tokens.`] : []),
      ];
    },
  };
}

/** Counts tokens at four characters each, which costs nothing and needs no key, and prices them as input. */
export function estimatedTokens(now: () => number): TokenCounter {
  const priceBook = createPriceBook();
  return {
    countTokens: async (text) =>
      estimateTokens({ messages: [{ role: 'user', content: [{ type: 'text', text }] }], maxOutputTokens: 0 }),
    inputCostNanoUsd(tokens, { modelProvider, modelName }) {
      const row = priceBook({ provider: modelProvider, model: modelName, at: now() });
      const usage = createUsage({
        input: { uncached: tokens, cacheRead: 0, cacheWrite: undefined },
        output: { text: 0, reasoning: 0 },
        source: 'estimated',
      });
      return row === null ? null : (priceUsage(usage, row)?.nanoUsd ?? null);
    },
  };
}
