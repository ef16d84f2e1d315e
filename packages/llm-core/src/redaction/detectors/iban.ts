import type { Span } from '../detector.ts';
import type { KnownDetector } from '../known-detector.ts';
import { labelled, labelPattern } from '../labelled.ts';
import { digitStartsWhere, isCapitalAt } from '../digit-neighbours.ts';
import { matchesAt, TextIndex } from '../text-index.ts';

/** Total length by country (ISO 13616 registry). */
const lengths = new Map(
  'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20'
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

const candidate = /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}/y;
const label = labelPattern(['iban']);
const anyCase = /[A-Za-z]{2} ?\d{2}(?:[ -]?[A-Za-z0-9]{2,4}){2,8}(?![A-Za-z0-9])/y;

/** International bank account numbers with right check digits; behind the word IBAN also mistyped ones. */
export const ibanDetector: KnownDetector = {
  kind: 'iban',
  *find(text, index = new TextIndex(text)): Generator<Span> {
    for (const { start, value } of matchesAt(text, candidate, countryStarts(index))) {
      const end = ibanEnd(value);
      if (end > 0) yield { start, end: start + end };
    }
    for (const { start, end, value } of labelled(index, label, anyCase)) {
      const known = ibanEnd(value.toUpperCase());
      yield { start, end: known > 0 ? start + known : end };
    }
  },
};

/** Where two capitals stand before digits. */
function countryStarts(index: TextIndex): readonly number[] {
  return digitStartsWhere(
    index,
    (text, { start, end }) => end - start >= 2 && isCapitalAt(text, start - 1) && isCapitalAt(text, start - 2),
  ).map((start) => start - 2);
}

/** Where the number ends in the text, 0 where it is none. What follows may look as if it went on. */
function ibanEnd(value: string): number {
  const length = lengths.get(value.slice(0, 2));
  if (length === undefined) return 0;
  let compact = '';
  let end = 0;
  for (; end < value.length && compact.length < length; end++)
    if (/[A-Z0-9]/.test(value[end] as string)) compact += value[end];
  if (compact.length < length || /[A-Z0-9]/.test(value[end] ?? '')) return 0;
  return remainderBy97(compact.slice(4) + compact.slice(0, 4)) === 1 ? end : 0;
}

/** ISO 7064, MOD 97-10: letters count from A = 10. */
function remainderBy97(value: string): number {
  let remainder = 0;
  for (const character of value)
    for (const digit of String(Number.parseInt(character, 36))) remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder;
}
