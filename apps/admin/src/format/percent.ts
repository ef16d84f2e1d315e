export interface PercentFormat {
  /** Digits after the point. Default: 0 from ten per cent on, else 1. */
  readonly digits?: number;
  /** Writes `+` before gains. Default: false. */
  readonly signed?: boolean;
}

/** A share as per cent: 0.25 is `25%`. */
export function percent(share: number, { digits, signed = false }: PercentFormat = {}): string {
  const places = digits ?? (Math.abs(share) >= 0.0995 ? 0 : 1);
  return new Intl.NumberFormat('en-US', {
    style: 'percent',
    minimumFractionDigits: places,
    maximumFractionDigits: places,
    signDisplay: signed ? 'exceptZero' : 'negative',
  }).format(share);
}
