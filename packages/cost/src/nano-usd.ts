import { CostError } from './errors.ts';

/** Nano-dollars in a dollar. */
export const NANO_USD_PER_USD = 1_000_000_000n;

/** Dollars as integer nano-dollars, rounded half away from zero. */
export function nanoUsdOf(usd: number): bigint {
  if (!Number.isFinite(usd))
    throw new CostError('invalid-amount', `${usd} is no amount of dollars: pass a finite number.`);
  return BigInt(Math.sign(usd) * Math.round(Math.abs(usd) * 1e9));
}

/** Dollars as decimal text without rounding, such as `0.00025`. */
export function usdText(nanoUsd: bigint): string {
  const sign = nanoUsd < 0n ? '-' : '';
  const digits = (nanoUsd < 0n ? -nanoUsd : nanoUsd).toString().padStart(10, '0');
  const fraction = digits.slice(-9).replace(/0+$/, '');
  return `${sign}${digits.slice(0, -9)}${fraction === '' ? '' : `.${fraction}`}`;
}
