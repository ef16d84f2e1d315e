/** What parts two words of a text: nothing, a comma, a bracket, or a full stop or a line's end. */
export type TokenBreak = 'none' | 'soft' | 'bracket' | 'hard';

/** One word of a text about a car, as rules compare it. */
export interface OptionToken {
  /** Lower case, singular, in American spelling, numbers in digits. */
  readonly word: string;
  /** Where it stands in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** What stands between the word before and this one. */
  readonly breakBefore: TokenBreak;
  /** The signs and spaces between the word before and this one, as the text writes them. */
  readonly signsBefore: string;
}

/** A stretch of tokens, the end not included. */
export interface TokenSpan {
  readonly start: number;
  readonly end: number;
}
