import { InvalidInputError } from '../../errors.ts';
import { STILL_MADE } from '../../market/taxonomy/model-line.ts';
import type { CatalogueOption, OptionCategory, OptionFit } from './catalogue-option.ts';

/** An option as its table writes it. */
export interface OptionRow {
  readonly code: string;
  readonly name: string;
  /** Order codes, apart by spaces. */
  readonly factory?: string;
  readonly phrases: readonly string[];
  /** Model lines with their model years, such as `911 Cayman 2005-2012` or `Taycan 2020-`. */
  readonly made?: readonly string[];
  readonly price?: readonly [usd: number, generation: string];
  readonly requires?: readonly string[];
  readonly excludes?: readonly string[];
}

/** Builds the options of one category from a readable table. */
export function optionRows(category: OptionCategory, rows: readonly OptionRow[]): readonly CatalogueOption[] {
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    category,
    factoryCodes: row.factory?.split(' ') ?? [],
    phrases: row.phrases,
    fits: (row.made ?? []).flatMap(readFits),
    listPrice: row.price === undefined ? null : { usd: row.price[0], generation: row.price[1] },
    requires: row.requires ?? [],
    excludes: row.excludes ?? [],
  }));
}

function readFits(text: string): readonly OptionFit[] {
  const words = text.split(' ');
  const [, first, last] = /^(\d{4})-(\d{4})?$/.exec(words.at(-1) ?? '') ?? [];
  if (first === undefined || words.length < 2) {
    throw new InvalidInputError(`"${text}" is no list of model lines with model years: write "911 Cayman 2005-2012".`);
  }
  const modelYears = [Number(first), last === undefined ? STILL_MADE : Number(last)] as const;
  return words.slice(0, -1).map((word) => ({ model: word.replaceAll('_', ' '), modelYears }));
}
