/** Prices of tokens in nano-dollars per million tokens, so that a dollar per million is 1,000,000,000. */
export interface TokenRates {
  readonly input: bigint;
  /** `undefined` where the provider does not say: such tokens are priced as input. */
  readonly cacheRead: bigint | undefined;
  /**
   * By lifetime (`5m`, `1h`, `30m`, `12h`); `default` for a lifetime that is not listed. Without it such a write costs as
   * much as the dearest that is listed, and as input where none is.
   */
  readonly cacheWrite: Readonly<Record<string, bigint>>;
  readonly output: bigint;
}

/** What a model costs from a day on. */
export interface PriceRow {
  readonly provider: string;
  /** The exact model id. A family prefix never matches. */
  readonly model: string;
  /** First day of the price, `YYYY-MM-DD` in UTC. */
  readonly validFrom: string;
  readonly rates: TokenRates;
  /** The whole request is priced by the last band that its input tokens exceed (cache reads and writes count). */
  readonly longPrompt?: { readonly aboveInputTokens: number; readonly rates: TokenRates };
  /** Service tiers that this model is charged for otherwise than its vendor's rules say, in hundredths of the list price. */
  readonly tierHundredths?: Readonly<Record<string, bigint>>;
  /** Where the price was read. */
  readonly source: string;
}

/** Rates from dollars per million tokens, as price pages write them. */
export function ratesFromUsd(usd: {
  readonly input: number;
  readonly cacheRead?: number;
  readonly cacheWrite?: Readonly<Record<string, number>>;
  readonly output: number;
}): TokenRates {
  const nano = (amount: number): bigint => BigInt(Math.round(amount * 1e9));
  return {
    input: nano(usd.input),
    cacheRead: usd.cacheRead === undefined ? undefined : nano(usd.cacheRead),
    cacheWrite: Object.fromEntries(Object.entries(usd.cacheWrite ?? {}).map(([ttl, amount]) => [ttl, nano(amount)])),
    output: nano(usd.output),
  };
}
