import type { KnownDetector } from '../known-detector.ts';
import { labelled, labelPattern, matches } from '../labelled.ts';
import { countDigits } from '../digit-neighbours.ts';
import { TextIndex, wordsOfLength } from '../text-index.ts';

/** Without the digits of the issue, which may stand apart. */
const BRITISH_LENGTH = 16;
/** Surname, decade, month (plus 5 for women), day, year, initials, check characters (DVLA). */
const british =
  /(?<![\p{L}\p{N}])[A-Z]{1,5}9{0,4}(?<=(?<![\p{L}\p{N}])[A-Z9]{5})\d[0156]\d[0-3]\d\d[A-Z][A-Z9][A-Z0-9][A-Z]{2}(?: ?\d{2})?(?![\p{L}\p{N}])/gu;
const label = labelPattern([
  "driver'?s?'? licen[cs]e",
  'driver’s licen[cs]e',
  'drivers’ licen[cs]e',
  'driving licen[cs]e',
  'driving permit',
  'dl',
  'dln',
  'licen[cs]e id',
  'dvla(?: licen[cs]e)?',
  'licen[cs]e number',
  'führerschein',
  'führerscheinnummer',
  'fuehrerschein',
  'fahrerlaubnis',
  'permis de conduire',
  'permis',
  'patente(?: di guida)?',
  'carn[eé]t? de conducir',
  'carné de conducir',
  'permiso de conducir',
  'licencia de conducir',
]);
const value =
  /(?=(?:[A-Z0-9*-]| (?=[A-Z0-9]*\d)){0,20}\d(?:[A-Z0-9*-]| (?=[A-Z0-9]*\d)){0,20}\d)[A-Z0-9](?:[ -]?[A-Z0-9]*\d[A-Z0-9]*|[A-Z0-9*])+(?![\p{L}\p{N}])/uy;

/** Numbers of driving licences: the British form anywhere, others behind their name. */
export const drivingLicenceDetector: KnownDetector = {
  kind: 'driving-licence',
  *find(text, index = new TextIndex(text)) {
    if (wordsOfLength(index, { from: BRITISH_LENGTH, to: BRITISH_LENGTH + 2 }).length > 0)
      yield* matches(text, british);
    for (const { start, end, value: found } of labelled(index, label, value)) {
      const size = found.replace(/[^A-Z0-9]/g, '').length;
      if (size >= 6 && size <= 18 && countDigits(found) >= 3) yield { start, end };
    }
  },
};
