const NANO_PER_TEN_THOUSANDTH = 100_000n;

/**
 * Nano-dollars given as a decimal string, such as `$3.82`. Amounts below a cent keep four decimals, and whatever is
 * above zero but smaller than that is shown as `< $0.0001`: a cost is never rounded to nothing.
 */
export function nanoDollars(decimalText: string): string {
  const nano = BigInt(decimalText);
  if (nano === 0n) return '$0.00';
  if (nano < NANO_PER_TEN_THOUSANDTH) return '< $0.0001';
  const dollars = Number(nano / NANO_PER_TEN_THOUSANDTH) / 10_000;
  const digits = dollars < 0.01 ? 4 : 2;
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(dollars);
}
