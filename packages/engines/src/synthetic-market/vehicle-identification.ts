import type { Random } from '../statistics/random.ts';

const CHARACTERS = '0123456789ABCDEFGHJKLMNPRSTUVWXYZ';
const YEAR_CODES = 'ABCDEFGHJKLMNPRSTVWXY123456789';
const POSITION_WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
/** Values of the letters A to Z; I, O and Q do not occur. */
const LETTER_VALUES = [1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9];

/** The check digit of a 17-character number (49 CFR 565.15): position 9 itself has no weight. */
export function checkDigit(vin: string): string {
  let sum = 0;
  for (const [index, weight] of POSITION_WEIGHTS.entries()) {
    const character = vin.charAt(index);
    sum += weight * (LETTER_VALUES[character.charCodeAt(0) - 65] ?? Number(character));
  }
  return sum % 11 === 10 ? 'X' : String(sum % 11);
}

/**
 * An invented number: 17 characters with the maker's code, the year's code and a true check digit from model year 1981
 * on, ten digits before. The five characters that describe a car are drawn at random, which no factory does.
 */
export function inventVehicleIdentification(
  random: Random,
  car: { readonly modelYear: number; readonly isSuv: boolean },
): string {
  const { modelYear } = car;
  const serial = String(100_000 + random.integer(900_000));
  if (modelYear < 1981) return `91${String(modelYear).slice(2)}${serial}`;
  const character = (): string => CHARACTERS.charAt(random.integer(CHARACTERS.length));
  const descriptor = Array.from({ length: 5 }, character).join('');
  const year = YEAR_CODES.charAt((modelYear - 1980) % YEAR_CODES.length);
  const unchecked = `${car.isSuv ? 'WP1' : 'WP0'}${descriptor}0${year}S${serial}`;
  return `${unchecked.slice(0, 8)}${checkDigit(unchecked)}${unchecked.slice(9)}`;
}
