import type { OptionToken, TokenSpan } from './option-token.ts';

const DENYING = new Set(
  'missing lack lacking without deleted delete wishlist omitted excluded need wanted fehlt'.split(' '),
);
/** Deny behind `not`. */
const STATES = new Set(
  'have include included fitted equipped available ordered optioned present specced installed selected chosen on'.split(
    ' ',
  ),
);
const WISHES = new Set('id would wish could'.split(' '));
/** Take the denial back: "nothing missing", "not cheap but has everything". */
const ASSURANCES = new Set('nothing but everything all loaded'.split(' '));
/** Longer than this it is a sentence that a colon ends, and no heading. */
const LONGEST_HEADING = 8;

/** True in a list under a heading that denies it, up to the next full stop: "Not included: lift, ceramics". */
export function isUnderDenyingHeading(mention: TokenSpan, tokens: readonly OptionToken[]): boolean {
  let first = mention.start;
  while (first > 0 && tokens[first]?.breakBefore !== 'hard') first -= 1;
  if (first === 0 || !(tokens[first]?.signsBefore ?? '').includes(':')) return false;
  const answers = tokens.slice(first, mention.start).some(({ word }) => word === 'no' || word === 'yes');
  if (answers) return false;
  let heading = first - 1;
  while (heading > 0 && tokens[heading]?.breakBefore === 'none') heading -= 1;
  const words = tokens.slice(heading, first).map(({ word }) => word);
  if (words.length > LONGEST_HEADING) return false;
  if (words.some((word) => ASSURANCES.has(word))) return false;
  return words.some(
    (word, index) =>
      DENYING.has(word) || WISHES.has(word) || (word === 'not' && STATES.has(words[index + 1] ?? '')) || word === 'no',
  );
}
