import type { KnownDetector } from '../known-detector.ts';
import { matchSpansAt } from '../labelled.ts';
import { TextIndex } from '../text-index.ts';

const pattern =
  /(?<![\p{L}\p{N}:-])(?:[0-9A-F]{2}(?:([:-])[0-9A-F]{2})(?:\1[0-9A-F]{2}){4}|[0-9A-F]{4}\.[0-9A-F]{4}\.[0-9A-F]{4})(?![\p{L}\p{N}]|[:-][0-9A-F])/iuy;

/** Hardware addresses of 48 bits, in pairs or in groups of four. */
export const macAddressDetector: KnownDetector = {
  kind: 'mac-address',
  find: (text, index = new TextIndex(text)) => matchSpansAt(text, pattern, { starts: beforeSeparator(index) }),
};

/** Words of two characters before a colon or hyphen, and of four before a full stop. */
function beforeSeparator({ text, wordStarts, wordEnds }: TextIndex): readonly number[] {
  const starts: number[] = [];
  for (let place = 0; place < wordEnds.length; place++) {
    const start = wordStarts[place] as number;
    const end = wordEnds[place] as number;
    const length = end - start;
    const sign = text[end];
    if ((length === 2 && (sign === ':' || sign === '-')) || (length === 4 && sign === '.')) starts.push(start);
  }
  return starts;
}
