import { isIPv6 } from 'node:net';
import type { KnownDetector } from '../known-detector.ts';
import { matches, matchSpansAt } from '../labelled.ts';
import { digitStartsWhere, isDigitAt } from '../digit-neighbours.ts';
import { TextIndex } from '../text-index.ts';

const version4 =
  /(?<![\p{L}\p{N}.])(?<!(?:versions?|firmware|software|releases?|builds?|revision|rev|ver|v)\.?:? ?)(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\p{L}\p{N}]|\.\d)/iuy;
const version6 =
  /(?<![\p{L}\p{N}:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:(?<=:)\d{1,3}(?:\.\d{1,3}){3})?(?![\p{L}\p{N}:]|\.\d)/giu;

/** Internet addresses of both versions. */
export const ipAddressDetector: KnownDetector = {
  kind: 'ip-address',
  *find(text, index = new TextIndex(text)) {
    yield* matchSpansAt(text, version4, {
      starts: digitStartsWhere(
        index,
        (_text, { start, end }) => end - start <= 3 && text[end] === '.' && isDigitAt(text, end + 1),
      ),
      isReal: (value) => !/^0?\d\.0?\d\./.test(value),
    });
    if (text.includes(':') && /:[0-9a-f]{0,4}:/i.test(text))
      yield* matches(text, version6, (value) => /\d/.test(value) && value.length > 4 && isIPv6(value));
  },
};
