import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Span } from '../detector.ts';
import type { KnownDetector } from '../known-detector.ts';
import { countDigits } from '../digit-neighbours.ts';
import { matchesAt, TextIndex } from '../text-index.ts';

/** Where a number without a country prefix may be at home. */
const countries: readonly CountryCode[] = ['US', 'GB', 'DE', 'FR', 'IT', 'ES'];

const candidate =
  /(?<![\p{L}\p{N}$€£#.,/_-])(?:\+|\(\+|\b00|\(|)\d(?:[ \u00a0().\-/‑–]{0,3}\d){6,16}(?:,? ?(?:x|ext\.?|extension|Durchwahl|poste) ?\d{1,6})?(?![\p{L}\p{N}%€£_]|[.,:/-]\d)/iuy;
const calling =
  /(?:\b(?:tel|tels|telephone|telefon|teléfono|telefono|téléphone|phone|ph|call|calls|text|sms|whatsapp|signal|mobile|mobil|cell|cellphone|cellulare|móvil|portable|handy|fax|dial|ring|rufen|anrufen|anruf|appelez|appeler|llamar|llame|contactar|contacter|contattare|contattate|chiamare|chiamate|erreichbar|joindre|tél|cel|reach)\b|☎|📞|tél|móvil)[^\n]{0,40}$/iu;
/** Behind it another thing is spoken of, but for the stop of an abbreviation. */
const sentenceEnd = /(?<!\b(?:tel|tél|ph|mob|no|nr))[.!?] \p{Lu}/u;
/** The written forms that nothing but a telephone number has. */
const northAmerican = /^(?:1[ .-])?(?:\(\d{3}\) ?|\d{3}[ .‑-])\d{3}[ .‑-]\d{4}(?:\D.*)?$/i;
/** As many digits as every number there has: no need to ask the library. */
const northAmericanAbroad = /^\+1[ .-]?(?:\([2-9]\d\d\)|[2-9]\d\d)[ .-]?\d{3}[ .-]?\d{4}$/;
/** Right before the number, and nothing between: what it is needs no form. */
const announced =
  /(?:\b(?:tel|telephone|telefon|teléfono|telefono|téléphone|phone|mobile|mobil|cell|cellphone|handy|fax|whatsapp)|☎|📞)[.:]{1,2} ?$/iu;
const trunk = /^\(?0\d/;
const southern = /^[3679]\d{1,2}(?: \d{2,3}){2,4}$/;
const date = /^\d{1,4}([./-])\d{1,2}\1\d{2,4}(?![./-]?\d)/;
const notCalled =
  /(?:engine|motor|part|parts|teile?nummer|ref|invoice|order|stock|lot|item|gearbox|transmission|serial|nhs)[^\n.]{0,18}$/i;

/** Numbers that libphonenumber takes: with a country prefix, behind a word such as "call", or written as telephone numbers are. */
export const phoneDetector: KnownDetector = {
  kind: 'phone',
  *find(text, index = new TextIndex(text)): Generator<Span> {
    for (const { start: foundAt, value: found } of matchesAt(text, candidate, longNumberStarts(index))) {
      const value = found.replace(/^\((?=[^)]*$)/, '');
      const start = foundAt + found.length - value.length;
      const before = text.slice(Math.max(0, start - 48), start);
      if (!date.test(value) && isPhone(value, before)) yield { start, end: start + value.length };
    }
  },
};

/**
 * Where digits begin that are, with signs between them, as many as a telephone number has; with a bracket or a plus that opens
 * them.
 */
function longNumberStarts({ text, digits }: TextIndex): readonly number[] {
  const starts: number[] = [];
  for (let first = 0; first < digits.length; ) {
    let last = first;
    let count = lengthOf(digits[first]);
    for (let next = digits[first + 1]; next !== undefined; next = digits[last + 1]) {
      if (!isGap(text, { start: digits[last]?.end ?? 0, end: next.start })) break;
      last += 1;
      count += lengthOf(next);
    }
    if (count >= FEWEST_DIGITS) {
      for (let place = first; place <= last; place++) {
        const start = digits[place]?.start ?? 0;
        if (text[start - 2] === '(') starts.push(start - 2);
        if (start > 0) starts.push(start - 1);
        starts.push(start);
      }
    }
    first = last + 1;
  }
  return starts;
}

const FEWEST_DIGITS = 7;
const betweenDigits = ' \u00a0().-/‑–';

/** At most three signs that may stand between two digits of a number. */
function isGap(text: string, { start, end }: Span): boolean {
  if (end - start > 3) return false;
  for (let at = start; at < end; at++) if (!betweenDigits.includes(text[at] as string)) return false;
  return true;
}

function lengthOf(run: Span | undefined): number {
  return run === undefined ? 0 : run.end - run.start;
}

function isPhone(value: string, before: string): boolean {
  if (northAmericanAbroad.test(value)) return true;
  if (/^\(?(?:\+|00)/.test(value))
    return parsePhoneNumberFromString(value.replace(/^00/, '+'), 'GB')?.isPossible() ?? false;
  // "N 908 132 01" is a part.
  if (notCalled.test(before) || /(?<![\p{L}\p{N}])[A-Z] $/u.test(before)) return false;
  const called = calling.exec(before)?.[0];
  const isCalled = called !== undefined && !sentenceEnd.test(called);
  // 555 is no area code, and still what people write: the form alone decides, but for dots, which part numbers have too.
  if (northAmerican.test(value) && (isCalled || !value.includes('.'))) return true;
  if (announced.test(before) && countDigits(value) >= 9) return true;
  const hasForm =
    isCalled || northAmerican.test(value) || southern.test(value) || (trunk.test(value) && /\d[^\d]+\d/.test(value));
  if (!hasForm) return false;
  const isValid = countries.some((country) => parsePhoneNumberFromString(value, country)?.isValid() ?? false);
  return isValid || (isCalled && /^\(?0/.test(value) && countDigits(value) >= 9);
}
