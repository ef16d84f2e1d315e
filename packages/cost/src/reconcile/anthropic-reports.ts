import { createUsage } from '@pa/llm-core';
import { withoutSnapshot } from '../prices/snapshot-suffix.ts';
import { countOf, dayOf, nanoUsdOfText } from './report-cells.ts';
import type { VendorReport } from './vendor-line.ts';

/** The costs that Claude's console exports: an amount, rounded to cents, a day, model (by its display name) and kind of token. */
export const anthropicCosts: VendorReport = {
  name: 'Anthropic costs',
  provider: 'anthropic',
  columns: ['usage_date_utc', 'model', 'token_type', 'cost_usd'],
  read: (row) => ({
    provider: 'anthropic',
    day: dayOf(row, 'usage_date_utc'),
    model: modelOfDisplayName(row['model'] ?? ''),
    billedNanoUsd: nanoUsdOfText(row, 'cost_usd'),
    usage: null,
    requestCount: null,
  }),
};

/** The tokens that Claude's console exports: a row a day, model version, key, usage type and context window. */
export const anthropicUsage: VendorReport = {
  name: 'Anthropic usage',
  provider: 'anthropic',
  columns: ['usage_date_utc', 'model_version', 'usage_input_tokens_no_cache', 'usage_output_tokens'],
  read(row) {
    const short = countOf(row, 'usage_input_tokens_cache_write_5m');
    const long = countOf(row, 'usage_input_tokens_cache_write_1h');
    const region = row['inference_geo'] ?? '';
    const tier = row['speed'] === 'fast' ? 'fast' : row['usage_type'] === 'batch' ? 'batch' : 'standard';
    return {
      provider: 'anthropic',
      day: dayOf(row, 'usage_date_utc'),
      model: withoutSnapshot(row['model_version'] ?? ''),
      billedNanoUsd: null,
      usage: createUsage({
        input: {
          uncached: countOf(row, 'usage_input_tokens_no_cache'),
          cacheRead: countOf(row, 'usage_input_tokens_cache_read'),
          cacheWrite: { ...(short > 0 ? { '5m': short } : {}), ...(long > 0 ? { '1h': long } : {}) },
        },
        output: { text: countOf(row, 'usage_output_tokens'), reasoning: undefined },
        source: 'reported',
        serviceTier: tier,
        ...(['', 'global', 'not_available'].includes(region) ? {} : { region }),
      }),
      requestCount: null,
    };
  },
};

/** `Claude Haiku 5.5` is `claude-haiku-5-5`. */
function modelOfDisplayName(name: string): string | null {
  const id = name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s.]+/g, '-');
  return id === '' ? null : withoutSnapshot(id);
}
