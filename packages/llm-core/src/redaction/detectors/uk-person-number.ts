import type { Span } from '../detector.ts';
import type { KnownDetector } from '../known-detector.ts';
import { labelled, labelPattern, matches } from '../labelled.ts';
import { beforeSign, isCapitalAt, isDigitAt, someDigits } from '../digit-neighbours.ts';
import { TextIndex } from '../text-index.ts';

const insurance =
  /(?<![\p{L}\p{N}])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D](?![\p{L}\p{N}])/gu;
const insuranceLabel = labelPattern(['ni', 'nino', 'national insurance', 'n\\.i\\.']);
const anyInsurance = /[A-Za-z]{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-Da-d]?(?![\p{L}\p{N}])/uy;
const healthLabel = labelPattern(['nhs', 'nhs id', 'health service', 'national health(?: service)?']);
const health = /\d{3}[ -]?\d{3}[ -]?\d{4}(?![\p{L}\p{N}])/uy;
const healthGroups = /(?<![\p{L}\p{N}+(.-]|[\d+] )\d{3} \d{3} \d{4}(?![\p{L}\p{N}]| \d)/gu;

/** National Insurance and National Health Service numbers of the United Kingdom. */
export const ukPersonNumberDetector: KnownDetector = {
  kind: 'uk-person-number',
  *find(text, index = new TextIndex(text)) {
    if (someDigits(index, isBehindCapitals)) yield* matches(text, insurance);
    for (const { start, end } of labelled(index, insuranceLabel, anyInsurance)) yield { start, end };
    for (const { start, end } of labelled(index, healthLabel, health)) yield { start, end };
    if (someDigits(index, endsGroups) && /\bnhs\b|patient/i.test(text))
      yield* matches(text, healthGroups, hasCheckDigit);
  },
};

/** At least two digits behind two capitals. */
function isBehindCapitals(text: string, { start, end }: Span): boolean {
  const before = beforeSign(text, start);
  return end - start >= 2 && isCapitalAt(text, before) && isCapitalAt(text, before - 1);
}

/** Four digits behind others and a space. */
function endsGroups(text: string, { start, end }: Span): boolean {
  return end - start === 4 && text[start - 1] === ' ' && isDigitAt(text, start - 2);
}

/** Modulus 11 with weights 10 to 2 (NHS Data Dictionary). */
function hasCheckDigit(value: string): boolean {
  const digits = [...value.replace(/\D/g, '')].map(Number);
  const sum = digits.slice(0, 9).reduce((total, digit, place) => total + digit * (10 - place), 0);
  return (11 - (sum % 11)) % 11 === digits[9];
}
