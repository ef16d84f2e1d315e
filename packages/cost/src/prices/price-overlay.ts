import { type PriceRow, ratesFromUsd } from './price-row.ts';

const claudePage = (model: string) => `https://platform.claude.com/docs/en/models/${model}/overview, November 2026`;
const openAiPage = (model: string) => `https://developers.openai.com/api/docs/models/${model}, November 2026`;

/** OpenAI's rule for long prompts: twice the input and cache prices, one and a half times the output price. */
function openAiBands(usd: {
  input: number;
  cacheRead: number;
  cacheWrite: Readonly<Record<string, number>>;
  output: number;
}) {
  const doubled = Object.fromEntries(Object.entries(usd.cacheWrite).map(([ttl, amount]) => [ttl, amount * 2]));
  return {
    rates: ratesFromUsd(usd),
    longPrompt: {
      aboveInputTokens: 272_000,
      rates: ratesFromUsd({
        input: usd.input * 2,
        cacheRead: usd.cacheRead * 2,
        cacheWrite: doubled,
        output: usd.output * 1.5,
      }),
    },
  };
}

/** Prices that the library lacks, or where it matches a neighbour. Each row was read at its source. */
export const PRICE_OVERLAY: readonly PriceRow[] = [
  {
    provider: 'anthropic',
    model: 'claude-sonnet-5-5',
    validFrom: '2026-09-28',
    rates: ratesFromUsd({ input: 2, cacheRead: 0.2, cacheWrite: { '5m': 2.5, '1h': 4 }, output: 10 }),
    source: claudePage('sonnet-5-5'),
  },
  {
    provider: 'anthropic',
    model: 'claude-sonnet-5-5',
    validFrom: '2026-10-07',
    rates: ratesFromUsd({ input: 2, cacheRead: 0.1, cacheWrite: { '5m': 2.5, '1h': 4 }, output: 10 }),
    source: claudePage('sonnet-5-5'),
  },
  {
    provider: 'anthropic',
    model: 'claude-haiku-5-5',
    validFrom: '2026-10-07',
    rates: ratesFromUsd({ input: 0.1, cacheRead: 0.01, cacheWrite: { '5m': 0.125, '1h': 0.2 }, output: 0.5 }),
    longPrompt: {
      aboveInputTokens: 100_000,
      rates: ratesFromUsd({ input: 0.5, cacheRead: 0.05, cacheWrite: { '5m': 0.625, '1h': 1 }, output: 2.5 }),
    },
    source: claudePage('haiku-5-5'),
  },
  {
    provider: 'anthropic',
    model: 'claude-opus-5-5',
    validFrom: '2026-09-22',
    rates: ratesFromUsd({ input: 4, cacheRead: 0.2, cacheWrite: { '5m': 5, '1h': 8 }, output: 20 }),
    tierHundredths: { fast: 200n },
    source: claudePage('opus-5-5'),
  },
  {
    provider: 'openai',
    model: 'gpt-6.1-terra',
    validFrom: '2026-10-26',
    ...openAiBands({ input: 1, cacheRead: 0.05, cacheWrite: { '30m': 1.25, '12h': 2.5 }, output: 5 }),
    source: openAiPage('gpt-6.1-terra'),
  },
  {
    provider: 'openai',
    model: 'gpt-6-luna',
    validFrom: '2026-09-22',
    ...openAiBands({ input: 0.1, cacheRead: 0.01, cacheWrite: { default: 0.125 }, output: 0.5 }),
    source: openAiPage('gpt-6-luna'),
  },
  {
    provider: 'openai',
    model: 'gpt-6-sol',
    validFrom: '2026-09-22',
    ...openAiBands({ input: 2, cacheRead: 0.2, cacheWrite: { default: 2.5 }, output: 10 }),
    source: openAiPage('gpt-6-sol'),
  },
  {
    provider: 'openai',
    model: 'gpt-6.1-sol',
    validFrom: '2026-09-29',
    ...openAiBands({ input: 2, cacheRead: 0.1, cacheWrite: { default: 2.5 }, output: 10 }),
    source: openAiPage('gpt-6.1-sol'),
  },
];
