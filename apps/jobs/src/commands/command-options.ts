import { InvalidArgumentError, Option } from 'commander';
import { isDay } from './is-day.ts';

/** An option that takes a day that exists. */
export function dayOption(description: string, flags = '--as-of <day>'): Option {
  return new Option(flags, description).argParser((text) => {
    if (!isDay(text)) throw new InvalidArgumentError('Give a day that exists, as YYYY-MM-DD.');
    return text;
  });
}

/** An option that takes a number within bounds, whole unless fractions are allowed. */
export function numberOption(
  flags: string,
  description: string,
  { from, to, fractions = false }: { readonly from: number; readonly to: number; readonly fractions?: boolean },
): Option {
  return new Option(flags, description).argParser((text) => {
    const number = text.trim() === '' ? Number.NaN : Number(text);
    if (number >= from && number <= to && (fractions || Number.isInteger(number))) return number;
    throw new InvalidArgumentError(`Give a ${fractions ? '' : 'whole '}number from ${from} to ${to}.`);
  });
}

/** An option that takes codes of the catalogue joined by commas, in any case and with spaces between. */
export function codesOption(flags: string, description: string): Option {
  return new Option(flags, `${description}, joined by commas`).argParser((text) => {
    const codes = [...new Set(text.split(',').map((code) => code.trim().toLowerCase()))].filter((code) => code !== '');
    if (codes.length > 0) return codes;
    throw new InvalidArgumentError('Give codes joined by commas, such as pccb,bose.');
  });
}

/** An option that takes some text, which must not be empty. */
export function textOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text) => {
    if (text.trim() !== '') return text.trim();
    throw new InvalidArgumentError('It is empty: give a value or leave it out.');
  });
}

/** An option that takes some of a few words, joined by commas. */
export function listOption(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, `${description}: ${choices.join(', ')}, joined by commas`).argParser((text) => {
    const words = [...new Set(text.split(',').map((word) => word.trim()))];
    if (words.every((word) => choices.includes(word))) return words;
    throw new InvalidArgumentError(`Give one or more of ${choices.join(', ')}, joined by commas.`);
  });
}
