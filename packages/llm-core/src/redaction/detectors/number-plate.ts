import type { Span } from '../detector.ts';
import type { KnownDetector } from '../known-detector.ts';
import { labelled, labelPattern, matches } from '../labelled.ts';
import { behindSign, isCapitalAt, someDigits } from '../digit-neighbours.ts';
import { TextIndex } from '../text-index.ts';

const british = /(?<![\p{L}\p{N}-])[A-HJ-PR-Y][A-HJ-PR-Y](?:0[1-9]|[1-9]\d) ?[A-HJ-PR-Z]{3}(?![\p{L}\p{N}-])/gu;
const french = /(?<![\p{L}\p{N}-])[A-HJ-NP-TV-Z]{2}-\d{3}-[A-HJ-NP-TV-Z]{2}(?![\p{L}\p{N}-])/gu;
const german = /(?<![\p{L}\p{N}-])[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} [1-9]\d{0,3}[HE]?(?![\p{L}\p{N}]|[.,]\d|[-–\s][Ss]peed)/gu;
const italian = /(?<![\p{L}\p{N}-])[A-HJ-NPR-TV-Z]{2} \d{3} ?[A-HJ-NPR-TV-Z]{2}(?![\p{L}\p{N}-])/gu;
const spanish = /(?<![\p{L}\p{N}-])\d{4}-[BCDFGHJ-NPR-TV-Z]{3}(?![\p{L}\p{N}-])/gu;
/** Cars and engines whose names have the form of a British plate, such as SL55 AMG and RB25DET. */
const ofCars = / AMG$|DET$/;
/** Cars whose names have the form of a German plate. */
const models = /^(?:GT-R|GS-R|NSX-T|H-D|C-HR|CR-V|HR-V|BR-V|CR-Z|MR-S|RS-Q|GT-S|GT-B|GT-X|X-T|ID-R|K-R|M-R|M-TX) /;

const label = labelPattern([
  'licen[cs]e plates?',
  'number ?plates?',
  'plates?',
  'plate',
  'reg\\.?',
  'registration(?: mark| plate)?',
  'registered(?: in [\\p{L}. ]{2,25})? as',
  'vrm',
  'vrn',
  'tags?',
  'license_plate',
  'licensePlate',
  'kennzeichen',
  'amtliches kennzeichen',
  'kfz-kennzeichen',
  'nummernschild',
  'immatriculation',
  'immatriculée?',
  'plaque(?: d.immatriculation)?',
  'targa',
  'targata',
  'targato',
  'matr[ií]cula',
  'placa',
]);
const value = /(?=[A-ZÄÖÜ0-9 ·-]{0,9}\d)[A-ZÄÖÜ0-9]{1,8}(?:[ ·-][A-ZÄÖÜ0-9]{1,5}){0,2}(?![\p{L}\p{N}]|[.,]\d)/uy;

/** Number plates: forms that only plates have anywhere, others behind their name. */
export const numberPlateDetector: KnownDetector = {
  kind: 'number-plate',
  *find(text, index = new TextIndex(text)): Generator<Span> {
    if (someDigits(index, likeBritish)) yield* matches(text, british, (plate) => !ofCars.test(plate));
    if (someDigits(index, likeFrench)) yield* matches(text, french);
    if (someDigits(index, likeGerman)) yield* matches(text, german, (plate) => !models.test(plate));
    if (someDigits(index, likeItalian)) yield* matches(text, italian);
    if (someDigits(index, likeSpanish)) yield* matches(text, spanish);
    for (const { start, end, value: plate } of labelled(index, label, value)) {
      if (isPlate(plate, text.slice(Math.max(0, start - 10), start))) yield { start, end };
    }
  },
};

/** The signs around the digits of a plate, by which it is known whether a pattern need be tried. */
function likeBritish(text: string, { start, end }: Span): boolean {
  return end - start === 2 && isCapitalAt(text, start - 1) && isCapitalAt(text, behindSign(text, end));
}

function likeFrench(text: string, { start, end }: Span): boolean {
  return end - start === 3 && text[start - 1] === '-' && isCapitalAt(text, start - 2) && text[end] === '-';
}

function likeGerman(text: string, { start }: Span): boolean {
  const isBehindCapital = text[start - 1] === ' ' && isCapitalAt(text, start - 2);
  return isBehindCapital && (text[start - 3] === '-' || text[start - 4] === '-');
}

function likeItalian(text: string, { start, end }: Span): boolean {
  const isBehindCapital = text[start - 1] === ' ' && isCapitalAt(text, start - 2);
  return end - start === 3 && isBehindCapital && isCapitalAt(text, behindSign(text, end));
}

function likeSpanish(text: string, { start, end }: Span): boolean {
  return end - start === 4 && text[end] === '-' && isCapitalAt(text, end + 1);
}

/** "Registration: 2004", "reg. 911" and "Targa 4S" name years and cars. */
function isPlate(plate: string, before: string): boolean {
  const compact = plate.replace(/[ ·-]/g, '');
  if (/targa["']?:? {0,2}["']?$/i.test(before)) return /^[A-Z]{2}\d{3}[A-Z]{2}$|^[A-Z]{2}\d{5,6}$/.test(compact);
  const hasSign = /[:=#]\s{0,3}["']?$/.test(before);
  if (/^\d+$/.test(compact)) return hasSign && compact.length >= 5 && compact.length <= 8;
  return (
    compact.length >= (hasSign ? 3 : 4) &&
    compact.length <= 9 &&
    /[A-ZÄÖÜ]/.test(compact) &&
    !/^\d{4}(?:GTS|RSR|RS|S|GT|RPM|CC|KM|BMW|MPH|PSI)/.test(compact)
  );
}
