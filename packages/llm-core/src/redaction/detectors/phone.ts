import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Detector, Span } from '../detector.ts';

/** Where a number without a country prefix may be at home. */
const countries: readonly CountryCode[] = ['US', 'GB', 'DE', 'FR', 'IT', 'ES'];

const candidate =
  /(?<![\p{L}\p{N}$€£#.,/_-])(?:\+|\(\+|\b00|\(|)\d(?:[ \u00a0().\-/‑–]{0,3}\d){6,16}(?:,? ?(?:x|ext\.?|extension|Durchwahl|poste) ?\d{1,6})?(?![\p{L}\p{N}%€£_]|[.,:/-]\d)/giu;
const calling =
  /(?:\b(?:tel|tels|telephone|telefon|teléfono|telefono|téléphone|phone|ph|call|calls|text|sms|whatsapp|signal|mobile|mobil|cell|cellphone|cellulare|móvil|portable|handy|fax|dial|ring|rufen|anrufen|anruf|appelez|appeler|llamar|llame|chiamare|chiamate|erreichbar|joindre|tél|cel|reach)\b|☎|📞|tél|móvil)[^\n]{0,40}$/iu;
/** Behind it another thing is spoken of, but for the stop of an abbreviation. */
const sentenceEnd = /(?<!\b(?:tel|tél|ph|mob|no|nr))[.!?] \p{Lu}/u;
/** The written forms that nothing but a telephone number has. */
const northAmerican = /^(?:1[ .-])?(?:\(\d{3}\) ?|\d{3}[ .‑-])\d{3}[ .‑-]\d{4}(?:\D.*)?$/i;
const trunk = /^\(?0\d/;
const southern = /^[3679]\d{1,2}(?: \d{2,3}){2,4}$/;
const date = /^\d{1,4}([./-])\d{1,2}\1\d{2,4}(?![./-]?\d)/;
const notCalled =
  /(?:engine|motor|part|parts|teile?nummer|ref|invoice|order|stock|lot|item|gearbox|transmission|serial|nhs)[^\n.]{0,18}$/i;

/** Numbers that libphonenumber takes: with a country prefix, behind a word such as "call", or written as telephone numbers are. */
export const phoneDetector: Detector = {
  kind: 'phone',
  *find(text): Generator<Span> {
    for (const match of text.matchAll(candidate)) {
      const value = match[0].replace(/^\((?=[^)]*$)/, '');
      const start = match.index + match[0].length - value.length;
      const before = text.slice(Math.max(0, start - 48), start);
      if (!date.test(value) && isPhone(value, before)) yield { start, end: start + value.length };
    }
  },
};

function isPhone(value: string, before: string): boolean {
  if (/^\(?(?:\+|00)/.test(value))
    return parsePhoneNumberFromString(value.replace(/^00/, '+'), 'GB')?.isPossible() ?? false;
  if (notCalled.test(before)) return false;
  const called = calling.exec(before)?.[0];
  const isCalled = called !== undefined && !sentenceEnd.test(called);
  // 555 is no area code, and still what people write: the form alone decides, but for dots, which part numbers have too.
  if (northAmerican.test(value) && (isCalled || !value.includes('.'))) return true;
  const hasForm =
    isCalled || northAmerican.test(value) || southern.test(value) || (trunk.test(value) && /\d[^\d]+\d/.test(value));
  if (!hasForm) return false;
  const isValid = countries.some((country) => parsePhoneNumberFromString(value, country)?.isValid() ?? false);
  return isValid || (isCalled && /^\(?0/.test(value) && value.replace(/\D/g, '').length >= 9);
}
