import type { Detector } from '../detector.ts';
import { matches } from '../labelled.ts';

const plain =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}_](?:[\p{L}\p{N}._%+'&-]{0,63}[\p{L}\p{N}_+-])?@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.){1,6}\p{L}{2,24}(?![\p{L}\p{N}])/gu;
const spelled =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63} ?(?:\((?:at|@)\)|\[(?:at|@)\]|\{at\}| at ) ?[\p{L}\p{N}-]{1,63}(?: ?(?:\((?:dot|\.)\)|\[(?:dot|\.)\]|\{dot\}| dot |\.) ?\p{L}{2,24}){1,3}(?![\p{L}\p{N}])/giu;

/** Addresses with an `@`, and those spelled out against harvesting, as "jane (at) example (dot) com". */
export const emailDetector: Detector = {
  kind: 'email',
  *find(text) {
    if (text.includes('@')) yield* matches(text, plain);
    // "Seen at example.com" is no address: without brackets the dot must be spelled as well.
    if (/[([{](?:at|@)[)\]}]| at /i.test(text))
      yield* matches(text, spelled, (value) => /[([{](?:at|@)[)\]}]/i.test(value) || / dot /i.test(value));
  },
};
