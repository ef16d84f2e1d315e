/** What buying, keeping and selling a car costs. Shares are of a price; amounts are in the currency of the market. */
export interface InvestmentCosts {
  /** Fee that a buyer pays, a share of the price. Default 0.05. */
  readonly buyerFeeShare: number;
  /** What a seller pays, a share of the price. Default 0.03. */
  readonly sellerFeeShare: number;
  /** Moving the car once, at the purchase. Default 0. */
  readonly transportAmount: number;
  /** Insurance, storage and care of a year, a share of the value today. Default 0.03. */
  readonly ownershipShareYearly: number;
  /** What the money would earn elsewhere, a year. Default 0.03. */
  readonly opportunityRateYearly: number;
}

/** Costs where the reader gives none. */
export const DEFAULT_INVESTMENT_COSTS: InvestmentCosts = {
  buyerFeeShare: 0.05,
  sellerFeeShare: 0.03,
  transportAmount: 0,
  ownershipShareYearly: 0.03,
  opportunityRateYearly: 0.03,
};
