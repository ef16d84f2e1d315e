export interface MoneyFormat {
  /** ISO 4217, upper case. */
  readonly currency: string;
  /** `$219K` for axes and tight places. Default: false. */
  readonly compact?: boolean;
}

/** An amount in whole units of its currency, such as `$219,300`. */
export function money(amount: number, { currency, compact = false }: MoneyFormat): string {
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    minimumFractionDigits: 0,
    maximumFractionDigits: compact ? 1 : 0,
    ...(compact ? { notation: 'compact' } : {}),
  }).format(amount);
}
