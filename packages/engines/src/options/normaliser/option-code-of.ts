import { findOption } from '../catalogue/option-catalogue.ts';
import { readOptions } from './read-options.ts';

/**
 * The code of an option that somebody names, by the code itself or by the words of owners: `pccb`, `ceramics`, `18-way`.
 * `null` where the words name none or several.
 */
export function optionCodeOf(words: string): string | null {
  const code = words.trim().toLowerCase();
  if (findOption(code) !== null) return code;
  const { codes } = readOptions(words);
  return codes.length === 1 ? codes[0]! : null;
}
