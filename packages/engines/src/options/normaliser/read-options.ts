import { findOption, isImpossibleOn, OPTION_CATALOGUE } from '../catalogue/option-catalogue.ts';
import { matchPhrase } from './match-phrase.ts';
import { mendSpelling } from './mend-spelling.ts';
import { isNegated, type TokenSpan } from './negation.ts';
import { type LexiconEntry, type OptionLexicon, optionLexicon } from './option-lexicon.ts';
import type { OptionMention, OptionReading } from './option-reading.ts';
import type { OptionToken } from './option-token.ts';
import { tokeniseOptionText } from './tokenise-option-text.ts';

interface FoundEntry extends TokenSpan {
  readonly codes: readonly string[];
  readonly loose: boolean;
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
  const tokens = tokeniseOptionText(text).map((token) => ({ ...token, word: mendSpelling(token.word, lexicon.words) }));
  const found = settleOverlaps([...findEntries(tokens, lexicon), ...findFactoryCodes(tokens, lexicon)]);
  const named = found.filter((entry) => entry.codes.length > 0);
  const mentions = named
    .map((entry): OptionMention => {
      const start = tokens[entry.start]?.start ?? 0;
      const end = tokens[entry.end - 1]?.end ?? start;
      const codes = entry.codes.filter((code) => isPossible(code, context));
      return {
        codes,
        negated: isNegated(entry, { tokens, mentions: found }),
        evidence: text.slice(start, end),
        start,
        end,
      };
    })
    .filter((mention) => mention.codes.length > 0);
  const affirmed = new Set(mentions.filter((mention) => !mention.negated).flatMap((mention) => mention.codes));
  const denied = new Set(mentions.filter((mention) => mention.negated).flatMap((mention) => mention.codes));
  const inOrder = OPTION_CATALOGUE.map((option) => option.code);
  return {
    codes: inOrder.filter((code) => affirmed.has(code)),
    absentCodes: inOrder.filter((code) => denied.has(code) && !affirmed.has(code)),
    mentions,
  };
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
      if (end !== null) found.push({ start, end, codes: entry.codes, loose: isLoose(entry) });
    }
  });
  return found;
}

function isLoose(entry: LexiconEntry): boolean {
  return entry.phrase.manner === 'loose';
}

const CODE_WORDS = new Set(['option', 'code', 'pr', 'rpo', 'm', 'optional']);

/** Order codes: those with a letter anywhere, plain numbers only where the text says that they are codes. */
function findFactoryCodes(tokens: readonly OptionToken[], lexicon: OptionLexicon): readonly FoundEntry[] {
  return tokens.flatMap(({ word }, position): readonly FoundEntry[] => {
    const prefixed = CODE_WORDS.has(tokens[position - 1]?.word ?? '') && tokens[position]?.breakBefore !== 'hard';
    const isLettered = /^(?=.*\d)(?=.*[a-z])[a-z0-9]{3,4}$/.test(word) || /^x[a-z]{2}$/.test(word);
    if (!isLettered && !prefixed) return [];
    const code =
      lexicon.byFactoryCode.get(word) ?? (/^m\d{3}$/.test(word) ? lexicon.byFactoryCode.get(word.slice(1)) : undefined);
    if (code === undefined) return [];
    return [{ start: prefixed ? position - 1 : position, end: position + 1, codes: [code], loose: false }];
  });
}

/** Longest first, then leftmost: what overlaps a longer wording is dropped. Loose wordings stand beside others. */
function settleOverlaps(found: readonly FoundEntry[]): readonly FoundEntry[] {
  const taken: FoundEntry[] = [];
  const byLength = found
    .filter((entry) => !entry.loose)
    .sort(
      (left, right) =>
        right.end - right.start - (left.end - left.start) ||
        left.start - right.start ||
        right.codes.length - left.codes.length,
    );
  for (const entry of byLength) {
    const same = taken.find((other) => other.start < entry.end && entry.start < other.end);
    if (same === undefined) taken.push(entry);
  }
  return [...taken, ...found.filter((entry) => entry.loose)].sort(
    (left, right) => left.start - right.start || left.end - right.end,
  );
}
