import type { OptionLexicon } from './option-lexicon.ts';
import type { OptionToken } from './option-token.ts';

/** An order code of the maker in a text. */
export interface FoundCode {
  readonly start: number;
  readonly end: number;
  readonly code: string;
}

const CODE_WORDS = new Set(['option', 'code', 'pr', 'rpo', 'm', 'optional']);
/** Numbers of generations, which stand in lists as order codes do. */
const GENERATIONS = new Set(
  '356 901 911 912 914 918 924 928 930 944 955 957 958 959 964 968 970 971 980 981 982 986 987 991 992 993 996 997 718'.split(
    ' ',
  ),
);
/** Order codes of the air-cooled cars, and engines of others, whose number alone means an option of later cars. */
const ONLY_WITH_M = new Set(
  'm470 m481 m351 m352 m456 m457 m474 m475 m602 m603 m156 m157 m176 m177 m178 m998'.split(' '),
);
const SHORTEST_LIST = 3;
/** Numbers of parts look like rows of codes. */
const PART_WORDS = new Set(['part', 'number', 'serial', 'engine', 'chassis', 'vin', 'phone', 'call', 'tel']);

/**
 * Order codes: those with a letter anywhere; plain numbers only where the text says that they are codes, or where at least
 * three stand in a row.
 */
export function findFactoryCodes(tokens: readonly OptionToken[], lexicon: OptionLexicon): readonly FoundCode[] {
  const found: FoundCode[] = [];
  const listed = positionsInLists(tokens);
  tokens.forEach(({ word }, position) => {
    const isPrefixed = CODE_WORDS.has(tokens[position - 1]?.word ?? '') && tokens[position]?.breakBefore !== 'hard';
    if (!isLettered(word) && !isPrefixed && !listed.has(position)) return;
    const code = codeOf(word, lexicon);
    if (code !== undefined) found.push({ start: isPrefixed ? position - 1 : position, end: position + 1, code });
  });
  return found;
}

function codeOf(word: string, lexicon: OptionLexicon): string | undefined {
  const plain = /^m\d{3}$/.test(word) && !ONLY_WITH_M.has(word) ? word.slice(1) : null;
  return lexicon.byFactoryCode.get(word) ?? (plain === null ? undefined : lexicon.byFactoryCode.get(plain));
}

const isLettered = (word: string): boolean =>
  /^(?=.*\d)(?=.*[a-z])[a-z0-9]{3,4}$/.test(word) || /^x[a-z]{2}$/.test(word) || /^[cm]\d{3}$/.test(word);
const isCodeLike = (word: string): boolean => /^\d{3}$/.test(word) || isLettered(word);

/** The positions of numbers that stand behind "codes:" or in a row of at least three. */
function positionsInLists(tokens: readonly OptionToken[]): ReadonlySet<number> {
  const positions = new Set<number>();
  for (let start = 0; start < tokens.length; start++) {
    if (PART_WORDS.has(tokens[start - 1]?.word ?? '') || PART_WORDS.has(tokens[start - 2]?.word ?? '')) continue;
    const introduced = CODE_WORDS.has(tokens[start - 1]?.word ?? '');
    const list: number[] = [];
    let position = start;
    for (; position < tokens.length; position++) {
      const token = tokens[position];
      if (token === undefined || (position > start && /[.\n$€£]/.test(token.signsBefore))) break;
      if (isCodeLike(token.word)) list.push(position);
      else if (token.word !== 'and' || list.length === 0) break;
    }
    const isList =
      introduced || (list.length >= SHORTEST_LIST && !list.some((at) => GENERATIONS.has(tokens[at]?.word ?? '')));
    if (list.length > 0 && isList) for (const at of list) positions.add(at);
    start = Math.max(start, position - 1);
  }
  return positions;
}
