import { createUsage } from '@pa/llm-core';
import { CostError } from '../errors.ts';
import { withoutSnapshot } from '../prices/snapshot-suffix.ts';
import { countOf, dayOf, nanoUsdOfText } from './report-cells.ts';
import type { VendorReport } from './vendor-line.ts';

/** The costs that the usage page of OpenAI's platform exports: an amount a day and line item, such as `gpt-6-luna, input`. */
export const openAiCosts: VendorReport = {
  name: 'OpenAI costs',
  provider: 'openai',
  columns: ['start_time_iso', 'amount_value', 'amount_currency', 'line_item'],
  read(row) {
    if ((row['amount_value'] ?? '') === '') return null;
    const currency = row['amount_currency'] ?? '';
    if (currency.toLowerCase() !== 'usd') {
      throw new CostError('invalid-report', `The report is in "${currency}": costs are compared in US dollars.`);
    }
    const item = (row['line_item'] ?? '').split(',')[0]?.trim() ?? '';
    return {
      provider: 'openai',
      day: dayOf(row, 'start_time_iso'),
      model: item === '' ? null : withoutSnapshot(item),
      billedNanoUsd: nanoUsdOfText(row, 'amount_value'),
      usage: null,
      requestCount: null,
    };
  },
};

/** The tokens that the usage page exports: a row a day, project, model, batch and service tier. */
export const openAiUsage: VendorReport = {
  name: 'OpenAI usage',
  provider: 'openai',
  columns: ['start_time_iso', 'model', 'input_tokens', 'output_tokens', 'num_model_requests'],
  read(row) {
    if ((row['model'] ?? '') === '') return null;
    const cached = countOf(row, 'input_cached_tokens');
    const written = countOf(row, 'input_cache_write_tokens');
    const isBatch = (row['batch'] ?? '').toLowerCase() === 'true';
    const tier = isBatch ? 'batch' : (row['service_tier'] ?? '');
    return {
      provider: 'openai',
      day: dayOf(row, 'start_time_iso'),
      model: withoutSnapshot(row['model'] ?? ''),
      billedNanoUsd: null,
      usage: createUsage({
        input: {
          uncached: countOf(row, 'input_tokens') - cached - written,
          cacheRead: cached,
          cacheWrite: written === 0 ? undefined : { default: written },
        },
        output: { text: countOf(row, 'output_tokens'), reasoning: undefined },
        source: 'reported',
        ...(tier === '' ? {} : { serviceTier: tier }),
      }),
      requestCount: countOf(row, 'num_model_requests'),
    };
  },
};
