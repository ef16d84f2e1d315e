import type { Claim } from './claim.ts';

/** What claims are blanked out with: no letter, digit, space or punctuation. */
export const BLANK = '\u0000';

/** A text of which claims are taken one after the other; what is taken reads as blank for those that follow. */
export interface TextMask {
  /** What is left, of the same length as the text. */
  rest(): string;
  /** Takes every match that is read as a claim; one that is `null` is left. */
  take(pattern: RegExp, read: (match: RegExpExecArray) => Pick<Claim, 'reading' | 'facts'> | null): void;
  blank(start: number, end: number): void;
  /** In the order in which they were taken. */
  claims(): readonly Claim[];
}

/** Makes the mask of a text. */
export function createTextMask(text: string): TextMask {
  let rest = text;
  const claims: Claim[] = [];
  const blank = (start: number, end: number): void => {
    rest = rest.slice(0, start) + BLANK.repeat(end - start) + rest.slice(end);
  };
  return {
    rest: () => rest,
    blank,
    claims: () => claims,
    take(pattern, read) {
      for (const match of rest.matchAll(pattern)) {
        const claim = read(match);
        if (claim === null) continue;
        const end = match.index + match[0].length;
        claims.push({ ...claim, text: match[0], start: match.index, end });
        blank(match.index, end);
      }
    },
  };
}

/** The text as a pattern that matches just it. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}
