import { CLAUSE_NEGATORS, DENIALS, HARMLESS_WORDINGS, NEXT_NEGATORS } from './negation-words.ts';
import type { OptionToken, TokenBreak } from './option-token.ts';

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
]);
/** How many plain words may stand between `no` and the thing. */
const NEAR = 3;

/** A stretch of tokens, the end not included. */
export interface TokenSpan {
  readonly start: number;
  readonly end: number;
}

/** True where the words around a mention say that the car does not have the thing. */
export function isNegated(
  mention: TokenSpan,
  text: { readonly tokens: readonly OptionToken[]; readonly mentions: readonly TokenSpan[] },
): boolean {
  return isNegatedBefore(mention, text) || isNegatedAfter(mention, text.tokens);
}

function isNegatedBefore(
  mention: TokenSpan,
  text: { readonly tokens: readonly OptionToken[]; readonly mentions: readonly TokenSpan[] },
): boolean {
  const { tokens, mentions } = text;
  const inside = (position: number): TokenSpan | undefined =>
    mentions.find((other) => position >= other.start && position < other.end);
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
      if (negator !== null) {
        if (BACKWARD.has(negator.words[0] ?? '') && inside(position - negator.words.length) !== undefined) return false;
        if (soft && !(joinedByOr || listEndsInOr(mention, text))) return false;
        if (negator.reach === 'clause') return passed === 0 || !soft || joinedByOr || listEndsInOr(mention, text);
        return passed === 0 ? plainWords <= NEAR : joinedByOr || listEndsInOr(mention, text);
      }
      const word = tokens[position]?.word ?? '';
      if (STOPS.has(word)) return false;
      if (word === 'or' || word === 'nor') joinedByOr = true;
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

const endsThought = (broken: TokenBreak | undefined): boolean => broken === 'hard' || broken === 'bracket';

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
    const other = mentions.find((each) => each.start === position);
    if (other === undefined) return false;
    position = other.end;
  }
  return false;
}

function negatorEndingAt(tokens: readonly OptionToken[], last: number): Negator | null {
  const found = NEGATORS.find(({ words }) => endsWith(tokens, words, last));
  if (found === undefined) return null;
  const start = last - found.words.length + 1;
  return HARMLESS_WORDINGS.some((words) => words.every((word, index) => tokens[start + index]?.word === word))
    ? null
    : found;
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
]);
const NEW_PARTS = new Set(['new', 'oem', 'fresh', 'same', 'updated', 'genuine', 'factory', 'original']);

function isNegatedAfter(mention: TokenSpan, tokens: readonly OptionToken[]): boolean {
  let position = mention.end;
  while (
    position < tokens.length &&
    LINKS.has(tokens[position]?.word ?? '') &&
    tokens[position]?.breakBefore === 'none'
  )
    position += 1;
  const broken = tokens[position]?.breakBefore;
  const isAnswer =
    (tokens[position]?.word === 'no' || tokens[position]?.word === 'none' || tokens[position]?.word === 'na') &&
    (tokens[position + 1] === undefined || tokens[position + 1]?.breakBefore !== 'none');
  if (isAnswer && position === mention.end) return true;
  if (broken !== 'none') return false;
  const denial = DENIALS.find((words) =>
    words.every(
      (word, index) => tokens[position + index]?.word === word && tokens[position + index]?.breakBefore === 'none',
    ),
  );
  if (denial === undefined) return false;
  const following = tokens[position + denial.length];
  if (denial[0] === 'delete' && following?.breakBefore === 'none' && following.word === 'wing') return false;
  return !(denial[0] === 'replaced' && following !== undefined && NEW_PARTS.has(following.word));
}
