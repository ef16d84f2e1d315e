import type { CapabilityRow, ReasoningEffort } from './capabilities.ts';

const withoutNone: readonly ReasoningEffort[] = ['low', 'medium', 'high', 'xhigh', 'max'];
const all: readonly ReasoningEffort[] = ['none', ...withoutNone];

const claude = {
  provider: 'anthropic',
  since: '2026-10-21',
  source: 'platform.claude.com/docs/en/api/migration-2026-10-21',
} as const;
const gpt = {
  provider: 'openai',
  source: 'developers.openai.com/api/docs/models',
  sampling: 'without-reasoning',
  maximumInputTokens: 922_000,
  maximumOutputTokens: 128_000,
} as const;
const cachesFrom = (minimumCachedTokens: number) =>
  ({
    minimumCachedTokens,
    source: 'dev.to/creeta/claudes-prompt-cache-fails-silently-below-1024-tokens-1ch1',
  }) as const;
const newestClaude = { forcedToolChoice: false, assistantPrefill: false, efforts: all, jsonSchema: true } as const;

/**
 * The registry as shipped: rows by provider, model and day. Of several rows that hold for a model, later ones add to earlier
 * ones, and a row of the model to one of its provider. Pass rows of your own for what is missing here.
 */
export const knownCapabilities: readonly CapabilityRow[] = [
  { ...claude, model: '*', sampling: 'never' },
  { ...claude, model: 'claude-opus-5', assistantPrefill: false },
  { ...claude, model: 'claude-sonnet-5', assistantPrefill: false },
  { ...claude, ...newestClaude, model: 'claude-opus-5-5' },
  { ...claude, ...newestClaude, model: 'claude-sonnet-5-5' },
  { ...claude, ...newestClaude, model: 'claude-fable-5-1' },
  { ...claude, ...newestClaude, model: 'claude-haiku-5-5', forcedToolChoice: true },
  { ...claude, ...cachesFrom(512), model: 'claude-opus-5' },
  { ...claude, ...cachesFrom(1024), model: 'claude-sonnet-5' },
  { ...claude, ...cachesFrom(4096), model: 'claude-haiku-4-5' },
  { ...gpt, model: 'gpt-6-astra', since: '2026-09-03', efforts: withoutNone },
  { ...gpt, model: 'gpt-6-sol', since: '2026-09-22', efforts: all },
  { ...gpt, model: 'gpt-6-luna', since: '2026-09-22', efforts: all },
  { ...gpt, model: 'gpt-6.1-sol', since: '2026-09-29', efforts: withoutNone, toolsNeedResponses: true },
  { ...gpt, model: 'gpt-6.1-terra', since: '2026-10-26', efforts: all, toolsNeedResponses: true },
];
