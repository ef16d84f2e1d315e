import type { Price } from '@pa/engines';

const counts = new Intl.NumberFormat('en-US');

/** A whole number such as `16,358`. */
export function formatCount(count: number): string {
  return counts.format(count);
}

/** An amount in whole units of its currency, such as `$52,500`. */
export function formatAmount(amount: number, currency: string): string {
  return new Intl.NumberFormat('en-US', { style: 'currency', currency, maximumFractionDigits: 0 }).format(amount);
}

/** A price; a dash where there is none. */
export function formatPrice(price: Price | null): string {
  return price === null ? '-' : formatAmount(price.amount, price.currency);
}

/** A share with its sign, such as `-24.1 %`. */
export function formatShare(share: number): string {
  return `${share > 0 ? '+' : ''}${(share * 100).toFixed(1)} %`;
}

/** Nano-dollars as dollars, such as `$0.0123`. */
export function formatCost(costNanoUsd: bigint): string {
  return costNanoUsd === 0n ? '$0' : `$${(Number(costNanoUsd) / 1e9).toFixed(4)}`;
}
