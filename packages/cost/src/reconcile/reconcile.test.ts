import { createUsage } from '@pa/llm-core';
import { describe, expect, it } from 'vitest';
import type { CallRecord } from '../ledger/call-record.ts';
import { memoryCallLedger } from '../ledger/memory-call-ledger.ts';
import { createPriceBook } from '../prices/price-book.ts';
import { findReport } from './find-report.ts';
import { reconcile } from './reconcile.ts';
import type { VendorLine } from './vendor-line.ts';

const priceBook = createPriceBook();

/** Rows of plain cells, as the exports have them. */
function read(csv: string): readonly VendorLine[] {
  const [header = '', ...rows] = csv.trim().split('\n');
  const columns = header.split(',');
  const report = findReport(columns);
  return rows.flatMap((row) => {
    const cells = row.match(/("[^"]*"|[^,]*)(?:,|$)/g)?.map((cell) => cell.replaceAll(/"|,$/g, '')) ?? [];
    const line = report.read(Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])));
    return line === null ? [] : [line];
  });
}

let id = 0;
function call(overrides: Partial<CallRecord> = {}): CallRecord {
  return {
    attemptId: `call-${++id}`,
    startedAt: Date.UTC(2026, 10, 20, 12),
    durationMs: 5,
    provider: 'anthropic',
    requestedModel: 'claude-opus-5-5',
    servedModel: 'claude-opus-5-5',
    feature: 'chat',
    userId: null,
    jobId: null,
    promptName: null,
    promptVersion: null,
    outcome: 'answered',
    errorCode: null,
    tokenCount: 1_000_000,
    usageSource: 'reported',
    usage: createUsage({
      input: { uncached: 900_000, cacheRead: 0, cacheWrite: undefined },
      output: { text: 100_000, reasoning: undefined },
      source: 'reported',
    }),
    costNanoUsd: 5_600_000_000n,
    priceSource: 'a price page',
    ...overrides,
  };
}

const ANTHROPIC_COST =
  'usage_date_utc,model,workspace,api_key,usage_type,context_window,token_type,cost_usd,cost_type,inference_geo,speed';
const ANTHROPIC_USAGE =
  'usage_date_utc,model_version,api_key,workspace,usage_type,context_window,usage_input_tokens_no_cache,usage_input_tokens_cache_write_5m,usage_input_tokens_cache_write_1h,usage_input_tokens_cache_read,usage_output_tokens,web_search_count,inference_geo,speed';
const OPENAI_COST = 'start_time,end_time,start_time_iso,end_time_iso,amount_value,amount_currency,line_item,project_id';
const OPENAI_USAGE =
  'start_time,start_time_iso,num_model_requests,model,batch,service_tier,input_tokens,output_tokens,input_cached_tokens';

async function against(csv: string, calls: readonly CallRecord[]) {
  const ledger = memoryCallLedger();
  await ledger.book(calls);
  return reconcile(read(csv), { ledger, priceBook });
}

describe('reports of money', () => {
  it('of Anthropic agree to the cents they are rounded to, whatever the model is called', async () => {
    const csv = `${ANTHROPIC_COST}
2026-11-20,Claude Opus 5.5,Default,key,message,≤ 200k,input_no_cache,3.60,token,global,
2026-11-20,Claude Opus 5.5,Default,key,message,≤ 200k,output,2.01,token,global,`;
    expect(await against(csv, [call()])).toEqual({
      provider: 'anthropic',
      basis: 'billed',
      vendorNanoUsd: 5_610_000_000n,
      ledgerNanoUsd: 5_600_000_000n,
      driftShare: expect.closeTo(-0.0018, 4),
      lines: [
        {
          day: '2026-11-20',
          model: 'claude-opus-5-5',
          vendorNanoUsd: 5_610_000_000n,
          ledgerNanoUsd: 5_600_000_000n,
          vendorTokens: null,
          ledgerTokens: 1_000_000,
          ledgerCallCount: 1,
          discrepancies: ['rounding'],
        },
      ],
    });
  });

  it('of OpenAI tell days apart, and what one side does not have', async () => {
    const csv = `${OPENAI_COST}
1,2,2026-11-20T00:00:00+00:00,2026-11-21T00:00:00+00:00,0.0002500000000000,usd,"gpt-6-luna, input",p
1,2,2026-11-21T00:00:00+00:00,2026-11-22T00:00:00+00:00,,,,
1,2,2026-11-22T00:00:00+00:00,2026-11-23T00:00:00+00:00,4,usd,"gpt-6.1-sol-2026-09-29, output",p`;
    const luna = {
      provider: 'openai',
      requestedModel: 'gpt-6-luna',
      servedModel: 'gpt-6-luna',
      costNanoUsd: 250_000n,
    } as const;
    const { lines } = await against(csv, [
      call(luna),
      call({ ...luna, startedAt: Date.UTC(2026, 10, 21, 12) }),
      call(),
    ]);
    expect(lines.map(({ day, model, discrepancies }) => [day, model, discrepancies])).toEqual([
      ['2026-11-20', 'gpt-6-luna', []],
      ['2026-11-21', 'gpt-6-luna', ['missing-at-vendor']],
      ['2026-11-22', 'gpt-6.1-sol', ['missing-in-ledger']],
    ]);
  });

  it.each<[string, Partial<CallRecord>, readonly string[]]>([
    ['a price that differs', { costNanoUsd: 2_800_000_000n }, ['price']],
    ['calls without a price', { costNanoUsd: null }, ['unpriced']],
    ['calls that were estimated', { costNanoUsd: 4_000_000_000n, usageSource: 'estimated' }, ['estimated']],
  ])('say why they differ: %s', async (_what, overrides, discrepancies) => {
    const csv = `${ANTHROPIC_COST}\n2026-11-20,Claude Opus 5.5,Default,key,message,≤ 200k,output,5.60,token,global,`;
    expect((await against(csv, [call(overrides)])).lines).toMatchObject([{ discrepancies }]);
  });
});

describe('reports of tokens', () => {
  it('of Anthropic are priced at our prices, with tier and region', async () => {
    const csv = `${ANTHROPIC_USAGE}
2026-11-20,claude-opus-5-5,key,Default,standard,≤ 200k,900000,0,0,0,100000,0,global,
2026-11-20,claude-haiku-5-5-20261007,key,Default,batch,≤ 200k,1000000,1000000,1000000,1000000,1000000,0,us,`;
    const { basis, lines } = await against(csv, [call()]);
    expect(basis).toBe('priced');
    // Haiku by hand, at half the price and a tenth more: 0.1 + 0.125 + 0.2 + 0.01 + 0.5 dollars.
    expect(lines).toMatchObject([
      { model: 'claude-haiku-5-5', vendorNanoUsd: 514_250_000n, discrepancies: ['missing-in-ledger'] },
      { model: 'claude-opus-5-5', vendorNanoUsd: 5_600_000_000n, vendorTokens: 1_000_000, discrepancies: [] },
    ]);
  });

  it('of OpenAI count cached tokens once, and show tokens that were not booked', async () => {
    const csv = `${OPENAI_USAGE}\n1,2026-11-20T00:00:00+00:00,10.0,gpt-6-luna,FALSE,default,1000000.0,100000.0,400000.0`;
    const { lines } = await against(csv, [
      call({ provider: 'openai', requestedModel: 'gpt-6-luna', servedModel: 'gpt-6-luna', costNanoUsd: 1n }),
    ]);
    // 600,000 at $0.10, 400,000 at $0.01 and 100,000 at $0.50 a million.
    expect(lines).toMatchObject([{ vendorNanoUsd: 114_000_000n, vendorTokens: 1_100_000, discrepancies: ['tokens'] }]);
  });
});

it('refuses what is no report, and cells that are no figures', () => {
  expect(() => findReport(['date', 'cost'])).toThrow(/columns "date, cost", which are none of: OpenAI costs/);
  expect(() => read(`${OPENAI_COST}\n1,2,2026-11-20T00:00:00,x,1,eur,"gpt-6-luna, input",p`)).toThrow('"eur"');
  expect(() => read(`${OPENAI_COST}\n1,2,yesterday,x,1,usd,"gpt-6-luna, input",p`)).toThrow('start_time_iso');
  expect(() => read(`${OPENAI_COST}\n1,2,2026-11-20,x,one,usd,"gpt-6-luna, input",p`)).toThrow('amount_value');
});
