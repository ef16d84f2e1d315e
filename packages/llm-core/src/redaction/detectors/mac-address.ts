import type { Detector } from '../detector.ts';
import { matches } from '../labelled.ts';

const pattern =
  /(?<![\p{L}\p{N}:-])(?:[0-9A-F]{2}(?:([:-])[0-9A-F]{2})(?:\1[0-9A-F]{2}){4}|[0-9A-F]{4}\.[0-9A-F]{4}\.[0-9A-F]{4})(?![\p{L}\p{N}]|[:-][0-9A-F])/giu;

/** Hardware addresses of 48 bits, in pairs or in groups of four. */
export const macAddressDetector: Detector = {
  kind: 'mac-address',
  find: (text) => matches(text, pattern),
};
