import type { Span } from './detector.ts';
import type { TextIndex } from './text-index.ts';

/** What a text has at a place, in units of UTF-16. Nothing is at the places beyond its ends. */

export function isDigitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** A to Z. */
export function isCapitalAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 65 && code <= 90;
}

/** A to Z, or a letter that is not of ASCII and may be a capital. */
export function mayBeCapitalAt(text: string, at: number): boolean {
  return isCapitalAt(text, at) || text.charCodeAt(at) >= 128;
}

/** The place before the sign that may stand in front of a place: a space or a hyphen. */
export function beforeSign(text: string, at: number): number {
  return isSignAt(text, at - 1) ? at - 2 : at - 1;
}

/** The place behind the sign that may stand at a place: a space or a hyphen. */
export function behindSign(text: string, at: number): number {
  return isSignAt(text, at) ? at + 1 : at;
}

function isSignAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 45;
}

/** Whether some run of digits passes a test. */
export function someDigits({ text, digits }: TextIndex, passes: (text: string, run: Span) => boolean): boolean {
  for (const run of digits) if (passes(text, run)) return true;
  return false;
}

/** Where runs of digits begin that pass a test. */
export function digitStartsWhere(
  { text, digits }: TextIndex,
  passes: (text: string, run: Span) => boolean,
): readonly number[] {
  const starts: number[] = [];
  for (const run of digits) if (passes(text, run)) starts.push(run.start);
  return starts;
}

/** How many digits a text has. */
export function countDigits(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (isDigitAt(text, at)) count += 1;
  return count;
}
