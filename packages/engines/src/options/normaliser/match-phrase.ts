import type { CompiledPhrase } from './compile-phrase.ts';
import type { OptionToken } from './option-token.ts';

const LONGEST_GAP = 5;

/** Words behind which a thing that is heated is no longer a seat. */
const OTHER_THINGS = new Set(
  'mirror window windshield washer glass seatbelt wheel steering disc rotor brake garage hood engine 911 porsche storage'.split(
    ' ',
  ),
);

/** The position behind the longest stretch from `start` that a phrase covers, or `null` where it does not stand there. */
export function matchPhrase(phrase: CompiledPhrase, tokens: readonly OptionToken[], start: number): number | null {
  if (phrase.manner === 'loose') return matchLoosely(phrase, tokens, start);
  if (phrase.manner === 'near') return matchNearby(phrase, tokens, start);
  const memory = new Map<number, number | null>();
  const follow = (place: number, position: number): number | null => {
    const wanted = phrase.places[place];
    if (wanted === undefined) return position;
    const key = place * (tokens.length + 1) + position;
    const known = memory.get(key);
    if (known !== undefined) return known;
    let best = wanted.optional ? follow(place + 1, position) : null;
    for (const wording of wanted.wordings) {
      if (!stands(wording, { tokens, position, isFirst: position === start })) continue;
      const end = follow(place + 1, position + wording.length);
      if (end !== null && (best === null || end > best)) best = end;
    }
    memory.set(key, best);
    return best;
  };
  const end = follow(0, start);
  if (end === null || end === start) return null;
  return (phrase.manner === 'alone' || phrase.manner === 'listed') && !isAlone(tokens, start, end) ? null : end;
}

function stands(
  wording: readonly string[],
  at: { readonly tokens: readonly OptionToken[]; readonly position: number; readonly isFirst: boolean },
): boolean {
  return wording.every((word, index) => {
    const token = at.tokens[at.position + index];
    if (token?.word !== word) return false;
    return token.breakBefore === 'none' || token.breakBefore === 'bracket' || (at.isFirst && index === 0);
  });
}

const LONGEST_NEARBY = 5;
/** End the stretch in which words belong together. */
const APART = new Set('and with or plus no not without but from for has have had the in of to on by'.split(' '));
/** Things with looks of their own: "red seats black calipers" has no red calipers. */
const HEADS = new Set(
  'seat wheel caliper belt seatbelt mirror dial gauge stitching headlight taillight light roof top leather interior paint trim brake exhaust dash console steering mat carpet wing spoiler stripe tire rotor'.split(
    ' ',
  ),
);

/** The places of a phrase in any order within a few words. Answers the position behind the last of them. */
function matchNearby(phrase: CompiledPhrase, tokens: readonly OptionToken[], start: number): number | null {
  const open = new Set(phrase.places);
  const own = new Set(phrase.places.flatMap((place) => place.wordings.flat()));
  for (let position = start; position < Math.min(start + LONGEST_NEARBY, tokens.length); position++) {
    const token = tokens[position];
    if (token === undefined || (position > start && token.breakBefore !== 'none')) return null;
    const found = [...open].find((place) => place.wordings.some(([word]) => word === token.word));
    if (found !== undefined) open.delete(found);
    else if (APART.has(token.word) || (HEADS.has(token.word) && !own.has(token.word))) return null;
    if (open.size === 0) return position + 1;
  }
  return null;
}

/** The places of a loose phrase one after the other in one clause. Answers the position behind the first of them. */
function matchLoosely(phrase: CompiledPhrase, tokens: readonly OptionToken[], start: number): number | null {
  const [first, ...others] = phrase.places;
  if (first === undefined || !first.wordings.some(([word]) => word === tokens[start]?.word)) return null;
  let position = start + 1;
  for (const place of others) {
    const limit = position + LONGEST_GAP;
    let found = false;
    for (; position < Math.min(limit, tokens.length); position++) {
      const token = tokens[position];
      if (token === undefined || token.breakBefore !== 'none') return null;
      if (place.wordings.some(([word]) => word === token.word)) {
        found = true;
        position += 1;
        break;
      }
      if (OTHER_THINGS.has(token.word)) return null;
    }
    if (!found) return null;
  }
  return start + 1;
}

const CONNECTORS = new Set([
  'and',
  'with',
  'plus',
  'or',
  'a',
  'the',
  'has',
  'no',
  'not',
  'non',
  'without',
  'including',
  'but',
  'also',
  'aber',
  'mit',
  'con',
  'avec',
  'besides',
  'just',
  'basic',
  'plain',
  'factory',
  'oem',
]);

/** Say of a thing how it is, and do not make another thing of it. */
const STATES = new Set(
  'work working included fitted installed present functional ok fine too equipped optioned option doesnt dont inop inoperative intermittent broken'.split(
    ' ',
  ),
);

/** A joining word or a sum, as in "$2,590 lift". */
const standsApart = (token: OptionToken | undefined): boolean =>
  token !== undefined && (CONNECTORS.has(token.word) || /^\d{3,}$/.test(token.word));

function isAlone(tokens: readonly OptionToken[], start: number, end: number): boolean {
  const before = tokens[start]?.breakBefore !== 'none' || standsApart(tokens[start - 1]);
  const following = tokens[end];
  const after =
    following === undefined ||
    following.breakBefore !== 'none' ||
    CONNECTORS.has(following.word) ||
    STATES.has(following.word);
  return before && after;
}
