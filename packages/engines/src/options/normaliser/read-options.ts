import { findOption, isImpossibleOn, OPTION_CATALOGUE } from '../catalogue/option-catalogue.ts';
import type { PhraseManner } from './compile-phrase.ts';
import { findFactoryCodes } from './factory-codes.ts';
import { invertedWordings } from './inverted-wordings.ts';
import { matchPhrase } from './match-phrase.ts';
import { mendSpelling } from './mend-spelling.ts';
import { isOfGoods } from './merchandise.ts';
import { isNegated } from './negation.ts';
import { type OptionLexicon, optionLexicon } from './option-lexicon.ts';
import type { OptionMention, OptionReading } from './option-reading.ts';
import type { OptionToken, TokenSpan } from './option-token.ts';
import { isOfOtherCar } from './other-cars.ts';
import { splitCompound } from './split-compound.ts';
import { stretchesOf } from './text-stretches.ts';
import { tokeniseOptionText } from './tokenise-option-text.ts';

interface FoundEntry extends TokenSpan {
  readonly codes: readonly string[];
  readonly manner: PhraseManner;
}

/** What is known of the car beside its text; an option that its line and year never had is then not read into it. */
export interface OptionReadingContext {
  readonly model?: string | null;
  readonly modelYear?: number | null;
}

/**
 * The options that a free text says a car has, and those it says it has not. The longest wording wins; a comma, a full
 * stop or a bracket ends a wording. Empty where the text names none. Untrusted text: nothing in it is ever followed.
 *
 * @example
 * readOptions('PCCB, FAL and LWB seats, no sunroof').codes; // ['pccb', 'front-axle-lift', 'bucket-seats']
 */
export function readOptions(text: string, context: OptionReadingContext = {}): OptionReading {
  const lexicon = optionLexicon();
  const tokens = tokeniseOptionText(text).flatMap((token) => mendToken(token, lexicon));
  const mentions = stretchesOf(tokens).flatMap((stretch) => readStretch(text, stretch, { lexicon, context }));
  const affirmed = new Set(mentions.filter((mention) => !mention.negated).flatMap((mention) => mention.codes));
  // Matrix headlights are LED headlights, of which the catalogue has the lesser ones under a code of their own.
  if (affirmed.has('matrix-led')) affirmed.delete('led-headlights');
  const denied = new Set(mentions.filter((mention) => mention.negated).flatMap((mention) => mention.codes));
  const inOrder = OPTION_CATALOGUE.map((option) => option.code);
  return {
    codes: inOrder.filter((code) => affirmed.has(code)),
    absentCodes: inOrder.filter((code) => denied.has(code) && !affirmed.has(code)),
    mentions,
  };
}

/** Things that count only as the maker fitted them; a reversing camera is one whoever put it in. */
const FACTORY_MADE = new Set([
  'pccb',
  'pscb',
  'big-red-brakes',
  'sport-exhaust',
  'powerkit',
  'pasm',
  'pasm-sport',
  'sport-suspension',
  'air-suspension',
  'bucket-seats',
  'sport-seats',
  'sunroof',
  'led-headlights',
  'matrix-led',
  'xenon',
  'aerokit',
  'turbo-look',
  'fuchs-wheels',
  'sport-design',
]);

/** True where the word in front says that others made it. */
function isAftermarket(entry: FoundEntry, tokens: readonly OptionToken[]): boolean {
  const before = tokens[entry.start - 1]?.word ?? '';
  const isBeside = tokens[entry.start]?.breakBefore === 'none';
  return (
    isBeside &&
    (before === 'aftermarket' || before === 'reproduction') &&
    entry.codes.some((code) => FACTORY_MADE.has(code))
  );
}

/** A word as the lexicon writes it; two tokens where a text writes two of its words as one: "windblocker". */
function mendToken(token: OptionToken, lexicon: OptionLexicon): readonly OptionToken[] {
  if (lexicon.words.has(token.word)) return [token];
  const [first, second] = splitCompound(token.word, lexicon.words);
  if (first === undefined || second === undefined) return [{ ...token, word: mendSpelling(token.word, lexicon.words) }];
  return [
    { ...token, word: first },
    { ...token, word: second, breakBefore: 'none', signsBefore: '' },
  ];
}

/** "Fuchs available": to be had beside the car; papers that are available come with it. */
function isOfferedApart(entry: FoundEntry, tokens: readonly OptionToken[]): boolean {
  const following = tokens[entry.end + 1];
  const isLast = following === undefined || following.breakBefore !== 'none';
  if (tokens[entry.end]?.word !== 'available' || tokens[entry.end]?.breakBefore !== 'none' || !isLast) return false;
  return !entry.codes.some((code) => findOption(code)?.category === 'documents');
}

function readStretch(
  text: string,
  tokens: readonly OptionToken[],
  { lexicon, context }: { readonly lexicon: OptionLexicon; readonly context: OptionReadingContext },
): readonly OptionMention[] {
  const found = keepListed(
    settleOverlaps(
      [
        ...findEntries(tokens, lexicon),
        ...findInverted(tokens, lexicon),
        ...findFactoryCodes(tokens, lexicon).map(
          ({ start, end, code }): FoundEntry => ({ start, end, codes: [code], manner: 'joined' }),
        ),
      ],
      tokens,
    ),
  );
  const named = found.filter(
    (entry) => entry.codes.length > 0 && !isOfGoods(entry, tokens) && !isOfOtherCar(entry, tokens),
  );
  return named
    .map((entry): OptionMention => {
      const start = tokens[entry.start]?.start ?? 0;
      const end = tokens[entry.end - 1]?.end ?? start;
      const codes = entry.codes.filter((code) => isPossible(code, context));
      return {
        codes,
        negated:
          isNegated(entry, { tokens, mentions: found }) ||
          isAftermarket(entry, tokens) ||
          isOfferedApart(entry, tokens),
        evidence: text.slice(start, end),
        start,
        end,
      };
    })
    .filter((mention) => mention.codes.length > 0);
}

function isPossible(code: string, context: OptionReadingContext): boolean {
  const option = findOption(code);
  const car = { model: context.model ?? null, modelYear: context.modelYear ?? null };
  return option !== null && !isImpossibleOn(option, car);
}

function findEntries(tokens: readonly OptionToken[], lexicon: OptionLexicon): readonly FoundEntry[] {
  const found: FoundEntry[] = [];
  tokens.forEach((token, start) => {
    for (const entry of lexicon.startingWith.get(token.word) ?? []) {
      const end = matchPhrase(entry.phrase, tokens, start);
      if (end !== null) found.push({ start, end, codes: entry.codes, manner: entry.phrase.manner });
    }
  });
  return found;
}

/** Options that are named thing first and kind behind a comma: those of the words turned round, where one joins the two. */
function findInverted(tokens: readonly OptionToken[], lexicon: OptionLexicon): readonly FoundEntry[] {
  return invertedWordings(tokens).flatMap(({ tokens: joined, kindLength, start, end }): readonly FoundEntry[] => {
    const found = findEntries(joined, lexicon).filter((entry) => !standsBeside(entry));
    const settled = settleOverlaps(found, joined);
    if (!settled.some((entry) => entry.start < kindLength && entry.end > kindLength)) return [];
    return [{ start, end, codes: [...new Set(settled.flatMap((entry) => entry.codes))], manner: 'joined' }];
  });
}

/** Wordings that mean an option only in a list of options stay where another option is named. */
function keepListed(found: readonly FoundEntry[]): readonly FoundEntry[] {
  const named = found.filter((entry) => entry.codes.length > 0);
  const hasOther = named.length > 1 || named.some((entry) => entry.manner !== 'listed');
  return hasOther ? found : found.filter((entry) => entry.manner !== 'listed');
}

/**
 * Longest first, then leftmost: what overlaps a longer wording is dropped. Loose wordings stand
 * beside others, but in no decoy: "air-cooled 911 with sport seats". */
function settleOverlaps(found: readonly FoundEntry[], tokens: readonly OptionToken[]): readonly FoundEntry[] {
  const taken: FoundEntry[] = [];
  const byLength = found
    .filter((entry) => !standsBeside(entry))
    .sort(
      (left, right) =>
        right.end - right.start - (left.end - left.start) ||
        left.start - right.start ||
        right.codes.length - left.codes.length,
    );
  for (const entry of byLength) {
    const overlapping = taken.filter((other) => other.start < entry.end && entry.start < other.end);
    if (overlapping.every((other) => sharesHead(entry, other, tokens))) taken.push(entry);
  }
  const isRead = (entry: FoundEntry): boolean =>
    taken.some((other) => other.codes.length === 0 && entry.start < other.end && other.start < entry.end);
  return [...taken, ...found.filter((entry) => standsBeside(entry) && !isRead(entry))].sort(
    (left, right) => left.start - right.start || left.end - right.end,
  );
}

const standsBeside = (entry: FoundEntry): boolean => entry.manner === 'loose' || entry.manner === 'near';

/** Things of which two wordings may speak at once: "mag wheels in satin gold". */
const SHARED_HEADS = new Set(['wheel', 'seat', 'headlight', 'mirror']);

function sharesHead(entry: FoundEntry, other: FoundEntry, tokens: readonly OptionToken[]): boolean {
  const [first, second] = entry.start < other.start ? [entry, other] : [other, entry];
  return (
    entry.codes.length > 0 &&
    other.codes.length > 0 &&
    first.start < second.start &&
    first.end === second.start + 1 &&
    second.end > first.end &&
    SHARED_HEADS.has(tokens[second.start]?.word ?? '') &&
    !entry.codes.some((code) => other.codes.includes(code))
  );
}
