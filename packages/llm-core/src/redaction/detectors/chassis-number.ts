import type { Span } from '../detector.ts';
import type { KnownDetector } from '../known-detector.ts';
import { labelled, labelPattern } from '../labelled.ts';
import { hasCheckDigit } from './check-digit.ts';
import { countDigits, digitStartsWhere } from '../digit-neighbours.ts';
import { matchesAt, TextIndex, wordsOfLength } from '../text-index.ts';

const modern = /^[A-HJ-NPR-Z0-9]{17}$/i;
/** Types of the ten digits that Porsche gave from 1970 to 1980: 911, 912, 914, 924, 928, 930 and racing 935. */
const porsche =
  /(?<![\p{L}\p{N}.,+$€£#-])9(?:1[1-4]|24|28|3[0-9])[ -]?\d{1}[ -]?\d{2}[ -]?\d{4}(?![\p{L}\p{N}]|[.,]\d)/uy;
const label = labelPattern([
  'vin',
  'vins',
  'v\\.i\\.n\\.',
  'chassis',
  'chassi',
  'chassis and vin',
  'frame',
  'serial',
  'car (?:no|number)',
  'vehicle identification',
  'vehicle id',
  'fahrgestellnummer',
  'fahrgestell',
  'fahrgestell-nr',
  'fahrgestellnr',
  'fahrzeug-identifizierungsnummer',
  'fahrzeugidentnummer',
  'fin',
  'fgst\\.?(?:-nr\\.?)?',
  'fahrgest\\.?',
  'châssis',
  'numéro de châssis',
  'numéro de série',
  'vin/chassis',
  'telaio',
  'numero di telaio',
  'bastidor',
  'número de bastidor',
  'chasis',
  'chassis_number',
  'chassisNumber',
]);
const value =
  /(?=[A-Z0-9*/. -]{0,12}\d)[A-Z0-9*](?:[A-Z0-9*]|[-/.](?=[A-Z0-9])| (?=[A-Z]{0,3}[\d*]{2}|[A-Z]{1,2} \d|Z{3}\b|[A-Z\d]{2,3} [A-Z\d]{2,} \d{3})(?!\d{1,2}[,.]?\d{0,3}[kK]?\b ?(?:Miles|miles|km))){2,24}(?![\p{L}\p{N}])/uy;

/**
 * Chassis numbers. Of 17 characters anywhere: a North American one (first character 1 to 5) needs its check digit, others
 * have none. Earlier ones by the ten digits that Porsche gave, and otherwise behind a word such as "chassis".
 */
export const chassisNumberDetector: KnownDetector = {
  kind: 'chassis-number',
  *find(text, index = new TextIndex(text)): Generator<Span> {
    for (const { start, end } of wordsOfLength(index, { from: 17 }))
      if (modern.test(text.slice(start, end)) && isModern(text.slice(start, end))) yield { start, end };
    for (const { start, value: found } of matchesAt(text, porsche, digitStartsWhere(index, beginsLikePorsche))) {
      const before = text.slice(Math.max(0, start - 24), start);
      if (!/engine|motor|part|\btel\b|phone|call|fax|gearbox|order|invoice/i.test(before))
        yield { start, end: start + found.length };
    }
    for (const { start, end, value: found } of labelled(index, label, value)) {
      const hasSign = /[:=#]\s{0,3}["'“]?$/.test(text.slice(Math.max(0, start - 5), start));
      if (isChassisNumber(found, hasSign)) yield { start, end };
    }
  },
};

/** Three digits, the first a nine and the second one to three. */
function beginsLikePorsche(text: string, { start, end }: Span): boolean {
  return end - start >= 3 && text[start] === '9' && '123'.includes(text[start + 1] as string);
}

function isModern(written: string): boolean {
  const vin = written.toUpperCase();
  const digits = countDigits(vin);
  if (digits < 4 || digits > 16 || !/\d{3}$/.test(vin)) return false;
  if (/^[1-5]/.test(vin)) return hasCheckDigit(vin);
  return written === vin || hasCheckDigit(vin) || /^\w{3}zzz/i.test(written);
}

/** "Chassis 1973" names a year and "chassis 911" a car; behind a colon three digits are a number. */
function isChassisNumber(found: string, hasSign: boolean): boolean {
  const digits = countDigits(found);
  if (hasSign) return digits >= 3 || (digits >= 2 && found.length >= 6);
  return digits >= 4 && !/^(?:19|20)\d{2}$/.test(found);
}
