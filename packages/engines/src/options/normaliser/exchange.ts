import { EXCHANGE_VERBS, EXCHANGE_WORDS, NEW_PARTS, REMOVAL_VERBS } from './negation-words.ts';
import type { OptionToken, TokenSpan } from './option-token.ts';

/** What may stand between the verb and the thing: "replaced the worn factory PCCB". */
const ATTRIBUTES = new Set(
  'the my its his their stock factory original oem heavy worn old standard porsche expensive front rear pair set of both'.split(
    ' ',
  ),
);
/** What may stand between the thing and what came in its place: "swapped the PCCB rotors for steel". */
const PARTS = new Set(
  'brake rotor disc seat wheel system strut shock damper exhaust stereo radio headlight light transmission gearbox setup option out over and caliper'.split(
    ' ',
  ),
);
/** In front of the verb these say that it has not been done. */
const PLANS = new Set('to should must will can could not never recommend suggest if'.split(' '));

/** True where a verb in front says that the thing was taken off the car: "replaced the PCCB with steel". */
export function isExchanged(
  mention: TokenSpan,
  text: { readonly tokens: readonly OptionToken[]; readonly mentions: readonly TokenSpan[] },
): boolean {
  const { tokens, mentions } = text;
  let verb = mention.start - 1;
  if (tokens[mention.start]?.breakBefore !== 'none') return false;
  while (verb >= 0 && ATTRIBUTES.has(tokens[verb]?.word ?? '') && tokens[verb]?.breakBefore === 'none') verb -= 1;
  const word = tokens[verb]?.word ?? '';
  if (PLANS.has(tokens[verb - 1]?.word ?? '') && tokens[verb]?.breakBefore === 'none') return false;
  // Behind a thing the same words speak of that thing: "sunroof deleted PASM fitted".
  if (REMOVAL_VERBS.has(word)) {
    return tokens[verb]?.breakBefore !== 'none' || !mentions.some((other) => other.end === verb);
  }
  if (word === 'took' || word === 'taken') return ['out', 'off'].includes(tokens[mention.end]?.word ?? '');
  if (!EXCHANGE_VERBS.has(word)) return false;
  let position = mention.end;
  while (PARTS.has(tokens[position]?.word ?? '') && tokens[position]?.breakBefore === 'none') position += 1;
  if (tokens[position]?.breakBefore !== 'none' || !EXCHANGE_WORDS.has(tokens[position]?.word ?? '')) {
    return word === 'replace' && mention.start - verb > 1 && verb > 0;
  }
  return !NEW_PARTS.has(tokens[position + 1]?.word ?? '');
}

const CHOICES = new Set('chose chosen choose picked prefer preferred selected ordered opted went took'.split(' '));

/** True behind `over` where something else was chosen: "chose the manual over PDK". */
export function isPassedOver(mention: TokenSpan, tokens: readonly OptionToken[]): boolean {
  let position = mention.start - 1;
  if (tokens[mention.start]?.breakBefore !== 'none') return false;
  if (tokens[position]?.word === 'the' || tokens[position]?.word === 'a') position -= 1;
  if (tokens[position]?.word !== 'over') return false;
  for (; position >= 0 && tokens[position]?.breakBefore !== 'hard'; position--) {
    if (CHOICES.has(tokens[position - 1]?.word ?? '')) return true;
  }
  return false;
}

const BEGINNINGS = new Set(['originally', 'initially', 'once', 'formerly', 'previously']);
const PRESENTS = new Set(['now', 'currently', 'today', 'since', 'presently', 'but']);

/** True where the text says that it was so at first and is not now: "originally on Fuchs, now on BBS". */
export function isOfThePast(mention: TokenSpan, tokens: readonly OptionToken[]): boolean {
  for (let position = mention.start - 1; position >= 0; position--) {
    if (tokens[position + 1]?.breakBefore === 'hard' || tokens[position + 1]?.breakBefore === 'soft') return false;
    if (!BEGINNINGS.has(tokens[position]?.word ?? '')) continue;
    for (let later = mention.end; later < tokens.length && tokens[later]?.breakBefore !== 'hard'; later++) {
      if (PRESENTS.has(tokens[later]?.word ?? '')) return true;
    }
    return false;
  }
  return false;
}
