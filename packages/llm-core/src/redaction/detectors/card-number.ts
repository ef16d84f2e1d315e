import type { KnownDetector } from '../known-detector.ts';
import { matches } from '../labelled.ts';

const candidate = /(?<![\p{L}\p{N}.,+-])[2-6]\d{3}(?:[ -]?\d){8,15}(?![\p{L}\p{N}]|[.,]\d)/gu;

/** Payment card numbers: 12 to 19 digits from an issuer's range with a right check digit (ISO/IEC 7812, Luhn). */
export const cardNumberDetector: KnownDetector = {
  kind: 'card-number',
  find: (text) => matches(text, candidate, isCardNumber),
};

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
