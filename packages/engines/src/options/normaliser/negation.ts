import { isExchanged, isOfThePast, isPassedOver } from './exchange.ts';
import { isUnderDenyingHeading } from './headings.ts';
import {
  ANSWER_ADVERBS,
  BRACKETED_DENIALS,
  CLAUSE_NEGATORS,
  DENIALS,
  EXCEPTIONS,
  HARMLESS_WORDINGS,
  NEW_PARTS,
  NEGATIVE_ANSWERS,
  NEXT_NEGATORS,
  NOTHING_ELSE,
  SHARED_DENIALS,
} from './negation-words.ts';
import type { OptionToken, TokenBreak, TokenSpan } from './option-token.ts';

interface Negator {
  readonly words: readonly string[];
  /** `next`: only what follows at once, and what `or` joins to it. `clause`: all that follows in the clause. */
  readonly reach: 'next' | 'clause';
}

const NEGATORS: readonly Negator[] = [
  ...CLAUSE_NEGATORS.map((words): Negator => ({ words, reach: 'clause' })),
  ...NEXT_NEGATORS.map((words): Negator => ({ words, reach: 'next' })),
];

/** Behind a thing these deny that thing, and not what follows. */
const BACKWARD = new Set(['deleted', 'omitted', 'missing']);

const STOPS = new Set([
  'but',
  'has',
  'have',
  'however',
  'just',
  'still',
  'yet',
  'got',
  'comes',
  'come',
  'does',
  'instead',
  'only',
  'now',
]);
/** How many plain words may stand between `no` and the thing. */
const NEAR = 3;

/** True where the words around a mention say that the car does not have the thing. */
export function isNegated(
  mention: TokenSpan,
  text: { readonly tokens: readonly OptionToken[]; readonly mentions: readonly TokenSpan[] },
): boolean {
  const { tokens, mentions } = text;
  return (
    isUnticked(mention, tokens) ||
    isLikeness(mention, tokens) ||
    isPassedOver(mention, tokens) ||
    isUnderDenyingHeading(mention, tokens) ||
    isOfThePast(mention, tokens) ||
    isNegatedBefore(mention, text) ||
    isNegatedAfter(mention, tokens) ||
    isExchanged(mention, text) ||
    sharesDenial(mention, { tokens, mentions })
  );
}

const indices = new WeakMap<readonly TokenSpan[], ReadonlyMap<number, TokenSpan>>();

/** The first of the mentions that each token stands in. */
function spansByToken(mentions: readonly TokenSpan[]): ReadonlyMap<number, TokenSpan> {
  const known = indices.get(mentions);
  if (known !== undefined) return known;
  const spans = new Map<number, TokenSpan>();
  for (const mention of mentions) {
    for (let position = mention.start; position < mention.end; position++) {
      if (!spans.has(position)) spans.set(position, mention);
    }
  }
  indices.set(mentions, spans);
  return spans;
}

/** An empty box in front, as lists of options have it. */
function isUnticked(mention: TokenSpan, tokens: readonly OptionToken[]): boolean {
  return /\[\s*\]\s*$|[☐□✗✘❌]\s*$/u.test(tokens[mention.start]?.signsBefore ?? '');
}

/** "PTS-like": like it, and not it. */
function isLikeness(mention: TokenSpan, tokens: readonly OptionToken[]): boolean {
  const following = tokens[mention.end];
  return following !== undefined && following.signsBefore === '-' && LIKENESSES.has(following.word);
}

const LIKENESSES = new Set(['like', 'style', 'look', 'inspired', 'esque', 'ish']);

/** "Rear wiper and badge deleted" denies both, "PSE and sunroof delete" the last alone. */
function sharesDenial(
  mention: TokenSpan,
  text: { readonly tokens: readonly OptionToken[]; readonly mentions: readonly TokenSpan[] },
): boolean {
  const { tokens, mentions } = text;
  let end = mention.end;
  while (tokens[end]?.word === 'and' && tokens[end]?.breakBefore === 'none') {
    const span = spansByToken(mentions).get(end + 1);
    const named = span?.start === end + 1 ? span : undefined;
    const other = named ?? { start: end + 1, end: end + 2 };
    if (tokens[other.start]?.breakBefore !== 'none') return false;
    const denial = denialBehind(other, tokens);
    if (denial !== null) return SHARED_DENIALS.has(denial[0] ?? '');
    end = other.end;
  }
  return false;
}

function isNegatedBefore(
  mention: TokenSpan,
  text: { readonly tokens: readonly OptionToken[]; readonly mentions: readonly TokenSpan[] },
): boolean {
  const { tokens, mentions } = text;
  const spans = spansByToken(mentions);
  const inside = (position: number): TokenSpan | undefined => spans.get(position);
  let passed = 0;
  let plainWords = 0;
  let joinedByOr = false;
  let soft = tokens[mention.start]?.breakBefore === 'soft';
  if (endsThought(tokens[mention.start]?.breakBefore)) return false;
  for (let position = mention.start - 1; position >= 0; position--) {
    const other = inside(position);
    if (other !== undefined) {
      passed += 1;
      position = other.start;
    } else {
      const negator = negatorEndingAt(tokens, position);
      if (negator !== null && isAnswerAt(tokens, position)) return false;
      if (negator !== null && isDenied(negator, { tokens, position })) return false;
      if (negator !== null && isOnlyException(negator, { tokens, position })) return false;
      if (negator !== null) {
        if (BACKWARD.has(negator.words[0] ?? '') && inside(position - negator.words.length) !== undefined) return false;
        if (soft && !(joinedByOr || listEndsInOr(mention, text))) return false;
        if (negator.reach === 'clause') return passed === 0 || !soft || joinedByOr || listEndsInOr(mention, text);
        return passed === 0 ? plainWords <= NEAR : joinedByOr || listEndsInOr(mention, text);
      }
      const word = tokens[position]?.word ?? '';
      if (STOPS.has(word)) return false;
      if (word === 'or' || word === 'nor') joinedByOr = true;
      else if (word === 'with' && isPlainNoun(tokens[position - 1], inside(position - 1))) plainWords += 1;
      else if (word === 'and' || word === 'plus' || (word === 'with' && passed > 0)) {
        if (!reachesOverAnd(tokens, position)) return false;
      } else plainWords += 1;
    }
    const broken = tokens[position]?.breakBefore;
    if (endsThought(broken)) return false;
    if (broken === 'soft') soft = true;
  }
  return false;
}

/** "I would never buy one without the lift": said of a car that has it. */
function isDenied(
  negator: Negator,
  at: { readonly tokens: readonly OptionToken[]; readonly position: number },
): boolean {
  const { tokens, position } = at;
  if (tokens[position - negator.words.length]?.word === 'never') return true;
  if (!['without', 'without the', 'without a'].includes(negator.words.join(' '))) return false;
  for (let before = position - negator.words.length; before >= 0; before--) {
    if (['never', 'wouldnt', 'wont', 'cannot', 'cant'].includes(tokens[before]?.word ?? '')) return true;
    if (tokens[before]?.breakBefore === 'hard' || tokens[before]?.breakBefore === 'soft') return false;
  }
  return false;
}

/** "No options except heated seats": the seats are there. */
function isOnlyException(
  negator: Negator,
  at: { readonly tokens: readonly OptionToken[]; readonly position: number },
): boolean {
  if (!EXCEPTIONS.has(negator.words.join(' '))) return false;
  const { tokens, position } = at;
  for (let before = position - negator.words.length; before >= 0; before--) {
    if (NOTHING_ELSE.has(tokens[before]?.word ?? '')) return true;
    if (tokens[before]?.breakBefore === 'hard') return false;
  }
  return false;
}

const endsThought = (broken: TokenBreak | undefined): boolean => broken === 'hard' || broken === 'bracket';

/** "A car with PCCB": what is in front of `with` is the whole that is spoken of. */
const isPlainNoun = (token: OptionToken | undefined, mention: TokenSpan | undefined): boolean =>
  mention === undefined && WHOLES.has(token?.word ?? '');

const WHOLES = new Set(['car', '1', 'example', 'coupe', 'cab', 'targa', 'version', 'gt3', '911', 'cayman', 'boxster']);

/** "without PCCB and lift" denies both; "no sunroof and lift" denies the first alone. */
function reachesOverAnd(tokens: readonly OptionToken[], and: number): boolean {
  if (tokens[and]?.word !== 'and') return false;
  for (let position = and - 1; position >= 0; position--) {
    const negator = negatorEndingAt(tokens, position);
    if (negator !== null) return negator.reach === 'clause';
    if (tokens[position]?.breakBefore !== 'none') return false;
  }
  return false;
}

/** True where the list that the mention stands in goes on to `or`: "no PCCB, lift or buckets" denies all three. */
function listEndsInOr(
  mention: TokenSpan,
  text: { readonly tokens: readonly OptionToken[]; readonly mentions: readonly TokenSpan[] },
): boolean {
  const { tokens, mentions } = text;
  let position = mention.end;
  while (position < tokens.length) {
    const token = tokens[position];
    if (token === undefined || endsThought(token.breakBefore)) return false;
    if (token.word === 'or' || token.word === 'nor') return true;
    const span = spansByToken(mentions).get(position);
    const other = span?.start === position ? span : undefined;
    if (other === undefined) return false;
    position = other.end;
  }
  return false;
}

function negatorEndingAt(tokens: readonly OptionToken[], last: number): Negator | null {
  const found = NEGATORS.find(({ words }) => endsWith(tokens, words, last));
  if (found === undefined) return null;
  const start = last - found.words.length + 1;
  return startsHarmlessly(tokens, start) ? null : found;
}

function endsWith(tokens: readonly OptionToken[], words: readonly string[], last: number): boolean {
  const start = last - words.length + 1;
  return (
    start >= 0 &&
    words.every(
      (word, index) =>
        tokens[start + index]?.word === word && (index === 0 || tokens[start + index]?.breakBefore === 'none'),
    )
  );
}

const LINKS = new Set([
  'option',
  'package',
  'was',
  'is',
  'are',
  'were',
  'has',
  'have',
  'been',
  'system',
  'brake',
  'factory',
  'car',
  'to',
  'the',
  'it',
  'being',
  'since',
  'later',
  'only',
  'thing',
  'wheel',
  'seat',
  'rotor',
  'disc',
  'shock',
  'strut',
  'coilover',
  'damper',
  'antenna',
]);

function isNegatedAfter(mention: TokenSpan, tokens: readonly OptionToken[]): boolean {
  return isAnswerAt(tokens, mention.end) || denialBehind(mention, tokens) !== null;
}

/** True where a `no` stands that answers what is before it: "Sunroof: no", "PCCB? Thankfully not." */
function isAnswerAt(tokens: readonly OptionToken[], start: number): boolean {
  let position = start;
  if (ANSWER_ADVERBS.has(tokens[position]?.word ?? '') && tokens[position]?.breakBefore === 'hard') position += 1;
  const token = tokens[position];
  if (token === undefined || !NEGATIVE_ANSWERS.has(token.word)) return false;
  if (startsHarmlessly(tokens, position)) return false;
  const following = tokens[position + 1];
  if (following === undefined || following.breakBefore !== 'none' || following.word === 'and') return position > 0;
  // A table in one line: "Sunroof: no PASM: yes".
  return /[:=]/.test(token.signsBefore) && /[:=]/.test(tokens[position + 2]?.signsBefore ?? '');
}

/** Behind `look` these are copies; "PCCBs look fresh" are none. */
const LOOKALIKES = new Set(['wheel', 'seat', 'spoiler', 'kit', 'package', 'car', 'only', 'exhaust', 'caliper']);

function startsHarmlessly(tokens: readonly OptionToken[], start: number): boolean {
  return HARMLESS_WORDINGS.some((words) => words.every((word, index) => tokens[start + index]?.word === word));
}

/** The words behind a thing that say that the car does not have it; `null` where none stand there. */
function denialBehind(mention: TokenSpan, tokens: readonly OptionToken[]): readonly string[] | null {
  let position = mention.end;
  while (
    position < tokens.length &&
    LINKS.has(tokens[position]?.word ?? '') &&
    tokens[position]?.breakBefore === 'none'
  )
    position += 1;
  const broken = tokens[position]?.breakBefore;
  if (broken !== 'none' && broken !== 'bracket') return null;
  const denials = broken === 'bracket' ? [...DENIALS, ...BRACKETED_DENIALS] : DENIALS;
  const denial = denials.find((words) =>
    words.every(
      (word, index) =>
        tokens[position + index]?.word === word && (index === 0 || tokens[position + index]?.breakBefore === 'none'),
    ),
  );
  if (denial === undefined) return null;
  const closing = tokens[position + denial.length];
  const isBracketOnly = broken === 'bracket' && !DENIALS.includes(denial);
  if (isBracketOnly && closing !== undefined && closing.breakBefore === 'none') return null;
  const following = tokens[position + denial.length];
  if (denial[0] === 'delete' && following?.breakBefore === 'none' && following.word === 'wing') return null;
  if (denial[0] === 'look' && following?.breakBefore === 'none' && !LOOKALIKES.has(following.word)) return null;
  return denial[0] === 'replaced' && following !== undefined && NEW_PARTS.has(following.word) ? null : denial;
}
