import type { KnownDetector } from '../known-detector.ts';
import { labelled, labelPattern, matches } from '../labelled.ts';
import { isDigitAt, someDigits } from '../digit-neighbours.ts';
import { TextIndex } from '../text-index.ts';

const pair =
  /(?<![\p{L}\p{N}.,$€£-])[+-]?(?:[0-8]?\d|90)\.\d{4,15}°?\s?[NS]?\s?[,;/ ]\s?[+-]?(?:1[0-7]\d|[0-9]?\d|180)\.\d{4,15}(?:°?\s?[EWO](?![\p{L}]))?(?:°)?(?![\p{L}\p{N}]|\.\d)/gu;
const degrees =
  /(?<![\p{L}\p{N}])(?:[NS]\s?)?\d{1,2}\s?°\s?(?:\d{1,2}(?:\.\d+)?\s?['′’]\s?)?(?:\d{1,2}(?:\.\d+)?\s?(?:"|″|”|''|’’)\s?)?[NS]?\s?[,;/]?\s?(?:[EWO]\s?)?\d{1,3}\s?°\s?(?:\d{1,2}(?:\.\d+)?\s?['′’]\s?)?(?:\d{1,2}(?:\.\d+)?\s?(?:"|″|”|''|’’)\s?)?(?:[EWO](?![\p{L}]))?/gu;
const hemispheres =
  /(?<![\p{L}\p{N}])(?:[NS]\s?\d{1,2}\.\d{2,}°?\s?[,;/]?\s?[EWO]\s?\d{1,3}\.\d{2,}°?|\d{1,2}\.\d{2,}\s?°?\s?[NS]\s?[,;/]?\s?\d{1,3}\.\d{2,}\s?°?\s?[EWO])(?![\p{L}\p{N}])/gu;
const label = labelPattern([
  'gps',
  'coordinates',
  'coords',
  'lat',
  'latitude',
  'lon',
  'lng',
  'long',
  'longitude',
  'position',
  'koordinaten',
  'coordonnées',
  'coordinate',
  'coordenadas',
  'breite',
  'länge',
  'breitengrad',
  'längengrad',
  'latitud',
  'longitud',
  'latitudine',
  'longitudine',
  'geo',
  'standort',
  'gps (?:position|coordinates|koordinaten|coordonnées)',
]);
const number =
  /[+-]?\d{1,3}\.\d{2,15}°?(?:\s?[NSEWO](?![\p{L}]))?(?:\s?[,;/]\s?[+-]?\d{1,3}\.\d{2,15}°?(?:\s?[NSEWO](?![\p{L}]))?)?(?![\p{L}\p{N}])/uy;

/** Positions: pairs of decimal degrees, degrees with minutes and seconds, and single ones behind a word such as "latitude". */
export const positionDetector: KnownDetector = {
  kind: 'position',
  *find(text, index = new TextIndex(text)) {
    // Two numbers below one are tolerances: nobody lives where both would be degrees.
    const fewestDecimals = (count: number) =>
      someDigits(
        index,
        (_text, { start, end }) => end - start >= count && text[start - 1] === '.' && isDigitAt(text, start - 2),
      );
    if (fewestDecimals(4)) yield* matches(text, pair, (value) => /(?<![\d.])[1-9]\d*\./.test(value));
    // "45° 90°" is an angle of a valve and not a place: a hemisphere is asked for.
    if (text.includes('°')) yield* matches(text, degrees, (value) => /[NS]/.test(value) && /[EWO]/.test(value));
    if (fewestDecimals(2)) yield* matches(text, hemispheres);
    for (const { start, end } of labelled(index, label, number)) yield { start, end };
  },
};
