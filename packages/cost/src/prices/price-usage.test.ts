import { createUsage, unknownUsage, type Usage } from '@pa/llm-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPriceBook } from './price-book.ts';
import { PRICE_OVERLAY } from './price-overlay.ts';
import { priceUsage } from './price-usage.ts';

const book = createPriceBook();
const NOVEMBER = Date.UTC(2026, 10, 23);

interface Tokens {
  readonly uncached?: number;
  readonly read?: number;
  readonly write?: Readonly<Record<string, number>>;
  readonly text?: number;
  readonly reasoning?: number;
  readonly tier?: string;
  readonly region?: string;
}

function usage(tokens: Tokens): Usage {
  return createUsage({
    input: { uncached: tokens.uncached, cacheRead: tokens.read, cacheWrite: tokens.write },
    output: { text: tokens.text, reasoning: tokens.reasoning },
    source: 'reported',
    ...(tokens.tier === undefined ? {} : { serviceTier: tokens.tier }),
    ...(tokens.region === undefined ? {} : { region: tokens.region }),
  });
}

function bill(provider: string, model: string, tokens: Tokens, at = NOVEMBER): bigint | undefined {
  const row = book({ provider, model, at });
  return row === null ? undefined : priceUsage(usage(tokens), row)?.nanoUsd;
}

// Every expected amount was computed by hand from the price page: tokens x dollars per million x 1000.
describe('checks 10 and 11: bills', () => {
  it.each<[string, string, string, Tokens, bigint]>([
    ['a small call', 'openai', 'gpt-6-luna', { uncached: 1000, text: 300 }, 250_000n],
    ['a small call', 'anthropic', 'claude-haiku-5-5', { uncached: 1000, text: 300 }, 250_000n],
    ['input alone', 'anthropic', 'claude-opus-5-5', { uncached: 1 }, 4_000n],
    ['output alone', 'anthropic', 'claude-opus-5-5', { text: 1 }, 20_000n],
    ['reasoning is output', 'openai', 'gpt-6-sol', { uncached: 100, text: 10, reasoning: 90 }, 1_200_000n],
    [
      'a cache written once is priced once',
      'anthropic',
      'claude-sonnet-5-5',
      { uncached: 3, write: { '5m': 12_304 }, text: 550 },
      36_266_000n,
    ],
    ['an hour of cache is dearer', 'anthropic', 'claude-sonnet-5-5', { write: { '1h': 1000 } }, 4_000_000n],
    ['two lifetimes at once', 'anthropic', 'claude-sonnet-5-5', { write: { '5m': 1000, '1h': 1000 } }, 6_500_000n],
    ['a cached subset is taken out once', 'openai', 'gpt-6-sol', { uncached: 100, read: 900 }, 380_000n],
    ['a long prompt, at the limit', 'openai', 'gpt-6-luna', { uncached: 272_000 }, 27_200_000n],
    ['a long prompt, one below', 'openai', 'gpt-6-luna', { uncached: 271_999 }, 27_199_900n],
    ['a long prompt, one above', 'openai', 'gpt-6-luna', { uncached: 272_001, text: 100 }, 54_475_200n],
    ['a long prompt by its cache', 'openai', 'gpt-6-luna', { uncached: 27_201, read: 244_800 }, 10_336_200n],
    ['a long prompt of the library, at the limit', 'openai', 'gpt-5.5', { uncached: 272_000 }, 1_360_000_000n],
    ['a long prompt of the library, one above', 'openai', 'gpt-5.5', { uncached: 272_001 }, 2_720_010_000n],
    ['the short band ends at 100,000', 'anthropic', 'claude-haiku-5-5', { uncached: 100_000, text: 1000 }, 10_500_000n],
    [
      'the long band prices the whole request',
      'anthropic',
      'claude-haiku-5-5',
      { uncached: 100_001, text: 1000 },
      52_500_500n,
    ],
    [
      'writes count towards the band',
      'anthropic',
      'claude-haiku-5-5',
      { uncached: 1, write: { '5m': 100_000 } },
      62_500_500n,
    ],
    ['a batch is half', 'openai', 'gpt-6.1-terra', { uncached: 1000, text: 1000, tier: 'batch' }, 3_000_000n],
    ['flex is half', 'openai', 'gpt-6.1-terra', { uncached: 1000, text: 1000, tier: 'flex' }, 3_000_000n],
    ['priority is double', 'openai', 'gpt-6.1-terra', { uncached: 1000, text: 1000, tier: 'priority' }, 12_000_000n],
    ['half a nano-dollar rounds up', 'openai', 'gpt-6-luna', { read: 1, tier: 'batch' }, 5n],
    ['twelve hours of cache', 'openai', 'gpt-6.1-terra', { write: { '30m': 1000, '12h': 1000 } }, 3_750_000n],
    ['a write of unknown lifetime', 'openai', 'gpt-6-luna', { write: { '30m': 1000 } }, 125_000n],
    [
      'a snapshot of the library',
      'anthropic',
      'claude-sonnet-4-5-20250929',
      { uncached: 1000, text: 1000 },
      18_000_000n,
    ],
    ['a snapshot of an overlay row', 'openai', 'gpt-6.1-sol-2026-09-29', { uncached: 1000, read: 1000 }, 2_100_000n],
    ['a write to the cache of 6.1 sol', 'openai', 'gpt-6.1-sol', { uncached: 10, write: { '30m': 1000 } }, 2_520_000n],
    ['a bound region costs a tenth more', 'openai', 'gpt-6.1-terra', { uncached: 1000, region: 'eu' }, 1_100_000n],
    ['a bound region of Anthropic', 'anthropic', 'claude-opus-5-5', { text: 1000, region: 'us' }, 22_000_000n],
    [
      'a batch in a bound region',
      'anthropic',
      'claude-sonnet-5-5',
      { uncached: 1000, text: 100, tier: 'batch', region: 'us' },
      1_650_000n,
    ],
    [
      'fast mode of Opus is double',
      'anthropic',
      'claude-opus-5-5',
      { uncached: 1000, text: 100, tier: 'fast' },
      12_000_000n,
    ],
    [
      'a committed tier counts at the list price',
      'anthropic',
      'claude-opus-5-5',
      { text: 10, tier: 'priority' },
      200_000n,
    ],
    ['the list price by another name', 'openai', 'gpt-6-luna', { text: 10, tier: 'default' }, 5_000n],
    [
      'a long prompt by reads, nine tenths of it, at the limit',
      'openai',
      'gpt-6.1-terra',
      { uncached: 27_200, read: 244_800, text: 1000 },
      44_440_000n,
    ],
    [
      'a long prompt by reads, nine tenths of it, one above',
      'openai',
      'gpt-6.1-terra',
      { uncached: 27_201, read: 244_800, text: 1000 },
      86_382_000n,
    ],
    [
      'a long prompt as a batch',
      'openai',
      'gpt-6.1-terra',
      { uncached: 272_001, text: 1000, tier: 'batch' },
      275_751_000n,
    ],
    [
      'a long prompt at priority in a bound region',
      'openai',
      'gpt-6-sol',
      { uncached: 300_000, text: 1000, tier: 'priority', region: 'eu' },
      2_673_000_000n,
    ],
    [
      'the short band of Haiku by its reads',
      'anthropic',
      'claude-haiku-5-5',
      { uncached: 10_000, read: 90_000, text: 200 },
      2_000_000n,
    ],
    [
      'the long band of Haiku by its reads',
      'anthropic',
      'claude-haiku-5-5',
      { uncached: 10_001, read: 90_000, text: 200 },
      10_000_500n,
    ],
    [
      'the long band of Haiku, both lifetimes',
      'anthropic',
      'claude-haiku-5-5',
      { write: { '5m': 60_000, '1h': 60_000 }, tier: 'batch' },
      48_750_000n,
    ],
    ['nothing used is free', 'openai', 'gpt-6-luna', { uncached: 0, text: 0 }, 0n],
  ])('%s: %s %s', (_what, provider, model, tokens, expected) => {
    expect(bill(provider, model, tokens)).toBe(expected);
  });

  it('follows a price from the day it changed', () => {
    const read = { read: 1_000_000 };
    expect(bill('anthropic', 'claude-sonnet-5-5', read, Date.UTC(2026, 9, 6, 23, 59, 59, 999))).toBe(200_000_000n);
    expect(bill('anthropic', 'claude-sonnet-5-5', read, Date.UTC(2026, 9, 7))).toBe(100_000_000n);
  });

  it('has no price for a model it does not know, by prefix least of all', () => {
    for (const model of ['claude-fable-5-2', 'claude-sonnet-5-5-mini', 'gpt-6-luna-pro', 'gpt-9', '']) {
      expect(book({ provider: 'anthropic', model, at: NOVEMBER })).toBeNull();
      expect(book({ provider: 'openai', model, at: NOVEMBER })).toBeNull();
    }
    expect(book({ provider: 'anthropic', model: 'claude-haiku-5-5', at: Date.UTC(2026, 9, 6) })).toBeNull();
  });

  it('has no price for a tier that is not known', () => {
    expect(bill('anthropic', 'claude-sonnet-5-5', { uncached: 1000, tier: 'fast' })).toBeUndefined();
    expect(bill('openai', 'gpt-6-luna', { uncached: 1000, tier: 'turbo' })).toBeUndefined();
  });

  it('names the source and the first day of every row of the overlay', () => {
    for (const { source, validFrom, rates } of PRICE_OVERLAY) {
      expect(source).toMatch(/^https:\/\/(platform\.claude\.com|developers\.openai\.com)\/docs|api\/docs/);
      expect(validFrom).toMatch(/^2026-\d\d-\d\d$/);
      expect(rates.input > 0n && rates.output > 0n).toBe(true);
    }
  });

  it('has no price for a usage that says nothing', () => {
    const row = book({ provider: 'openai', model: 'gpt-6-luna', at: NOVEMBER });
    expect(row && priceUsage(unknownUsage('estimated'), row)).toBeNull();
  });

  it('never falls when tokens are added', () => {
    const counts = fc.record({ uncached: fc.nat(400_000), read: fc.nat(400_000), text: fc.nat(100_000) });
    fc.assert(
      fc.property(counts, fc.constantFrom('uncached', 'read', 'text'), (tokens, part) => {
        const more = { ...tokens, [part]: tokens[part as keyof typeof tokens] + 1 };
        const [before, after] = [tokens, more].map((each) => bill('openai', 'gpt-6-luna', each) as bigint);
        expect((after as bigint) > (before as bigint)).toBe(true);
      }),
    );
  });
});
