import type { Listing } from '../../market/listing.ts';

const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
const LETTER_VALUES = [1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9];
const YEAR_CODES = 'ABCDEFGHJKLMNPRSTVWXY123456789';
const FIRST_CODED_YEAR = 1980;
/** Countries whose numbers must carry a check digit: the United States, Canada and Mexico. */
const NORTH_AMERICA = /^[1-5]/;

/** True where the check digit is wrong on a number that must carry one (49 CFR 565.15). */
export function hasWrongCheckDigit({ vin }: Pick<Listing, 'vin'>): boolean {
  if (vin === null || !NORTH_AMERICA.test(vin) || !/^[A-HJ-NPR-Z0-9]{17}$/i.test(vin)) return false;
  const number = vin.toUpperCase();
  let sum = 0;
  for (const [place, weight] of WEIGHTS.entries()) {
    const character = number.charAt(place);
    sum += weight * (LETTER_VALUES[character.charCodeAt(0) - 65] ?? Number(character));
  }
  return number[8] !== (sum % 11 === 10 ? 'X' : String(sum % 11));
}

/** True where position 10 of a North American number names another model year than the row, 30 years apart or not. */
export function namesOtherYear({ vin, modelYear }: Pick<Listing, 'vin' | 'modelYear'>): boolean {
  if (vin === null || modelYear === null || modelYear < FIRST_CODED_YEAR || vin.length !== 17) return false;
  if (!NORTH_AMERICA.test(vin)) return false;
  const code = YEAR_CODES.indexOf(vin.charAt(9).toUpperCase());
  return code >= 0 && (modelYear - FIRST_CODED_YEAR) % 30 !== code;
}
