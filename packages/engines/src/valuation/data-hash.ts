import type { Sale } from '../market/listing.ts';
import { textHash } from '../statistics/text-hash.ts';

/**
 * 64 bits that are the same for the same sales in the same order, as 16 hexadecimal digits: says which data a stored
 * valuation was fitted on. `before` is the hash of the
 * sales that came before these. Not for security.
 */
export function dataHashOf(sales: readonly Sale[], before = ''): string {
  let first = before === '' ? 0 : textHash(before);
  let second = first;
  for (const { id, vehicle, modelYear, mileage, condition, endedOn, price } of sales) {
    const row = `${id}|${vehicle.make}|${vehicle.model}|${vehicle.trim ?? ''}|${modelYear}|${mileage}|${condition}|${endedOn}|${price.amount}`;
    first = textHash(`${first} ${row}`);
    second = textHash(`${row} ${second}`);
  }
  return first.toString(16).padStart(8, '0') + second.toString(16).padStart(8, '0');
}
