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
    listPrice: row.price === undefined ? null : readPrice(row.price),
    requires: row.requires ?? [],
    excludes: row.excludes ?? [],
  }));
}

/** A model year in the middle of each generation that a list price is quoted for. */
const MIDDLE_YEARS: Readonly<Record<string, number>> = {
  'G-Series': 1985,
  '964': 1991,
  '993': 1996,
  '986': 2000,
  '996.1': 2000,
  '996.2': 2003,
  '955': 2004,
  '987.1': 2006,
  '997.1': 2006,
  '997.2': 2010,
  '958.1': 2012,
  '991.1': 2014,
  '981': 2014,
  '958.2': 2016,
  '991.2': 2018,
  '971.1': 2018,
  '982': 2019,
  '95B.2': 2020,
  '9Y0.1': 2020,
  'J1.1': 2021,
  '992.1': 2022,
  '9Y0.2': 2024,
  '976': 2025,
};

function readPrice([usd, generation]: readonly [number, string]): CatalogueOption['listPrice'] {
  const modelYear = MIDDLE_YEARS[generation];
  if (modelYear === undefined) throw new InvalidInputError(`No model year is known of generation "${generation}".`);
  return { usd, generation, modelYear };
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
