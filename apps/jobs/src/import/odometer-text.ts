import type { DistanceUnit } from '@pa/engines/market';

/** An odometer reading as a line of text states it. */
export interface OdometerReading {
  readonly mileage: number;
  readonly unit: DistanceUnit;
  /** True where the line says that the true distance is unknown or the odometer was replaced or repaired. */
  readonly doubtful: boolean;
}

/** Reads lines such as "16k Miles", "8,900 Miles Indicated, TMU" or "245k Kilometers (~151k Miles)"; else `null`. */
export function readOdometerText(line: string): OdometerReading | null {
  const found = /^~?(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s*(k)?\s*(miles?|mi|kilometers?|kilometres?|km)\b/i.exec(
    line.trim(),
  );
  if (found === null) return null;
  const [, digits = '', thousand, unit = ''] = found;
  const amount = Number(digits.replaceAll(',', '')) * (thousand === undefined ? 1 : 1000);
  return {
    mileage: Math.round(amount),
    unit: /^mi/i.test(unit) ? 'mi' : 'km',
    doubtful: /\b(tmu|unknown|replacement|replaced|repaired|rolled over|non-?functional|inoperable)\b/i.test(line),
  };
}
