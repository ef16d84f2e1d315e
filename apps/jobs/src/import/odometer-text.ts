import type { DistanceUnit } from '@pa/engines/market';

/** An odometer reading as a line of text states it. */
export interface OdometerReading {
  readonly mileage: number;
  readonly unit: DistanceUnit;
}

/**
 * Reads lines such as "16k Miles", "8,900 Miles Indicated, TMU" or "245k Kilometers (~151k Miles)"; else `null`. Whether
 * the car has run that far is another question, which `readListingText` answers.
 */
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
  };
}
