export const HORIZONS = ['1m', '3m', '6m', '1y'] as const;

/** How far a forecast is shown. */
export type Horizon = (typeof HORIZONS)[number];

/** Months of each horizon. */
export const HORIZON_MONTHS: Readonly<Record<Horizon, number>> = { '1m': 1, '3m': 3, '6m': 6, '1y': 12 };

/** Each horizon in words. */
export const HORIZON_NAMES: Readonly<Record<Horizon, string>> = {
  '1m': '1 month',
  '3m': '3 months',
  '6m': '6 months',
  '1y': '1 year',
};
