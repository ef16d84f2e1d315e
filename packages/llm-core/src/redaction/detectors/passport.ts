import type { KnownDetector } from '../known-detector.ts';
import { labelled, labelPattern, matches } from '../labelled.ts';
import { countDigits } from '../digit-neighbours.ts';
import { TextIndex } from '../text-index.ts';

/** The lines that machines read (ICAO Doc 9303): two of 44 characters. */
const machineLines = /(?<![A-Z0-9<])P[A-Z<][A-Z]{3}[A-Z<]{39}(?:\s?[A-Z0-9<]{44})?(?![A-Z0-9<])/g;
const LINE_LENGTH = 44;
const label = labelPattern([
  'passport',
  'passports',
  'passport (?:id|card)',
  'reisepass',
  'reisepassnummer',
  'passnummer',
  'pass-nr',
  'passeport',
  'passaporto',
  'pasaporte',
  ...['us', 'uk', 'british', 'german', 'french', 'italian', 'spanish', 'eu'].map((state) => `${state} passport`),
]);
const value =
  /(?=[A-Z]{0,3} ?[A-Z0-9]*\d[A-Z0-9]*\d)(?:[A-Z]{1,3} ?\d{5,9}|[A-Z0-9]{6,10}|\d{2,3} ?\d{3} ?\d{3,4})(?![\p{L}\p{N}])/uy;

/** Passport numbers behind their name, and the lines for machines anywhere. */
export const passportDetector: KnownDetector = {
  kind: 'passport',
  *find(text, index = new TextIndex(text)) {
    if (text.includes('<') || index.longWords.some(({ start, end }) => end - start >= LINE_LENGTH))
      yield* matches(text, machineLines);
    for (const { start, end, value: found } of labelled(index, label, value)) {
      if (countDigits(found) >= 3) yield { start, end };
    }
  },
};
