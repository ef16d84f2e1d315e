import { calcPrice } from '@pydantic/genai-prices';
import { type PriceRow, ratesFromUsd } from './price-row.ts';
import { withoutSnapshot } from './snapshot-suffix.ts';

type Amount =
  | number
  | { readonly base: number; readonly tiers: readonly { readonly start: number; readonly price: number }[] };

/**
 * The library's price of a model on a day. `null` where it has none, and where it matched a neighbour: only the requested
 * id or the id without its snapshot date is accepted.
 */
export function libraryPrice(query: {
  readonly provider: string;
  readonly model: string;
  readonly at: number;
}): PriceRow | null {
  const found = calcPrice({ input_tokens: 1, output_tokens: 1 }, query.model, {
    providerId: query.provider,
    timestamp: new Date(query.at),
  });
  if (found === null || found.provider.id !== query.provider) return null;
  if (found.model.id !== query.model && found.model.id !== withoutSnapshot(query.model)) return null;
  const prices = found.model_price as Readonly<Record<string, Amount | undefined>>;
  const { input_mtok: input, output_mtok: output } = prices;
  if (input === undefined || output === undefined) return null;
  const starts = new Set(
    Object.values(prices).flatMap((amount) =>
      typeof amount === 'object' ? amount.tiers.map((tier) => tier.start) : [],
    ),
  );
  if (starts.size > 1) return null;
  const [start] = starts;
  const rates = (band: 'base' | 'long') =>
    ratesFromUsd({
      input: amountOf(input, band),
      ...optional('cacheRead', prices['cache_read_mtok'], band),
      cacheWrite: {
        ...optional('default', prices['cache_write_mtok'], band),
        ...optional('5m', prices['cache_write_mtok'], band),
        ...optional('1h', prices['cache_write_1h_mtok'], band),
      },
      output: amountOf(output, band),
    });
  return {
    provider: query.provider,
    model: query.model,
    validFrom: '1970-01-01',
    rates: rates('base'),
    // Some rows of the library begin a token early: both vendors count a prompt of exactly the limit as short.
    ...(start === undefined
      ? {}
      : { longPrompt: { aboveInputTokens: Math.ceil(start / 1000) * 1000, rates: rates('long') } }),
    source: '@pydantic/genai-prices',
  };
}

function amountOf(amount: Amount, band: 'base' | 'long'): number {
  if (typeof amount === 'number') return amount;
  return band === 'base' ? amount.base : (amount.tiers.at(-1)?.price ?? amount.base);
}

function optional(name: string, amount: Amount | undefined, band: 'base' | 'long'): Readonly<Record<string, number>> {
  return amount === undefined ? {} : { [name]: amountOf(amount, band) };
}
