import type { KnownDetector } from '../known-detector.ts';
import { matches } from '../labelled.ts';
import { headsOf } from '../heads.ts';
import { TextIndex, tokenAround } from '../text-index.ts';

const plain =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}_](?:[\p{L}\p{N}._%+'&-]{0,63}[\p{L}\p{N}_+-])?@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.){1,6}\p{L}{2,24}(?![\p{L}\p{N}])/gu;
const spelled =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63} ?(?:\((?:at|@)\)|\[(?:at|@)\]|\{at\}| at ) ?[\p{L}\p{N}-]{1,63}(?: ?(?:\((?:dot|\.)\)|\[(?:dot|\.)\]|\{dot\}| dot |\.) ?\p{L}{2,24}){1,3}(?![\p{L}\p{N}])/giu;

const dot = headsOf(['dot']);

/** Addresses with an `@`, and those spelled out against harvesting, as "jane (at) example (dot) com". */
export const emailDetector: KnownDetector = {
  kind: 'email',
  *find(text, index = new TextIndex(text)) {
    let free = 0;
    for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', Math.max(at + 1, free))) {
      // No address holds white space.
      const token = tokenAround(text, at);
      free = token.end;
      for (const { start, end } of matches(text.slice(token.start, token.end), plain))
        yield { start: token.start + start, end: token.start + end };
    }
    // "Seen at example.com" is no address: without brackets the dot must be spelled as well.
    const isBracketed = /[([{]/.test(text) && /[([{](?:at|@)[)\]}]/i.test(text);
    if (isBracketed || (index.has(dot) && / at /i.test(text) && / dot /i.test(text)))
      yield* matches(text, spelled, (value) => /[([{](?:at|@)[)\]}]/i.test(value) || / dot /i.test(value));
  },
};
