/**
 * What a price is. `ask`: wanted by a seller, not yet paid. `sold`: paid in a retail or public auction sale (hammer
 * price). `bid`: the highest offer of a sale that did not happen. `wholesale`: paid between dealers.
 */
export type PriceKind = 'ask' | 'sold' | 'bid' | 'wholesale';

/** Kinds that record a finished sale, and so the only ones a valuation is fitted on. */
export type SalePriceKind = Extract<PriceKind, 'sold' | 'wholesale'>;

/** ISO 4217, upper case. */
export type CurrencyCode = string;

/**
 * An amount in whole units of its currency, together with what it is. The kind is part of the type: a function of
 * `Price<'sold'>` does not accept a `Price<'ask'>`.
 */
export interface Price<Kind extends PriceKind = PriceKind> {
  readonly kind: Kind;
  readonly amount: number;
  readonly currency: CurrencyCode;
}

/**
 * One market whose prices may be compared with each other: one kind of sale in one currency. Models, indices and
 * predictions belong to exactly one market.
 */
export interface MarketScope {
  readonly priceKind: SalePriceKind;
  readonly currency: CurrencyCode;
}

/** The text key of a market, such as `sold/USD`. */
export function marketKey(scope: MarketScope): string {
  return `${scope.priceKind}/${scope.currency}`;
}
