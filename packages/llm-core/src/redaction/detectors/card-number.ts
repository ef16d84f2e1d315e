import type { KnownDetector } from '../known-detector.ts';
import { behindSign, digitStartsWhere, isDigitAt } from '../digit-neighbours.ts';
import { matchSpansAt } from '../labelled.ts';
import { TextIndex } from '../text-index.ts';
import type { Span } from '../detector.ts';

const candidate = /(?<![\p{L}\p{N}.,+-])[2-6]\d{3}(?:[ -]?\d){8,15}(?![\p{L}\p{N}]|[.,]\d)/uy;

/** Payment card numbers: 12 to 19 digits from an issuer's range with a right check digit (ISO/IEC 7812, Luhn). */
export const cardNumberDetector: KnownDetector = {
  kind: 'card-number',
  find: (text, index = new TextIndex(text)) =>
    matchSpansAt(text, candidate, { starts: digitStartsWhere(index, isLong), isReal: isCardNumber }),
};

const FEWEST_DIGITS = 12;

/** Whether as many digits follow as a card has, with at most one sign between two of them. */
function isLong(text: string, { start, end }: Span): boolean {
  const first = text.charCodeAt(start);
  if (end - start < 4 || first < 50 || first > 54) return false;
  let count = 0;
  let at = start;
  for (; isDigitAt(text, at) && count < FEWEST_DIGITS; at = behindSign(text, at + 1)) count += 1;
  return count === FEWEST_DIGITS;
}

function isCardNumber(value: string): boolean {
  const digits = value.replace(/\D/g, '');
  if (/^(\d)\1*$/.test(digits)) return false;
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = digit * 2;
    sum += place % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
